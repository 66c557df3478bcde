import { valueOf } from '#libs/domain/kernel';
import { ProjectionRunner } from '#libs/engine/projections';
import { ofBody, ofUnit } from '../../../../../test/support/scopes.js';
import { deadlineSet, drafted, fact, forwarded, terms } from '../../../../../test/support/office-facts.js';
import { officeLog } from '../../../../../test/support/office-log.js';
import { append, openReadSide, type ReadSide } from '../../../../../test/support/read-side.js';
import {
  DeadlinesQuery,
  deadlinesProjection,
  knownEventTypes,
  projections,
  type DeadlineItem,
  type Scope,
} from '../index.js';

const all: Scope = { all: true };
const forEver = '9999-12-31T00:00:00.000Z';

describe('the deadlines of the office', () => {
  let side: ReadSide;
  let runner: ProjectionRunner;
  let deadlines: DeadlinesQuery;

  beforeAll(async () => {
    side = await openReadSide(projections);
    deadlines = new DeadlinesQuery(side.database);
    runner = new ProjectionRunner({
      store: side.store,
      database: side.database,
      projections: [deadlinesProjection],
      knownTypes: knownEventTypes,
    });
    await runner.start();
    await shown(...[...officeLog(16, 60)].slice(0, 420));
  });
  afterAll(async () => {
    await runner.stop();
    await side.dispose();
  });

  async function shown(...appends: Parameters<typeof append>[1][]): Promise<void> {
    const position = await append(side.store, ...appends);
    const { behind } = await runner.progress.waitFor([deadlinesProjection], position, 10_000);
    if (behind) throw new Error('The deadlines did not catch up.');
  }

  async function open(
    scope: Scope,
    filter: Parameters<DeadlinesQuery['open']>[1] = {},
    limit = 200,
  ): Promise<DeadlineItem[]> {
    const items: DeadlineItem[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = valueOf(await deadlines.open(scope, filter, { limit, ...(cursor ? { cursor } : {}) }));
      items.push(...page.items);
      cursor = page.next;
    }
    return items;
  }

  const named = (items: readonly DeadlineItem[]): string[] =>
    items.map((item) => `${item.dossierId} ${item.deadlineId}`);

  it('that are open come in the order in which they are due, in pages of any size', async () => {
    const whole = await open(all);
    expect(new Set(whole.map(({ state }) => state))).toEqual(new Set(['running', 'paused', 'awaited', 'missed']));
    const due = whole.map(({ dueAt, dossierId, deadlineId }) => `${dueAt ?? '~'} ${dossierId} ${deadlineId}`);
    expect(due).toEqual([...due].sort());
    for (const limit of [1, 6]) await expect(open(all, {}, limit)).resolves.toEqual(whole);
  });

  it('are found by unit, body, duty, clock and dossier, and shown to nobody else', async () => {
    const whole = await open(all);
    for (const unitId of ['unit-1', 'unit-2', 'unit-3', 'unit-4']) {
      const own = whole.filter(({ submittingUnitId }) => submittingUnitId === unitId);
      expect(own.length).toBeGreaterThan(0);
      await expect(open(ofUnit(unitId), {}, 5)).resolves.toEqual(own);
      await expect(open(all, { submittingUnitId: unitId })).resolves.toEqual(own);
    }
    await expect(open(ofUnit('unit-1'), { submittingUnitId: 'unit-2' })).resolves.toEqual([]);
    const screens = whole.filter(({ clock, bodyId }) => clock === 'screen' && bodyId === 'body-1');
    expect(screens.length).toBeGreaterThan(0);
    await expect(open(ofBody('body-1'), { clocks: ['screen', 'no-such-clock'] })).resolves.toEqual(screens);
    await expect(open(all, { responsible: 'clerk' })).resolves.toEqual([]);
    const dossierId = whole[0]?.dossierId ?? '';
    await expect(open(all, { dossierId })).resolves.toEqual(whole.filter((item) => item.dossierId === dossierId));
  });

  it('that run and were due before a moment are what the sweep reads', async () => {
    const due = '2020-02-03T10:00:00.000Z';
    await shown({ stream: 'dossier-quet', events: [drafted('quet'), deadlineSet('appraise-1', due)] });
    const before = async (instant: string) => named(valueOf(await deadlines.dueBefore(instant, { limit: 200 })).items);
    await expect(before(due)).resolves.toEqual([]);
    await expect(before('2020-02-03T10:00:00.001Z')).resolves.toEqual(['quet appraise-1']);
    await shown({ stream: 'dossier-quet', events: [fact('DeadlineMissed', { deadlineId: 'appraise-1', dueAt: due })] });
    await expect(before('2020-02-03T10:00:00.001Z')).resolves.toEqual([]);
    await expect(open(all, { overdueAt: '2020-02-03T10:00:00.001Z' }).then(named)).resolves.toEqual([
      'quet appraise-1',
    ]);
    const running = (await open(all)).filter(({ state }) => state === 'running');
    await expect(before(forEver)).resolves.toEqual(named(running));
  });

  it('of a detached dossier go on as the parent’s stood', async () => {
    const pauses = [{ from: '2026-08-25T02:00:00.000Z' }];
    const opened = fact('DetachedDossierOpened', {
      dossierId: 'con',
      parentDossierId: 'quet',
      procedureCode: 'BK_TINH',
      kind: 'chuyen_de',
      title: 'Tách',
      submittingUnitId: 'unit-con',
      bodyId: 'body-1',
      step: 'council',
      nominees: [{ id: 'N1', kind: 'individual', name: 'A', unit: 'Tổ 1' }],
      documents: [],
      verdicts: [],
      approved: [],
      actors: { submit: ['acc-1'] },
      suspended: false,
      secrecy: 'none',
      warnings: [],
      awaited: [],
      deadlines: [
        terms('screen-1', '2026-09-01T10:00:00.000Z'),
        { ...terms('appraise-1', '2026-09-02T10:00:00.000Z'), pauses },
      ],
    });
    await shown({ stream: 'dossier-con', events: [opened, forwarded('body-tren')] });
    await expect(open(ofBody('body-tren'))).resolves.toMatchObject([
      { deadlineId: 'screen-1', state: 'running', pausedAt: null, submittingUnitId: 'unit-con' },
      { deadlineId: 'appraise-1', state: 'paused', pausedAt: '2026-08-25T02:00:00.000Z' },
    ]);
    await expect(deadlines.find('con', 'screen-1')).resolves.toMatchObject({ clock: 'screen', bodyId: 'body-tren' });
    await expect(deadlines.find('con', 'screen-9')).resolves.toBeUndefined();
  });
});
