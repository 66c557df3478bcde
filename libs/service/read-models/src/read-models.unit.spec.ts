import { foldDossier, type RecordedDossierFact, viewDossier } from '#libs/domain/dossier';
import type { RecordedEvent } from '#libs/engine/event-store';
import { assertTotal, foldRows } from '#libs/engine/projections';
import { officer } from '../../../../test/support/office-facts.js';
import { officeLog } from '../../../../test/support/office-log.js';
import { recordedLog } from '../../../../test/support/recorded.js';
import { deadlinesTable, type DeadlineRow } from './deadlines/deadlines.tables.js';
import { dossierListTable, type DossierListRow } from './dossier-list/dossier-list.tables.js';
import { deadlinesProjection, dossierListProjection, knownEventTypes, projections } from './index.js';

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
