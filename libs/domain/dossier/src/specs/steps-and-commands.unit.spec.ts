import { type DossierCommandName, systemCommands } from '#libs/domain/dossier';
import { acts as allActs, actsOfTheSystem } from '#libs/domain/procedure';
import * as acts from '../../../../../test/support/dossier-acts.js';
import type { Move } from '../../../../../test/support/dossier-desk.js';
import * as paths from '../../../../../test/support/dossier-paths.js';
import { deskAfter } from '../../../../../test/support/dossier-spec.js';

/**
 * Every command at every place of BK_TINH, written out by hand: not read from the procedure that the code reads, so that a
 * slip in either shows. Each command brings data that are good where it is possible at all.
 *
 * `ok` done · `--` NOT_POSSIBLE_AT_STEP · `SU` DOSSIER_SUSPENDED · `NS` DOSSIER_NOT_SUSPENDED · `NF` NOT_FOUND ·
 * `ND` DEADLINE_NOT_YET_DUE · `NO` DEADLINE_NOT_OPEN · `PN` POSITION_NOT_ALLOWED · `NH` DOSSIER_NOT_HELD ·
 * `NL` NO_FAVOURABLE_RULE, `NX` NO_DEADLINE_TO_EXTEND · `NR` DOSSIER_NOT_READY_FOR_SUBMISSION · `NT` DOSSIER_NOT_IN_SUBMISSION
 */
const TABLE = `
                       none draft intak early appra suppl rework counc appro issui confe archi ended rejec withd halted
draft                  ok   --    --    --    --    --    --     --    --    --    --    --    --    --    --    --
add-nominees           NF   ok    --    ok    --    --    ok     --    --    --    --    --    --    --    --    SU
attach-document        NF   ok    --    ok    --    ok    ok     --    --    --    --    --    --    --    --    SU
classify               NF   ok    ok    ok    ok    ok    ok     ok    ok    --    --    --    --    --    --    ok
submit                 NF   ok    --    --    --    --    ok     --    --    --    --    --    --    --    --    SU
receive                NF   --    ok    --    --    --    --     --    --    --    --    --    --    --    --    SU
request-supplement     NF   --    ok    --    ok    --    --     --    --    --    --    --    --    --    --    SU
supplement             NF   --    --    ok    --    ok    --     --    --    --    --    --    --    --    --    SU
complete-step          NF   --    --    --    --    --    --     --    --    --    --    --    --    --    --    SU
ask-opinion            NF   --    --    --    --    --    --     --    --    --    --    --    --    --    --    SU
record-opinion         NF   --    --    --    --    --    --     --    --    --    --    --    --    --    --    --
withdraw-opinion       NF   --    --    --    --    --    --     --    --    --    --    --    --    --    --    SU
open-notice            NF   --    --    --    --    --    --     --    --    --    --    --    --    --    --    SU
record-objection       NF   --    --    --    --    --    --     --    --    --    --    --    --    --    --    --
resolve-objection      NF   --    --    --    --    --    --     --    --    --    --    --    --    --    --    --
send-copies            NF   --    --    --    --    --    --     --    --    --    --    --    --    --    --    SU
correct-copy           NF   --    --    --    --    --    --     --    --    --    --    --    --    --    --    --
answer-opinion         NF   NF    NF    NF    NF    NF    NF     NF    NF    NF    NF    NF    NF    NF    NF    NF
return                 NF   --    ok    --    ok    --    --     --    --    --    --    --    --    --    --    SU
appraise-nominees      NF   --    --    --    ok    --    --     --    --    --    --    --    --    --    --    SU
complete-appraisal     NF   --    --    --    ok    --    --     --    --    --    --    --    --    --    --    SU
record-council-result  NF   --    --    --    --    --    --     ok    --    --    --    --    --    --    --    SU
approve                NF   --    --    --    --    --    --     --    ok    --    --    --    --    --    --    SU
reject                 NF   --    --    --    --    --    --     --    ok    --    --    --    --    --    --    SU
forward                NF   --    --    --    --    --    --     --    --    --    --    --    --    --    --    SU
enter-in-decision      NF   --    --    --    --    --    --     --    --    ok    --    --    --    --    --    SU
release-from-decision  NF   --    --    --    --    --    --     --    --    ok    --    --    --    --    --    --
receive-decision       NF   --    --    --    --    --    --     --    --    ok    --    --    --    --    --    --
confer                 NF   --    --    --    --    --    --     --    --    --    ok    --    --    --    --    SU
archive                NF   --    --    --    --    --    --     --    --    --    --    ok    --    --    --    SU
withdraw               NF   ok    ok    ok    ok    ok    ok     ok    ok    --    --    --    --    --    --    ok
suspend                NF   --    --    --    ok    ok    --     ok    ok    ok    --    --    --    --    --    SU
resume                 NF   --    --    --    NS    NS    --     NS    NS    NS    NS    NS    --    --    --    ok
detach-nominees        NF   --    --    --    ok    ok    --     ok    ok    ok    --    --    --    --    --    ok
escalate-nominees      NF   --    --    --    ok    ok    --     --    ok    --    --    --    --    --    --    SU
correct-fact           NF   ok    ok    ok    ok    ok    ok     ok    ok    ok    ok    ok    ok    ok    ok    ok
claim                  NF   PN    ok    ok    ok    ok    PN     PN    PN    ok    PN    ok    --    --    --    ok
assign                 NF   --    ok    ok    ok    ok    ok     ok    ok    ok    ok    ok    --    --    --    ok
release                NF   NH    NH    NH    NH    NH    NH     NH    NH    NH    NH    NH    --    --    --    NH
open-detached          ok   --    --    --    --    --    --     --    --    --    --    --    --    --    --    --
open-escalated         ok   --    --    --    --    --    --     --    --    --    --    --    --    --    --    --
enter-in-submission    NF    NR    NR    NR    NR    NR    NR    NR    NR    NR    NR    NR    NR    NR    NR    NR
release-from-submission NF   ok    ok    ok    ok    ok    ok    ok    ok    ok    ok    ok    ok    ok    ok    ok
forward-by-submission  NF    NT    NT    NT    NT    NT    NT    NT    NT    NT    NT    NT    NT    NT    NT    NT
receive-by-submission  NF    NT    NT    NT    NT    NT    NT    NT    NT    NT    NT    NT    NT    NT    NT    NT
record-missed-deadline NF   NF    NF    NF    ND    NO    NO     ND    NO    NO    NO    NO    NO    NO    NO    NO
note-lost-evidence     NF   ok    ok    ok    ok    ok    ok     ok    ok    ok    ok    ok    ok    ok    ok    ok
extend-deadline        NF   NX    NX    NX    ok    NX    NX     ok    NX    NX    NX    NX    NX    NX    NX    NX
apply-favourable       NF   --    --    --    NL    NL    NL     NL    NL    NL    NL    NL    --    --    --    NL
settle-deadlines       NF   ok    ok    ok    ok    ok    ok     ok    ok    ok    ok    ok    ok    ok    ok    ok
`;

const codes: Readonly<Record<string, string>> = {
  '--': 'NOT_POSSIBLE_AT_STEP',
  NL: 'NO_FAVOURABLE_RULE',
  NX: 'NO_DEADLINE_TO_EXTEND',
  SU: 'DOSSIER_SUSPENDED',
  NS: 'DOSSIER_NOT_SUSPENDED',
  NF: 'NOT_FOUND',
  ND: 'DEADLINE_NOT_YET_DUE',
  NO: 'DEADLINE_NOT_OPEN',
  PN: 'POSITION_NOT_ALLOWED',
  NH: 'DOSSIER_NOT_HELD',
  NR: 'DOSSIER_NOT_READY_FOR_SUBMISSION',
  NT: 'DOSSIER_NOT_IN_SUBMISSION',
};

/** Where the dossier can stand, and how it comes there. At `issui` the first nominee is in a draft decision, the second is not. */
const places: Readonly<Record<string, readonly Move[]>> = {
  none: [],
  draft: paths.filled(),
  intak: paths.submitted(),
  early: [...paths.submitted(), acts.requestSupplement()],
  appra: [...paths.received(), acts.appraise(['N1', 'N2'])],
  suppl: [...paths.received(), acts.requestSupplement()],
  rework: [...paths.received(), acts.returnDossier()],
  counc: paths.appraised(),
  appro: paths.voted(),
  issui: [...paths.approved(), acts.enterInDecision(['N1'])],
  confe: paths.decided(),
  archi: paths.conferred(),
  ended: paths.archived(),
  rejec: [...paths.voted(), acts.reject()],
  withd: [...paths.received(), acts.withdraw()],
  halted: [...paths.received(), acts.appraise(['N1', 'N2']), acts.suspend()],
};

const stepOf: Readonly<Record<string, string>> = {
  draft: 'drafting',
  intak: 'intake',
  early: 'supplement-before-receipt',
  appra: 'appraisal',
  suppl: 'supplement',
  rework: 'rework',
  counc: 'council',
  appro: 'approval',
  issui: 'issuing',
  confe: 'conferment',
  archi: 'archiving',
  ended: 'archived',
  rejec: 'rejected',
  withd: 'withdrawn',
  halted: 'appraisal',
};

const parent = deskAfter([paths.received()]).state;

const commands: Readonly<Record<DossierCommandName, Move>> = {
  draft: acts.draft(),
  'add-nominees': acts.addNominees({ nominees: [acts.individual('Người Ba')] }),
  'attach-document': acts.attachDocument(),
  classify: acts.classify(),
  submit: acts.submit(),
  receive: acts.receive(),
  'request-supplement': acts.requestSupplement(),
  supplement: acts.supplement(),
  'complete-step': acts.completeStep(),
  'ask-opinion': acts.askOpinion(),
  'record-opinion': acts.recordOpinion(),
  'withdraw-opinion': acts.withdrawOpinion(),
  'open-notice': acts.openNotice(),
  'record-objection': acts.recordObjection(),
  'resolve-objection': acts.resolveObjection(),
  'send-copies': acts.sendCopies(),
  'correct-copy': acts.correctCopy(),
  'answer-opinion': acts.answerOpinion(),
  return: acts.returnDossier(),
  'appraise-nominees': acts.appraise(['N1']),
  'complete-appraisal': acts.completeAppraisal(),
  'record-council-result': acts.councilResult({ N1: { yes: 17 }, N2: { yes: 3 } }),
  approve: acts.approve(['N1'], { N2: 'Chưa đủ thành tích' }),
  reject: acts.reject(),
  forward: acts.forward(),
  'enter-in-decision': acts.enterInDecision(['N2']),
  'release-from-decision': acts.releaseFromDecision(),
  'receive-decision': acts.receiveDecision(['N1']),
  confer: acts.confer(),
  archive: acts.archive(),
  withdraw: acts.withdraw(),
  suspend: acts.suspend(),
  resume: acts.resume(),
  'detach-nominees': acts.detachNominees(),
  'escalate-nominees': acts.escalateNominees(),
  'correct-fact': acts.correctFact(),
  claim: acts.claim(),
  assign: acts.assign(),
  release: acts.release(),
  'open-detached': acts.openDetached(parent ? { parent } : {}),
  'open-escalated': acts.openEscalated(parent ? { parent } : {}),
  'enter-in-submission': acts.enterInSubmission(),
  'release-from-submission': acts.releaseFromSubmission(),
  'forward-by-submission': acts.forwardBySubmission(),
  'receive-by-submission': acts.receiveBySubmission(),
  'record-missed-deadline': acts.recordMissed(),
  'note-lost-evidence': acts.noteLostEvidence(),
  'extend-deadline': acts.extendDeadline(),
  'apply-favourable': acts.applyFavourable(),
  'settle-deadlines': acts.settleDeadlines(),
};

const [heading = '', ...rows] = TABLE.trim().split('\n');
const columns = heading.trim().split(/\s+/);
const cells = rows.flatMap((row) => {
  const [command = '', ...expected] = row.trim().split(/\s+/);
  return columns.map((place, index) => ({ command, place, expected: expected[index] ?? '?' }));
});

describe('every command at every place', () => {
  it('the table has a row for each command and a column for each place', () => {
    expect(rows.map((row) => row.split(' ')[0]).sort()).toEqual(Object.keys(commands).sort());
    expect(columns).toEqual(Object.keys(places));
    expect(cells).toHaveLength(50 * 16);
  });

  it.each(Object.entries(stepOf))('the way to “%s” ends at the step %s', (place, step) => {
    expect(deskAfter([places[place] ?? []]).state?.step).toBe(step);
  });

  it.each(cells)('$command at $place: $expected', ({ command, place, expected }) => {
    const desk = deskAfter([places[place] ?? []]);
    const before = desk.state;
    const done = desk.take(commands[command as DossierCommandName]);
    expect(done.ok ? 'ok' : done.error.code).toBe(codes[expected] ?? expected);
    if (!done.ok) expect(desk.state).toBe(before);
  });
});

it('the acts that a procedure may leave to the system are those that it does by itself', () => {
  expect([...actsOfTheSystem].sort()).toEqual(allActs.filter((act) => act in systemCommands).sort());
});
