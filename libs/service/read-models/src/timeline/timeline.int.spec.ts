import { valueOf } from '#libs/domain/kernel';
import { foldRows, ProjectionRunner } from '#libs/engine/projections';
import { readToEnd } from '../../../../../test/conformance/facts.js';
import {
  decisionDrafted,
  decisionIssued,
  diceOf,
  drafted,
  fact,
  nominees,
  officer,
} from '../../../../../test/support/office-facts.js';
import { ofBody, ofUnit } from '../../../../../test/support/scopes.js';
import { officeLog } from '../../../../../test/support/office-log.js';
import { append, openReadSide, type ReadSide } from '../../../../../test/support/read-side.js';
import { knownEventTypes, TimelineQuery, timelineProjection, type Scope, type TimelineRow } from '../index.js';
import { timelineTable } from './timeline.tables.js';

const all: Scope = { all: true };

describe('the timeline of a dossier', () => {
  let side: ReadSide;
  let runner: ProjectionRunner;
  let timeline: TimelineQuery;

  beforeAll(async () => {
    side = await openReadSide([timelineProjection]);
    timeline = new TimelineQuery(side.database);
    runner = new ProjectionRunner({
      store: side.store,
      database: side.database,
      projections: [timelineProjection],
      knownTypes: knownEventTypes,
    });
    await runner.start();
    await shown(...officeLog(5, 20));
  });
  afterAll(async () => {
    await runner.stop();
    await side.dispose();
  });

  async function shown(...appends: Parameters<typeof append>[1][]): Promise<void> {
    const position = await append(side.store, ...appends);
    const { behind } = await runner.progress.waitFor([timelineProjection], position, 10_000);
    if (behind) throw new Error('The timeline did not catch up.');
  }

  async function whole(
    dossierId: string,
    options: { scope?: Scope; limit?: number; order?: 'newestFirst' } = {},
  ): Promise<TimelineRow[]> {
    const { scope = all, limit = 200, order } = options;
    const rows: TimelineRow[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const request = { limit, ...(order ? { order } : {}), ...(cursor ? { cursor } : {}) };
      const page = valueOf(await timeline.ofDossier(scope, dossierId, request));
      rows.push(...page.items);
      cursor = page.next;
    }
    return rows;
  }

  it('tells each fact of its stream and of its decision once, in the order of the log', async () => {
    const log = await readToEnd(side.store, 'start');
    const expected = foldRows(timelineProjection, log)(timelineTable) as readonly TimelineRow[];
    for (let number = 1; number <= 20; number++) {
      const dossierId = `D5-${number}`;
      const rows = await whole(dossierId);
      expect(rows.length).toBeGreaterThan(5);
      expect(rows).toEqual(expected.filter((row) => row.dossierId === dossierId));
      const own = log.filter(({ stream }) => stream === `dossier-${dossierId}`);
      expect(rows.filter(({ stream }) => stream === `dossier-${dossierId}`).map(({ eventId }) => eventId)).toEqual(
        own.map(({ id }) => id),
      );
      await expect(whole(dossierId, { limit: 3 })).resolves.toEqual(rows);
      await expect(whole(dossierId, { limit: 4, order: 'newestFirst' })).resolves.toEqual(rows.toReversed());
    }
  });

  it('keeps what a sentence needs: who, in which position, when, and the data', async () => {
    const [first] = await whole('D5-1');
    expect(first).toMatchObject({
      type: 'DossierDrafted',
      revision: 0,
      effectiveAt: '2026-08-21T02:00:00.000Z',
      actorId: officer.id,
      actorPositionId: officer.positionId,
      actorUnitId: officer.unitId,
      onBehalfOf: null,
      data: { dossierId: 'D5-1', title: 'Hồ sơ D5-1' },
    });
  });

  it('tells of a decision about several dossiers in each of them, with its own recipients only', async () => {
    const [mine, theirs] = [nominees(diceOf(1), 2), nominees(diceOf(2), 3)];
    const decision = 'decision-qd-chung';
    await shown(
      { stream: 'dossier-cua-toi', events: [drafted('cua-toi', 'unit-toi')] },
      { stream: 'dossier-cua-ho', events: [drafted('cua-ho', 'unit-ho')] },
      {
        stream: decision,
        events: [
          decisionDrafted('qd-chung', [
            ['cua-toi', mine],
            ['cua-ho', theirs],
          ]),
        ],
      },
    );
    await shown({ stream: decision, events: [decisionIssued(77)] });
    const cancelled = { dossierId: 'cua-ho', nomineeId: 'N1', ground: 'fraud', reason: 'Gian dối' };
    await shown({ stream: decision, events: [fact('AwardCancelled', cancelled)] });
    const { ground: _ground, ...restored } = cancelled;
    await shown({ stream: decision, events: [fact('AwardRestored', restored)] });

    const told = async (dossierId: string) => (await whole(dossierId)).map(({ type }) => type);
    await expect(told('cua-toi')).resolves.toEqual(['DossierDrafted', 'DecisionDrafted', 'DecisionIssued']);
    await expect(told('cua-ho')).resolves.toEqual([
      'DossierDrafted',
      'DecisionDrafted',
      'DecisionIssued',
      'AwardCancelled',
      'AwardRestored',
    ]);
    const [, draft] = await whole('cua-toi');
    expect(draft?.data.recipients).toHaveLength(2);
    expect(JSON.stringify(await whole('cua-toi'))).not.toContain('cua-ho');
  });

  it('is empty for who may not see the dossier', async () => {
    await expect(whole('cua-toi', { scope: ofUnit('unit-toi') })).resolves.toHaveLength(3);
    await expect(whole('cua-toi', { scope: ofBody('body-1') })).resolves.toEqual([]);
    await shown({ stream: 'dossier-cua-toi', events: [fact('DossierSubmitted', { step: 'intake' })] });
    await expect(whole('cua-toi', { scope: ofBody('body-1') })).resolves.toHaveLength(4);
    await expect(whole('cua-toi', { scope: ofUnit('unit-ho') })).resolves.toEqual([]);
    await expect(whole('cua-toi', { scope: ofBody('body-2') })).resolves.toEqual([]);
    await expect(whole('khong-co')).resolves.toEqual([]);
  });
});
