import type { NewEvent } from '#libs/engine/event-store';
import { recordedOf } from '../../../../../test/support/recorded.js';
import { foldRows } from '#libs/engine/projections';
import { deadlineSet, drafted, fact, received, terms } from '../../../../../test/support/office-facts.js';
import { dossierListProjection } from './dossier-list.projection.js';
import { dossierListTable } from './dossier-list.tables.js';

const listed = (...events: NewEvent[]): object | undefined =>
  foldRows(dossierListProjection, recordedOf('dossier-D1', events))(dossierListTable)[0];

const people = fact('NomineesAdded', {
  nominees: [
    { id: 'N1', kind: 'individual', name: 'A', sex: 'female', standing: 'direct_worker', unit: 'Tổ 1' },
    { id: 'N2', kind: 'individual', name: 'B', sex: 'male', standing: 'leader', unit: 'Tổ 1' },
    { id: 'N3', kind: 'collective', name: 'C', unit: 'Tổ 1' },
    { id: 'N4', kind: 'household', name: 'D', unit: 'Tổ 1' },
  ],
});
const reason = 'vì ghi nhầm';

describe('a dossier in the list', () => {
  it('begins as a draft without nominees, clocks or outcome', () => {
    expect(listed(drafted('D1'))).toMatchObject({
      id: 'D1',
      step: 'drafting',
      procedureCode: 'BK_TINH',
      procedureVersion: null,
      individuals: 0,
      nextDueAt: null,
      outcome: null,
      secrecy: 'none',
      suspended: false,
      draftedAt: '2026-08-21T02:00:00.000Z',
      revision: 0,
    });
  });

  it('counts nominees by kind, women and direct workers among individuals', () => {
    expect(listed(drafted('D1'), people)).toMatchObject({
      individuals: 2,
      collectives: 1,
      households: 1,
      women: 1,
      directWorkers: 1,
    });
  });

  it('counts out who left, and again who was corrected', () => {
    const left = fact('NomineesDetached', { childDossierId: 'D2', nominees: ['N1', 'N4'], reason });
    expect(listed(drafted('D1'), people, left)).toMatchObject({
      individuals: 1,
      households: 0,
      women: 0,
      directWorkers: 0,
    });
    const sex = fact('FactCorrected', {
      revision: 1,
      nomineeId: 'N2',
      field: 'sex',
      old: 'male',
      new: 'female',
      reason,
    });
    const standing = fact('FactCorrected', {
      revision: 1,
      nomineeId: 'N2',
      field: 'standing',
      old: 'leader',
      new: 'direct_worker',
      reason,
    });
    expect(listed(drafted('D1'), people, sex, standing)).toMatchObject({ women: 2, directWorkers: 2, revision: 3 });
  });

  it('shows a corrected title and cluster, and finds it under the new one', () => {
    const title = fact('FactCorrected', { revision: 0, field: 'title', old: 'x', new: 'Đợt Hai', reason });
    const cluster = fact('FactCorrected', { revision: 0, field: 'cluster', old: 'x', new: 'Cụm 2', reason });
    const name = fact('FactCorrected', { revision: 1, nomineeId: 'N1', field: 'name', old: 'A', new: 'Á', reason });
    const ofPerson = fact('FactCorrected', {
      revision: 1,
      nomineeId: 'N1',
      field: 'cluster',
      old: 'x',
      new: 'Cụm 9',
      reason,
    });
    expect(listed(drafted('D1'), people, title, cluster, name, ofPerson)).toMatchObject({
      title: 'Đợt Hai',
      cluster: 'Cụm 2',
      revision: 5,
    });
  });

  it('is bound by the receipt to a version of the procedure', () => {
    expect(listed(drafted('D1'), fact('DossierSubmitted', { step: 'intake' }), received())).toMatchObject({
      procedureVersion: 'R2025.1',
      submittedAt: '2026-08-21T02:00:00.000Z',
      receivedAt: '2026-08-21T02:00:00.000Z',
      cluster: 'Khối thi đua số 3',
      step: 'appraisal',
    });
  });

  it('has as next due the earliest clock that runs', () => {
    const pausedAt = '2026-08-22T02:00:00.000Z';
    const [screen, appraise] = ['2026-08-28T10:00:00.000Z', '2026-09-18T10:00:00.000Z'];
    const both = [drafted('D1'), deadlineSet('appraise-1', appraise), deadlineSet('screen-1', screen)];
    expect(listed(...both)).toMatchObject({ nextDueAt: screen, nextDueClock: 'screen' });
    const paused = fact('DeadlinePaused', { deadlineId: 'screen-1', cause: 'x', pausedAt, remainingWorkingDays: 3 });
    expect(listed(...both, paused)).toMatchObject({ nextDueAt: appraise, nextDueClock: 'appraise' });
    const dueAt = '2026-09-01T10:00:00.000Z';
    const resumed = fact('DeadlineResumed', {
      deadlineId: 'screen-1',
      cause: 'x',
      resumedAt: pausedAt,
      dueAt,
      version: 2,
    });
    expect(listed(...both, paused, resumed)).toMatchObject({ nextDueAt: dueAt, nextDueClock: 'screen' });
    const met = fact('DeadlineMet', { deadlineId: 'screen-1', metAt: dueAt, late: false });
    const cancelled = fact('DeadlineCancelled', { deadlineId: 'appraise-1', cause: 'withdrawn' });
    expect(listed(...both, met, cancelled)).toMatchObject({ nextDueAt: null, nextDueClock: null, openDeadlines: {} });
  });

  it('says how it ended; a return ends with the next submission', () => {
    const returned = fact('DossierReturned', { reason, step: 'rework' });
    expect(listed(drafted('D1'), returned)).toMatchObject({ outcome: 'returned', step: 'rework' });
    const again = fact('DossierSubmitted', { step: 'intake' });
    expect(listed(drafted('D1'), returned, again)).toMatchObject({ outcome: null, step: 'intake' });
    const decision = { decisionId: 'qd-1', number: 77, symbol: '77/QĐ-UBND', date: '2026-09-20' };
    const granted = fact('DecisionReceived', { ...decision, nominees: ['N1'], step: 'conferment' });
    expect(listed(drafted('D1'), people, granted)).toMatchObject({
      outcome: 'granted',
      decisionId: 'qd-1',
      decisionNumber: 77,
      decisionSymbol: '77/QĐ-UBND',
      decisionDate: '2026-09-20',
    });
  });

  it('that was detached begins where its parent stood', () => {
    const pauses = [{ from: '2026-08-25T02:00:00.000Z' }];
    const opened = fact('DetachedDossierOpened', {
      dossierId: 'D1',
      parentDossierId: 'D0',
      procedureCode: 'BK_TINH',
      kind: 'chuyen_de',
      title: 'Tách',
      submittingUnitId: 'unit-1',
      bodyId: 'body-1',
      procedure: { code: 'BK_TINH', version: 'R2025.1', hash: 'h' },
      receivedAt: '2026-08-20T02:00:00.000Z',
      step: 'council',
      nominees: [{ id: 'N1', kind: 'individual', name: 'A', sex: 'female', unit: 'Tổ 1' }],
      documents: [],
      verdicts: [],
      approved: [],
      actors: {},
      suspended: true,
      secrecy: 'mat',
      warnings: [],
      awaited: [],
      deadlines: [{ ...terms('appraise-1', '2026-09-18T10:00:00.000Z'), pauses }],
    });
    expect(listed(opened)).toMatchObject({
      parentDossierId: 'D0',
      procedureVersion: 'R2025.1',
      receivedAt: '2026-08-20T02:00:00.000Z',
      step: 'council',
      suspended: true,
      secrecy: 'mat',
      women: 1,
      nextDueAt: null,
      openDeadlines: { 'appraise-1': { paused: true } },
    });
  });
});
