import { type Actor, type Decision, type ErrorCode, refuse, type Role, valueOf } from '#libs/domain/kernel';
import {
  allowedSubmissionCommands,
  type AllowedSubmissionCommand,
  type AskedDossier,
  DOSSIERS_LIMIT,
  type MaybeSubmission,
  type SubmissionCommand,
  submissionDecider,
  submissionEvents,
  type SubmissionFact,
} from './index.js';

const NOW = '2026-10-07T02:00:00.000Z';
const PROVINCE = 'ubnd-tinh';

const as = (role: Role, unitId = PROVINCE): Actor => ({ id: `acc-${role}`, positionId: 'pos', unitId, roles: [role] });
const yes: Decision<unknown> = { ok: true, value: undefined };

/** A dossier that says yes to whatever it is asked. */
const willing = (id: string, more: Partial<AskedDossier> = {}): AskedDossier => ({
  id,
  bodyId: PROVINCE,
  answer: yes,
  ...more,
});
const on = (id: string, carried = false) => ({ id, to: { level: 'MOHA' }, place: 'sign', carried });

/** A letter's stream, without a store. */
class Letter {
  state: MaybeSubmission;

  constructor(private dossiers: readonly AskedDossier[] = []) {}

  /** The dossiers answer otherwise from now on. */
  asked(...dossiers: readonly AskedDossier[]): this {
    this.dossiers = dossiers;
    return this;
  }

  did(...commands: readonly SubmissionCommand[]): this {
    for (const command of commands) valueOf(this.take(command));
    return this;
  }

  allowed(actor: Actor): readonly AllowedSubmissionCommand[] {
    if (!this.state) throw new Error('There is no letter yet.');
    const { dossiers } = this;
    return allowedSubmissionCommands(this.state, { submissionId: 'T1', now: NOW, effectiveAt: NOW, actor, dossiers });
  }

  take(command: SubmissionCommand, actor = as('authority')): Decision<readonly SubmissionFact[]> {
    const { dossiers } = this;
    const context = { submissionId: 'T1', now: NOW, effectiveAt: NOW, actor, dossiers };
    const decided = submissionDecider.decide(command, this.state, context);
    if (!decided.ok) return decided;
    for (const fact of decided.value) {
      const read = submissionEvents[fact.type].schema.parse(JSON.parse(JSON.stringify(fact.data)));
      const revision = (this.state?.revision ?? -1) + 1;
      const recorded = { type: fact.type, data: read, revision, recordedAt: NOW, effectiveAt: NOW, actor };
      this.state = submissionDecider.evolve(this.state, recorded as never);
    }
    return decided;
  }
}

const draft = (...dossiers: string[]): SubmissionCommand => ({
  type: 'draft',
  data: { title: 'Đề nghị tặng Huân chương', to: { level: 'MOHA' }, dossiers },
});
const add = (...dossiers: string[]): SubmissionCommand => ({ type: 'add-dossiers', data: { dossiers } });
const remove = (dossierId: string): SubmissionCommand => ({ type: 'remove-dossier', data: { dossierId } });
const send: SubmissionCommand = { type: 'send', data: { letter: { number: '88/TTr', date: '2026-10-07' } } };
const receive: SubmissionCommand = { type: 'receive', data: {} };
const abandon: SubmissionCommand = { type: 'abandon', data: { reason: 'Trình vào đợt sau' } };
const leave = (dossierId: string, at: 'sending' | 'receipt' = 'sending'): SubmissionCommand => ({
  type: 'leave-behind',
  data: { dossierId, at, code: 'DOSSIER_NOT_IN_SUBMISSION' },
});
const refused = (code: ErrorCode, more = {}) => ({ ok: false, error: { code, ...more } });

const three = ['D1', 'D2', 'D3'];
const free = three.map((id) => willing(id));
const listed = three.map((id) => willing(id, { submission: on('T1') }));
const arrived = three.map((id) => willing(id, { submission: on('T1', true) }));
const sent = () =>
  new Letter(free)
    .did(draft(...three))
    .asked(...listed)
    .did(send);

describe('a letter to the level above (tờ trình)', () => {
  it('is drafted by a body that prepares its own dossiers, each of them once and on no other letter', () => {
    expect(new Letter(free).did(draft(...three)).state).toMatchObject({
      id: 'T1',
      bodyId: PROVINCE,
      stage: 'drafted',
      dossiers: three,
    });
    expect(new Letter().did(draft()).state?.dossiers).toEqual([]);
    expect(new Letter().did(draft()).take(draft())).toMatchObject(refused('SUBMISSION_EXISTS'));
    for (const role of ['submitter', 'council_member', 'auditor', 'operator'] as const)
      expect(new Letter().take(draft(), as(role))).toMatchObject(refused('POSITION_NOT_ALLOWED'));
    expect(new Letter(free).take(draft('D1', 'D2', 'D1'))).toMatchObject(
      refused('DOSSIER_TWICE', { params: { dossiers: ['D1'] } }),
    );
    expect(new Letter(free).take(draft('D9'))).toMatchObject(refused('NOT_FOUND'));
    expect(new Letter(free).take(draft('D1'), as('officer', 'tinh-khac'))).toMatchObject(refused('OTHER_UNIT'));
    const taken = willing('D1', { submission: on('T9') });
    expect(new Letter([taken]).take(draft('D1'))).toMatchObject(
      refused('DOSSIER_IN_ANOTHER_SUBMISSION', { params: { dossiers: ['D1'] } }),
    );
    // One that a letter has brought where it is goes on by another.
    expect(new Letter([willing('D1', { submission: on('T9', true) })]).take(draft('D1')).ok).toBe(true);
    const data = { title: 'X', to: { level: 'MP', bodyId: PROVINCE }, dossiers: [] };
    expect(new Letter().take({ type: 'draft', data })).toMatchObject(refused('SUBMISSION_TO_ITSELF'));
  });

  it('takes no dossier that is not on its way there, and says which', () => {
    const not = willing('D2', { answer: refuse('DOSSIER_NOT_READY_FOR_SUBMISSION', { params: { step: 'council' } }) });
    expect(new Letter([willing('D1'), not]).take(draft('D1', 'D2'))).toMatchObject(
      refused('DOSSIER_NOT_READY_FOR_SUBMISSION', { params: { dossier: 'D2', step: 'council' } }),
    );
  });

  it('changes while it is a draft: dossiers come and go', () => {
    const letter = new Letter(free).did(draft('D1'), add('D2', 'D3'), remove('D1'));
    expect(letter.state?.dossiers).toEqual(['D2', 'D3']);
    expect(letter.take(add('D2'))).toMatchObject(refused('DOSSIER_TWICE'));
    expect(letter.take(remove('D1'))).toMatchObject(refused('DOSSIER_NOT_IN_SUBMISSION'));
    expect(letter.take(add('D1'), as('clerk', 'tinh-khac'))).toMatchObject(refused('OTHER_UNIT'));
    const many = Array.from({ length: DOSSIERS_LIMIT }, (_, index) => `M${index}`);
    expect(new Letter(many.map((id) => willing(id))).did(draft(...many)).take(add('D1'))).toMatchObject(
      refused('TOO_MANY_DOSSIERS', { params: { limit: DOSSIERS_LIMIT } }),
    );
  });

  it('is sent whole and once, and changes no more', () => {
    const letter = sent();
    expect(letter.state).toMatchObject({
      stage: 'sent',
      sent: { letter: { number: '88/TTr', date: '2026-10-07' }, at: NOW, by: 'acc-authority' },
    });
    const said = refused('SUBMISSION_SENT', { params: { number: '88/TTr', date: '2026-10-07' } });
    for (const command of [send, add('D9'), remove('D1'), abandon]) expect(letter.take(command)).toMatchObject(said);
  });

  it('is not sent empty, dated tomorrow, by another body, or with a dossier that says no or waits on another letter', () => {
    const drafted = () => new Letter(free).did(draft(...three)).asked(...listed);
    expect(new Letter().did(draft()).take(send)).toMatchObject(refused('SUBMISSION_EMPTY'));
    const tomorrow = { type: 'send', data: { letter: { number: '1', date: '2026-10-08' } } } as const;
    expect(drafted().take(tomorrow)).toMatchObject(refused('DATE_IN_FUTURE'));
    expect(drafted().take(send, as('authority', 'tinh-khac'))).toMatchObject(refused('OTHER_UNIT'));
    const [first, second] = listed;
    const not = willing('D3', { submission: on('T1'), answer: refuse('NO_QUALIFIED_NOMINEE') });
    expect(drafted().asked(first!, second!, not).take(send)).toMatchObject(
      refused('NO_QUALIFIED_NOMINEE', { params: { dossier: 'D3' } }),
    );
    const lost = willing('D3', { submission: on('T2') });
    expect(drafted().asked(first!, second!, lost).take(send)).toMatchObject(
      refused('DOSSIER_IN_ANOTHER_SUBMISSION', { params: { dossiers: ['D3'] } }),
    );
    expect(drafted().asked(first!, second!, willing('D3')).take(send)).toMatchObject(
      refused('DOSSIERS_NOT_ENTERED', { params: { dossiers: ['D3'] } }),
    );
  });

  it('is received in one act for all that it brought; one that lacks something waits and stops none of the others', () => {
    expect(new Letter(free).did(draft('D1')).take(receive)).toMatchObject(refused('SUBMISSION_NOT_SENT'));
    const lacking = { ...arrived[1]!, answer: refuse('DOCUMENTS_MISSING', { params: { missing: ['TT'] } }) };
    const returned = willing('D3');
    const letter = sent().asked(arrived[0]!, lacking, returned).did(receive);
    expect(letter.state).toMatchObject({ stage: 'received', received: { dossiers: ['D1'], at: NOW } });
    expect([...(letter.state?.left ?? [])]).toEqual([
      ['D2', { at: 'receipt', code: 'DOCUMENTS_MISSING', params: [{ name: 'missing', values: ['TT'] }] }],
      ['D3', { at: 'receipt', code: 'DOSSIER_NOT_IN_SUBMISSION', params: [{ name: 'dossier', values: ['D3'] }] }],
    ]);
    expect(letter.take(receive)).toMatchObject(refused('SUBMISSION_RECEIVED'));
  });

  it('keeps the beginning of a long refusal, and says that there is more', () => {
    const missing = ['A', 'B', 'C', 'D'];
    const params = { missing, step: 's'.repeat(60), one: '1', two: '2', three: '3' };
    const lacking = { ...arrived[1]!, answer: refuse('DOCUMENTS_MISSING', { params }) };
    const letter = sent()
      .asked(arrived[0]!, lacking, arrived[2] ?? willing('D3'))
      .did(receive);
    expect(letter.state?.left.get('D2')?.params).toEqual([
      { name: 'missing', values: ['A', 'B', '…'] },
      { name: 'step', values: [`${'s'.repeat(39)}…`] },
      { name: 'one', values: ['1'] },
      { name: 'two', values: ['2'] },
    ]);
  });

  it('brings only what it carried: one that still stands below, or came by another letter, is not received with it', () => {
    const below = listed[1]!;
    const byAnother = willing('D3', { submission: on('T2', true) });
    const { state } = sent().asked(arrived[0]!, below, byAnother).did(receive);
    expect(state?.received?.dossiers).toEqual(['D1']);
    expect([...(state?.left.values() ?? [])].map(({ code }) => code)).toEqual([
      'DOSSIER_NOT_IN_SUBMISSION',
      'DOSSIER_NOT_IN_SUBMISSION',
    ]);
  });

  it('is not received by whom no dossier lets', () => {
    const closed = arrived.map((dossier) => ({ ...dossier, answer: refuse('POSITION_NOT_ALLOWED') }));
    expect(
      sent()
        .asked(...closed)
        .take(receive),
    ).toMatchObject(refused('POSITION_NOT_ALLOWED'));
  });

  it('names who was left behind, told once by the system, and asks no more of him', () => {
    const letter = sent();
    expect(letter.take(leave('D2'))).toMatchObject(refused('POSITION_NOT_ALLOWED'));
    expect(letter.take(leave('D2'), as('system', 'system'))).toMatchObject({ value: [{ type: 'DossierLeftBehind' }] });
    expect(letter.take(leave('D2'), as('system', 'system'))).toEqual({ ok: true, value: [] });
    letter.asked(arrived[0]!, arrived[2]!).did(receive);
    expect(letter.state?.received?.dossiers).toEqual(['D1', 'D3']);
    const none = sent();
    for (const id of three) valueOf(none.take(leave(id), as('system', 'system')));
    expect(none.asked().take(receive)).toMatchObject(refused('SUBMISSION_EMPTY'));
  });

  /** Each command with the code of its no; those that may be given without one. */
  const allowed = (letter: Letter, actor: Actor) =>
    Object.fromEntries(
      letter.allowed(actor).map(({ command, refusal }) => [command, refusal ? refusal.code : ('may' as const)]),
    );

  it('tells whoever asks what he may do with a draft, as the command would answer him', () => {
    const drafted = () => new Letter(free).did(draft(...three)).asked(...listed);
    const may = { 'add-dossiers': 'may', 'remove-dossier': 'may', send: 'may', receive: 'SUBMISSION_NOT_SENT' };
    expect(allowed(drafted(), as('authority'))).toEqual({ ...may, abandon: 'may' });
    expect(allowed(drafted().asked(...free), as('authority'))['send']).toBe('may');
    const closed = listed.map((dossier) => ({ ...dossier, answer: refuse('POSITION_NOT_ALLOWED') }));
    expect(allowed(drafted().asked(...closed), as('officer'))['send']).toBe('POSITION_NOT_ALLOWED');
    const auditor = allowed(drafted().asked(...closed), as('auditor'));
    expect([auditor['abandon'], auditor['add-dossiers']]).toEqual(['POSITION_NOT_ALLOWED', 'POSITION_NOT_ALLOWED']);
    expect(allowed(drafted(), as('clerk', 'tinh-khac'))).toMatchObject({ send: 'OTHER_UNIT', abandon: 'OTHER_UNIT' });
    const lost = willing('D3', { submission: on('T2') });
    expect(allowed(drafted().asked(listed[0]!, listed[1]!, lost), as('authority'))['send']).toBe(
      'DOSSIER_IN_ANOTHER_SUBMISSION',
    );
    expect(allowed(new Letter().did(draft()), as('authority'))).toMatchObject({
      'add-dossiers': 'may',
      'remove-dossier': 'SUBMISSION_EMPTY',
      send: 'SUBMISSION_EMPTY',
    });
    const many = Array.from({ length: DOSSIERS_LIMIT }, (_, index) => `M${index}`);
    const full = new Letter(many.map((id) => willing(id))).did(draft(...many));
    expect(allowed(full, as('clerk'))['add-dossiers']).toBe('TOO_MANY_DOSSIERS');
  });

  it('tells who may receive what was sent, as soon as something of it has arrived', () => {
    const letter = sent();
    expect(allowed(letter, as('officer'))['receive']).toBe('SUBMISSION_UNDER_WAY');
    expect(allowed(letter.asked(arrived[0]!, listed[1]!, listed[2]!), as('officer'))).toEqual({
      'add-dossiers': 'SUBMISSION_SENT',
      'remove-dossier': 'SUBMISSION_SENT',
      send: 'SUBMISSION_SENT',
      receive: 'may',
      abandon: 'SUBMISSION_SENT',
    });
    const closed = arrived.map((dossier) => ({ ...dossier, answer: refuse('POSITION_NOT_ALLOWED') }));
    expect(allowed(letter.asked(...closed), as('clerk'))['receive']).toBe('POSITION_NOT_ALLOWED');
    expect(allowed(letter.asked(...arrived).did(receive), as('officer'))['receive']).toBe('SUBMISSION_RECEIVED');
    expect(allowed(new Letter().did(draft(), abandon), as('authority'))['receive']).toBe('SUBMISSION_ABANDONED');
  });

  it('is given up while it is a draft, for good', () => {
    const letter = new Letter(free).did(draft('D1'), abandon);
    expect(letter.state).toMatchObject({ stage: 'abandoned', abandoned: { reason: 'Trình vào đợt sau' } });
    for (const command of [send, add('D2'), receive, abandon]) {
      expect(letter.take(command)).toMatchObject(refused('SUBMISSION_ABANDONED'));
    }
    expect(new Letter().take(abandon)).toMatchObject(refused('NOT_FOUND'));
  });
});
