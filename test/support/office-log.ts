import type { NewEvent } from '#libs/engine/event-store';
import {
  awaitedTerms,
  deadlineSet,
  decisionDrafted,
  decisionIssued,
  diceOf,
  drafted,
  dueIn,
  fact,
  forwarded,
  nominees,
  received,
  terms,
  type Append,
  type Dice,
  type Nominee,
} from './office-facts.js';
import { detach, escalate } from './office-log-departures.js';
import { unitsLog } from './office-units.js';

/** The life of one dossier and its decision, as appends in their order; turns are decided by dice. */
export function* dossierLife(id: string, dice: Dice): Generator<Append> {
  const stream = `dossier-${id}`;
  const own = (...events: NewEvent[]): Append => ({ stream, events });
  const unit = `unit-${1 + dice(4)}`;
  let people: Nominee[] = nominees(dice, 2 + dice(6));
  const body = `body-${1 + dice(2)}`;
  yield own(drafted(id, unit, body));
  yield own(
    fact('NomineesAdded', { nominees: people }),
    fact('DocumentAttached', { document: 'TT', formats: ['pdf'] }),
  );
  if (dice(12) === 0) yield own(fact('DossierClassified', { level: 'mat', reason: 'Có tài liệu mật' }));
  yield own(fact('DossierSubmitted', { step: 'intake' }));
  yield own(received(), deadlineSet('screen-1', dueIn(dice)), deadlineSet('appraise-1', dueIn(dice)));

  yield* looksAfter(stream, body, dice);
  if (dice(3) === 0) {
    const pause = { deadlineId: 'appraise-1', cause: 'supplement', pausedAt: '2026-08-25T02:00:00.000Z' };
    yield own(
      fact('SupplementRequested', { items: [{ document: 'BC' }], reason: 'Thiếu', step: 'supplement' }),
      fact('DeadlinePaused', { ...pause, remainingWorkingDays: 12 }),
    );
    const again = { deadlineId: 'appraise-1', dueAt: dueIn(dice), version: 2 };
    const then = dice(4);
    if (then === 3) {
      yield own(
        fact('DossierSupplemented', { step: 'appraisal' }),
        fact('DeadlineAwaited', awaitedTerms('appraise-1')),
      );
      yield own(fact('DeadlineSet', { ...terms('appraise-1', dueIn(dice)), version: 2 }));
    } else
      yield own(
        fact('DossierSupplemented', { step: 'appraisal' }),
        then
          ? fact('DeadlineResumed', { ...again, cause: 'supplement', resumedAt: '2026-08-27T02:00:00.000Z' })
          : fact('DeadlineRestarted', { ...again, startedAt: '2026-08-27T02:00:00.000Z' }),
      );
  }
  if (dice(6) === 0) {
    const letter = { number: '12/CV', date: '2026-08-28' };
    yield own(fact('DossierSuspended', { ground: 'complaint', reason: 'Có đơn', letter }));
    yield own(fact('DossierResumed', { reason: 'Đã rõ' }));
  }
  const leaves = people.length > 1 ? dice(5) : undefined;
  if (leaves === 0) yield* detach(id, unit, people, dice);
  if (leaves === 1) yield* escalate(id, unit, people);
  if (leaves === 0 || leaves === 1) people = people.slice(1);
  if (dice(3) === 0) yield own(correction(people, dice));
  if (dice(4) === 0) yield own(fact('DeadlineMissed', { deadlineId: 'screen-1', dueAt: '2026-09-01T10:00:00.000Z' }));
  yield own(fact('DeadlineMet', { deadlineId: 'screen-1', metAt: '2026-09-02T03:00:00.000Z', late: dice(2) === 0 }));

  const end = dice(8);
  if (end === 0) {
    yield own(fact('DossierReturned', { reason: 'Chưa đủ', step: 'rework' }), cancelled());
    return;
  }
  if (end === 1) {
    if (dice(2)) yield own(fact('DeadlineAwaited', awaitedTerms('appraise-1')));
    yield own(fact('DossierWithdrawn', { reason: 'Đơn vị rút', step: 'withdrawn' }), cancelled());
    return;
  }
  if (end === 2) yield own(forwarded('body-2'));
  yield own(
    fact('NomineesAppraised', { verdicts: verdictsOn(id, people) }),
    fact('DossierAppraised', { qualified: people.length, notQualified: 0, step: 'council', council: true }),
  );
  if (end === 3) {
    yield own(fact('DossierRejected', { reason: 'Không đạt', step: 'rejected', ended: 'rejected' }), cancelled());
    return;
  }
  yield* consulted(own, people, dice);
  const met = fact('DeadlineMet', { deadlineId: 'appraise-1', metAt: '2026-09-10T03:00:00.000Z', late: false });
  yield own(fact('DossierApproved', { approved: people.map(({ id }) => id), refused: [], step: 'issuing' }), met);
  yield* decisionLife(id, people, dice);
  yield own(fact('AwardConferred', { heldOn: '2026-10-02', nominees: people.map(({ id }) => id), step: 'archiving' }));
  yield own(fact('DossierArchived', { step: 'archived' }));
}

/** The list of earlier awards that the office of a log begins with. */
const listOf = (dossierId: string): string => `list-${dossierId.split('-')[0]}`;

/** All qualify; the first for an award that stands in the list. */
const verdictsOn = (dossierId: string, people: readonly Nominee[]) =>
  people.map(({ id }, index) => ({
    nomineeId: id,
    verdict: 'qualified' as const,
    reason: 'Đạt',
    evidence: [],
    ...(index === 0 ? { proposal: restingOn(`${listOf(dossierId)}/L1`) } : {}),
  }));

const restingOn = (ref: string) => ({
  outcome: 'pass' as const,
  asOf: '1',
  findings: [
    {
      criterion: 'c1',
      rule: 'R12' as const,
      outcome: 'pass' as const,
      counted: [{ of: 'history' as const, ref, position: '1', award: 'CSTDCS', year: 2025 }],
      passedOver: [],
      missing: [],
      figures: {},
      days: {},
    },
  ],
});

/** Earlier awards of three people, as a unit lists them. */
function earlierAwards(dossierId: string): Append {
  const recipients = ['Lò Thị Mẫu', 'Vi Văn Mẫu', 'Tổ Mẫu'].map((name, index) => ({
    kind: index < 2 ? ('individual' as const) : ('collective' as const),
    name,
    unit: 'Trạm bơm số 2',
    award: 'CSTDCS',
    awardKind: 'cong_trang' as const,
    meritYear: 2025,
  }));
  const list = { unitId: 'unit-1', importId: listOf(dossierId), source: 'Sổ khen thưởng', lines: 3, firstLine: 1 };
  return { stream: 'award-history-unit-1', events: [fact('PastAwardsImported', { ...list, recipients })] };
}

/** Somebody says whose an award of the list is, and that another line was wrong. */
function lookedThrough(dossierId: string): Append {
  const importId = listOf(dossierId);
  const seen = { dossierId, nomineeId: 'N1', ref: `${importId}/L2`, same: true, reason: 'Đối chiếu lý lịch' };
  const struck = { importId, line: 3, because: 'wrong' as const, reason: 'Nhập nhầm' };
  const events = [fact('RecipientRecognised', seen), fact('PastAwardStruck', struck)];
  return { stream: 'award-history-unit-1', events };
}

/** Other bodies are asked and one answers; the list hangs out, somebody objects, and mostly it is taken down again. */
function* consulted(own: (...events: NewEvent[]) => Append, people: readonly Nominee[], dice: Dice): Generator<Append> {
  const asked = { at: 'consult', level: 'MP', byUnitId: 'body-1', question: 'Đề nghị cho ý kiến' };
  const awaited = { ...awaitedTerms('reply-1'), opinionId: 'O1' };
  yield own(
    fact('OpinionRequested', { ...asked, opinionId: 'O1', body: { unitId: 'unit-2', name: 'Công an tỉnh' } }),
    fact('OpinionRequested', { ...asked, opinionId: 'O2', body: { name: 'Cục Thuế tỉnh' } }),
    fact('DeadlineAwaited', awaited),
  );
  const answer = { answer: 'agrees' as const, byBody: dice(2) === 0, late: false };
  yield own(
    fact('OpinionReceived', { ...answer, opinionId: 'O1' }),
    fact('DeadlineCancelled', { deadlineId: 'reply-1', cause: 'record-opinion' }),
  );
  if (dice(3) === 0) yield own(fact('OpinionWithdrawn', { opinionId: 'O2', reason: 'Hỏi nhầm' }));
  const nominees = people.map(({ id }) => id);
  const notice = { noticeId: 'C1', at: 'posting', level: 'MP', byUnitId: 'body-1', nominees, where: 'Trụ sở' };
  yield own(fact('PublicNoticeOpened', { ...notice, contact: { address: 'Số 1' } }));
  const objection = { objectionId: 'K1', noticeId: 'C1', kind: 'comment' as const, substantiated: false, inTime: true };
  if (dice(4) === 0) {
    yield own(fact('ObjectionRecorded', { ...objection, text: 'Đề nghị xem lại', from: 'Người Gửi' }));
    yield own(fact('ObjectionResolved', { objectionId: 'K1', outcome: 'unfounded', reason: 'Đã rõ' }));
  }
  if (dice(4) > 0) yield own(fact('PublicNoticeClosed', { noticeId: 'C1' }));
}

const cancelled = (): NewEvent => fact('DeadlineCancelled', { deadlineId: 'appraise-1', cause: 'ended' });

const work = (body: string, account: number) => ({
  role: 'officer' as const,
  accountId: `acc-${account}`,
  positionId: `pos-${account}`,
  unitId: body,
});

/** Somebody claims it or is given it; now and then it changes hands, or is given back. */
function* looksAfter(stream: string, body: string, dice: Dice): Generator<Append> {
  const own = (...events: NewEvent[]): Append => ({ stream, events });
  const first = dice(3);
  if (dice(4) === 0) return;
  yield own(fact('DossierClaimed', work(body, first)));
  const then = dice(4);
  const { role, accountId, positionId } = work(body, first);
  if (then === 0) yield own(fact('DossierReleased', { role, accountId, positionId, reason: 'Quá tải' }));
  if (then === 1)
    yield own(
      fact('DossierAssigned', { ...work(body, (first + 1) % 3), from: { accountId, positionId }, reason: 'Cân đối' }),
    );
}

/** All that a leaver has, or has no more, goes to another account of the body. */
function handedOver(body: string, dossierIds: readonly string[], dice: Dice, nth: number): Append {
  const from = dice(3);
  const data = {
    handoverId: `H-${body}-${nth}`,
    positionId: `pos-${from}`,
    fromAccountId: `acc-${from}`,
    toPositionId: `pos-${(from + 1) % 3}`,
    toAccountId: `acc-${(from + 1) % 3}`,
    from: `2026-09-${String(1 + dice(28)).padStart(2, '0')}`,
    items: dossierIds.map((dossierId) => ({ dossierId, role: 'officer' as const })),
  };
  return { stream: `unit-${body}`, events: [fact('HandoverCompleted', data)] };
}

function correction(people: readonly Nominee[], dice: Dice): NewEvent {
  const reason = 'Ghi nhầm';
  const person = people.find(({ kind }) => kind === 'individual');
  if (!person || dice(3) === 0)
    return fact('FactCorrected', { revision: 0, field: 'title', old: 'Hồ sơ', new: `Hồ sơ số ${dice(100)}`, reason });
  return fact('FactCorrected', {
    revision: 1,
    nomineeId: person.id,
    field: 'sex',
    old: person.sex ?? 'male',
    new: person.sex === 'male' ? 'female' : 'male',
    reason,
  });
}

function* decisionLife(id: string, people: readonly Nominee[], dice: Dice): Generator<Append> {
  const ids = people.map((person) => person.id);
  for (const turn of dice(5) === 0 ? [1, 2] : [2]) {
    const decisionId = `qd-${id}-${turn}`;
    const stream = `decision-${decisionId}`;
    yield { stream, events: [decisionDrafted(decisionId, [[id, people]])] };
    yield { stream: `dossier-${id}`, events: [fact('NomineesEnteredInDecision', { decisionId, nominees: ids })] };
    if (turn === 1) {
      yield { stream, events: [fact('NumberGivenUp', { reason: 'Sai mẫu' })] };
      yield {
        stream: `dossier-${id}`,
        events: [fact('NomineesReleasedFromDecision', { decisionId, reason: 'Sai mẫu' })],
      };
      continue;
    }
    const number = 1 + dice(500);
    yield { stream: `register-body-1-QĐ-2026`, events: [fact('NumberTaken', { decisionId })] };
    yield { stream, events: [decisionIssued(number)] };
    const symbol = `${number}/QĐ-UBND`;
    const data = { decisionId, number, symbol, date: '2026-09-20', nominees: ids, step: 'conferment' };
    yield { stream: `dossier-${id}`, events: [fact('DecisionReceived', data)] };
    if (dice(6) === 0) {
      const nomineeId = ids[0] ?? 'N1';
      const cancelled = { dossierId: id, nomineeId, ground: 'fraud', reason: 'Gian dối' };
      yield { stream, events: [fact('AwardCancelled', cancelled)] };
      if (dice(2) === 0)
        yield { stream, events: [fact('AwardRestored', { dossierId: id, nomineeId, reason: 'Kết luận được sửa' })] };
    }
  }
}

/** Many dossiers at once, their appends interleaved by dice, each dossier's in its order. */
export function* officeLog(seed: number, dossiers: number): Generator<Append> {
  const dice = diceOf(seed);
  yield* unitsLog(seed);
  const open = Array.from({ length: dossiers }, (_, index) => dossierLife(`D${seed}-${index + 1}`, dice));
  let handovers = 0;
  while (open.length > 0) {
    const at = dice(open.length);
    const next = open[at]?.next();
    if (!next || next.done) open.splice(at, 1);
    else yield next.value;
    handovers += 1;
    if (handovers % 50 !== 0) continue;
    const some = Array.from({ length: 12 }, () => `D${seed}-${1 + dice(dossiers)}`);
    yield handedOver(`body-${1 + dice(2)}`, [...new Set(some)], dice, handovers);
  }
  yield earlierAwards(`D${seed}-1`);
  yield lookedThrough(`D${seed}-1`);
}
