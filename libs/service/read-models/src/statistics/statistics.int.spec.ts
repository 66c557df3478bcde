import { valueOf } from '#libs/domain/kernel';
import type { RecordedEvent } from '#libs/engine/event-store';
import { foldRows, ProjectionRunner } from '#libs/engine/projections';
import { readToEnd } from '../../../../../test/conformance/facts.js';
import { ofUnit } from '../../../../../test/support/scopes.js';
import { officeLog } from '../../../../../test/support/office-log.js';
import { append, openReadSide, type ReadSide } from '../../../../../test/support/read-side.js';
import { knownEventTypes, type Scope, statisticsDimensions, statisticsProjection, StatisticsQuery } from '../index.js';
import { type StatisticsRow, statisticsTable } from './statistics.tables.js';

const all: Scope = { all: true };

describe('the figures of an office', () => {
  let side: ReadSide;
  let figures: StatisticsQuery;
  let log: readonly RecordedEvent[];
  let rows: readonly StatisticsRow[];

  beforeAll(async () => {
    side = await openReadSide([statisticsProjection]);
    figures = new StatisticsQuery(side.database);
    await append(side.store, ...officeLog(5, 120));
    const runner = new ProjectionRunner({
      store: side.store,
      database: side.database,
      projections: [statisticsProjection],
      knownTypes: knownEventTypes,
    });
    await runner.start();
    const { behind } = await runner.progress.waitFor([statisticsProjection], await side.store.head(), 20_000);
    expect(behind).toBe(false);
    expect((await runner.progress.lag())[0]?.deadLetters).toBe(0);
    await runner.stop();
    log = await readToEnd(side.store, 'start');
    rows = foldRows(statisticsProjection, log)(statisticsTable) as readonly StatisticsRow[];
  }, 180_000);
  afterAll(async () => side.dispose());

  const count = async (...asked: Parameters<StatisticsQuery['count']>) => valueOf(await figures.count(...asked));

  /** Every recipient of every decision that was issued, straight from the log, and how many of the awards are cancelled or were restored. */
  function decisions(): {
    readonly granted: number;
    readonly cancelled: number;
    readonly restored: number;
    readonly byYear: Map<string, number>;
  } {
    const drafted = new Map<string, number>();
    const byYear = new Map<string, number>();
    let [granted, cancelled, restored] = [0, 0, 0];
    for (const { type, stream, data } of log) {
      if (type === 'DecisionDrafted') drafted.set(stream, (data['recipients'] as unknown[]).length);
      if (type === 'AwardCancelled') cancelled += 1;
      if (type === 'AwardRestored') [cancelled, restored] = [cancelled - 1, restored + 1];
      if (type !== 'DecisionIssued') continue;
      const recipients = drafted.get(stream) ?? 0;
      const year = (data['date'] as string).slice(0, 4);
      granted += recipients;
      byYear.set(year, (byYear.get(year) ?? 0) + recipients);
    }
    return { granted: granted - cancelled, cancelled, restored, byYear };
  }

  it('are the sum of all decisions (R62), and a cancelled award stays a case of its own until it is restored (R55)', async () => {
    const { granted, cancelled, restored, byYear } = decisions();
    expect(granted).toBeGreaterThan(50);
    expect(cancelled).toBeGreaterThan(0);
    expect(restored).toBeGreaterThan(0);
    const { groups, total } = await count(all, ['year', 'outcome'], {});
    expect(total.outcomes).toMatchObject({ granted, cancelled });
    for (const [year, recipients] of byYear) {
      const decided = groups.filter(
        ({ by }) => by.year === year && ['granted', 'cancelled'].includes(by.outcome ?? ''),
      );
      expect(decided.reduce((sum, { nominees }) => sum + nominees, 0)).toBe(recipients);
    }
  });

  it('count every nominee once, by whatever they are counted', async () => {
    for (const dimension of statisticsDimensions) {
      const { groups, total } = await count(all, [dimension], {});
      expect(total.nominees).toBe(rows.length);
      expect(groups.reduce((sum, { nominees }) => sum + nominees, 0)).toBe(rows.length);
      expect(new Set(groups.map(({ by }) => by[dimension])).size).toBe(groups.length);
    }
    const { total } = await count(all, [], {});
    expect(Object.values(total.outcomes).reduce((sum, one) => sum + one, 0)).toBe(rows.length);
  });

  it('give the share of direct workers among individuals, in whole numbers, and who is not known (F9)', async () => {
    const people = rows.filter(({ kind }) => kind === 'individual');
    const { total } = await count(all, [], {});
    expect(total.directWorkers).toEqual({
      numerator: people.filter(({ standing }) => standing === 'direct_worker').length,
      denominator: people.filter(({ standing }) => standing !== null).length,
      unknown: people.filter(({ standing }) => standing === null).length,
    });
    expect(total.women.numerator).toBe(people.filter(({ sex }) => sex === 'female').length);
  });

  it('say unknown for what no fact says, and none where the question does not arise', async () => {
    const merit = await count(all, ['meritYear'], {});
    expect(merit.groups.map(({ by }) => by)).toEqual([{ meritYear: 'unknown' }]);
    const sexes = await count(all, ['kind', 'sex'], {});
    for (const { by } of sexes.groups) expect(by.sex === 'none').toBe(by.kind !== 'individual');
    const levels = await count(all, ['level'], {});
    expect(levels.groups.map(({ by }) => by.level)).toEqual(['department', 'province']);
  });

  it('tell what was late from what was not, and for ever', async () => {
    const late = new Set(
      log
        .filter(({ type, data }) => type === 'DeadlineMissed' || (type === 'DeadlineMet' && data['late'] === true))
        .map(({ stream }) => stream),
    );
    const { total } = await count(all, [], {});
    expect(total.late.numerator).toBe(rows.filter(({ dossierId }) => late.has(`dossier-${dossierId}`)).length);
    expect(total.late.numerator).toBeGreaterThan(0);
    expect(total.days.of).toBeGreaterThan(0);
  });

  it('hold what was decided between two days, both included', async () => {
    const { granted, cancelled } = decisions();
    const day = { from: '2026-09-20', to: '2026-09-20' };
    expect((await count(all, [], { ...day, outcome: 'granted' })).total.nominees).toBe(granted);
    expect((await count(all, [], { ...day, outcome: 'cancelled' })).total.nominees).toBe(cancelled);
    expect((await count(all, [], { from: '2026-09-21', outcome: 'granted' })).total.nominees).toBe(0);
    expect((await count(all, [], { from: '2020-01-01' })).total.outcomes.open).toBe(0);
  });

  it('are those of what the reader may see', async () => {
    const whole = await count(all, ['unit'], {});
    let sum = 0;
    for (const { by, nominees } of whole.groups) {
      const own = await count(ofUnit(by.unit ?? ''), ['unit'], {});
      expect(own.groups.map(({ by: { unit } }) => unit)).toEqual([by.unit]);
      expect(own.total.nominees).toBe(nominees);
      sum += nominees;
    }
    expect(sum).toBe(whole.total.nominees);
    expect((await count(ofUnit('unit-1'), [], { unit: 'unit-2' })).total.nominees).toBe(0);
  });

  it('name nobody', () => {
    expect(JSON.stringify(rows)).not.toContain('Người thứ');
  });
});
