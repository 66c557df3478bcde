import { foldDossier, holdersOf, type RecordedDossierFact, viewDossier } from '#libs/domain/dossier';
import type { RecordedEvent } from '#libs/engine/event-store';
import { assertTotal, foldRows } from '#libs/engine/projections';
import { officer } from '../../../../test/support/office-facts.js';
import { officeLog } from '../../../../test/support/office-log.js';
import { recordedLog } from '../../../../test/support/recorded.js';
import { deadlinesTable, type DeadlineRow } from './deadlines/deadlines.tables.js';
import { dossierListTable, type DossierListRow } from './dossier-list/dossier-list.tables.js';
import {
  deadlinesProjection,
  dossierListProjection,
  knownEventTypes,
  projections,
  worklistProjection,
} from './index.js';
import { type WorkHolders, type WorkRow, worklistHoldersTable, worklistTable } from './worklist/worklist.tables.js';

const factsOf = (log: readonly RecordedEvent[], stream: string): RecordedDossierFact[] =>
  log
    .filter((event) => event.stream === stream)
    .map((event) => ({ ...event, actor: { ...officer, roles: ['officer'] } }) as unknown as RecordedDossierFact);

describe('the read models', () => {
  it('know every event of the catalogue', () => {
    expect(knownEventTypes).toContain('DossierDrafted');
    expect(() => assertTotal(projections, knownEventTypes)).not.toThrow();
  });

  it.each([31, 32, 33])('say of each dossier what the fold of its stream says, office %i', (seed) => {
    const log = recordedLog(officeLog(seed, 60));
    const rows = foldRows(dossierListProjection, log)(dossierListTable) as readonly DossierListRow[];
    const deadlines = foldRows(deadlinesProjection, log)(deadlinesTable) as readonly DeadlineRow[];
    expect(rows.length).toBeGreaterThanOrEqual(60);
    for (const row of rows) {
      const state = foldDossier(factsOf(log, `dossier-${row.id}`));
      if (!state) throw new Error('There is such a dossier.');
      const { counts } = viewDossier(state);
      expect(row).toMatchObject({
        revision: state.revision,
        title: state.title,
        step: state.step,
        suspended: state.suspended,
        secrecy: state.secrecy,
        submittingUnitId: state.submittingUnitId,
        bodyId: state.bodyId,
        cluster: state.cluster ?? null,
        procedureVersion: state.procedure?.version ?? null,
        submittedAt: state.submittedAt ?? null,
        receivedAt: state.receivedAt ?? null,
        individuals: counts.byKind.individual,
        collectives: counts.byKind.collective,
        households: counts.byKind.household,
        women: counts.women,
        directWorkers: counts.directWorkers,
        parentDossierId: state.parentDossierId ?? null,
      });
      const own = deadlines.filter(({ dossierId }) => dossierId === row.id);
      expect(standingOf(own)).toEqual({
        counted: [...state.deadlines.values()].map(({ terms, state: standing, missedAt, metAt }) => [
          terms.deadlineId,
          standing,
          terms.startedAt,
          terms.dueAt,
          terms.version,
          missedAt ?? null,
          metAt ?? null,
        ]),
        awaited: [...state.awaited.keys()].filter((id) => !state.deadlines.has(id)),
      });
      const open = own
        .filter(({ state }) => state === 'running' || state === 'missed')
        .flatMap(({ dueAt }) => dueAt ?? []);
      expect(row.nextDueAt).toBe(open.sort()[0] ?? null);
    }
  });
});

describe('the worklist', () => {
  it.each([41, 42, 43])('says of each dossier what the fold of its stream and the handovers say, office %i', (seed) => {
    const log = recordedLog(officeLog(seed, 60));
    const tables = foldRows(worklistProjection, log);
    const rows = tables(worklistTable) as readonly WorkRow[];
    const held = tables(worklistHoldersTable) as readonly WorkHolders[];
    const handovers = log.filter(({ type }) => type === 'HandoverCompleted');
    expect(handovers.length).toBeGreaterThan(3);
    expect(held.some(({ chain }) => chain.length > 1)).toBe(true);
    for (const row of rows) {
      const state = foldDossier(factsOf(log, `dossier-${row.dossierId}`));
      if (!state) throw new Error('There is such a dossier.');
      const { counts } = viewDossier(state);
      expect(row).toMatchObject({
        title: state.title,
        step: state.step,
        suspended: state.suspended,
        submittingUnitId: state.submittingUnitId,
        bodyId: state.bodyId,
        procedureVersion: state.procedure?.version ?? null,
        individuals: counts.byKind.individual,
        revision: state.revision,
        ended: ['archived', 'rejected', 'withdrawn'].includes(state.step),
      });
      const open = [...state.deadlines.values()].filter(({ state: now }) => now === 'running' || now === 'missed');
      expect(row.nextDueAt).toBe(open.map(({ terms }) => terms.dueAt).sort()[0] ?? null);
      const paused = [...state.deadlines.values()].some(({ state: now }) => now === 'paused');
      if (open.length === 0 && paused) expect(row.pausedSince).not.toBeNull();
      const chain = held.find(({ dossierId }) => dossierId === row.dossierId)?.chain ?? [];
      const own = holdersOf(state).officer;
      if (own) expect(chain[0]).toMatchObject({ accountId: own.accountId, positionId: own.positionId });
      for (const [index, { handoverId }] of chain.entries()) {
        const by = handovers.find(({ data }) => data['handoverId'] === handoverId);
        if (!by) continue;
        const before = chain[index - 1]?.accountId;
        if (before !== undefined) expect(by.data['fromAccountId']).toBe(before);
      }
    }
  });
});

/** A cancelled turn that was never counted leaves no trace in the fold. */
function standingOf(deadlines: readonly DeadlineRow[]) {
  const counted = deadlines.filter(({ dueAt }) => dueAt !== null);
  return {
    counted: counted.map((row) => [
      row.deadlineId,
      row.state,
      row.startedAt,
      row.dueAt,
      row.version,
      row.missedAt,
      row.metAt,
    ]),
    awaited: deadlines.filter(({ state }) => state === 'awaited').map(({ deadlineId }) => deadlineId),
  };
}
