import fc from 'fast-check';
import type { DecisionCommand, DecisionState } from './index.js';
import { checkIssue, evolveDecision, registerStream, viewDecision } from './index.js';
import { valueOf } from '#libs/domain/kernel';
import {
  DecisionOffice,
  actor,
  approvedDossier,
  authority,
  cancel,
  certificateOfMerit,
  clerk,
  draftOf,
  drafted,
  entered,
  giveUp,
  issueOn,
  nominees,
  prizeLaw,
  restore,
} from '../../../../test/support/decision-office.js';

const number = { register: registerStream('ubnd-tinh', 'QĐ', '2026-10-20'), number: 77 };
const day = '2026-10-20';
const refusedWith = (office: DecisionOffice) => [office.refusal?.code, office.refusal?.rule, office.refusal?.params];

describe('Issuing a decision', () => {
  it('gives it number, symbol, date, signer and prizes', () => {
    const office = drafted().when(issueOn(day), { number });
    expect(office.facts.at(-1)).toEqual({
      type: 'DecisionIssued',
      data: {
        number: 77,
        symbol: '77/QĐ-UBND',
        date: day,
        signer: { accountId: 'chair', name: 'Lê Văn Thử', capacity: 'none' },
        baseSalary: { amount: 2_530_000, from: '2026-07-01', source: 'ND 161/2026/NĐ-CP' },
        prizes: { collective: 7_590_000, individual: 3_800_000 },
        roundedUpTo: 10_000,
        total: 265_910_000,
      },
    });
  });

  it.each([
    ['submit', 'submitter'],
    ['appraise-nominees', 'officer'],
    ['complete-appraisal', 'finisher'],
  ] as const)('needs four eyes (R42): who did “%s” neither issues nor signs', (act, who) => {
    const dossier = approvedDossier({
      actors: { submit: ['submitter'], 'appraise-nominees': ['officer'], 'complete-appraisal': ['finisher'] },
    });
    const refused = ['FOUR_EYES', 'R42', { act }];
    expect(refusedWith(drafted(dossier).when(issueOn(day), { number, actor: actor(who, 'clerk') }))).toEqual(refused);
    expect(refusedWith(drafted(dossier).when(issueOn(day, who), { number }))).toEqual(refused);
    const substitute = { ...clerk, onBehalfOf: who };
    expect(refusedWith(drafted(dossier).when(issueOn(day), { number, actor: substitute }))).toEqual(refused);
  });

  it('waits while a dossier is suspended (R18)', () => {
    const dossiers = [entered(approvedDossier({ suspended: true }), 'Q1')];
    expect(refusedWith(drafted().when(issueOn(day), { number, dossiers }))).toEqual([
      'DECISION_DOSSIER_SUSPENDED',
      'R18',
      { dossier: 'D1' },
    ]);
  });

  it('waits until the dossiers have entered the recipients in this draft', () => {
    const dossier = approvedDossier({ approved: nominees({ individual: 1 }) });
    const issue = (seen: typeof dossier) => drafted(dossier).when(issueOn(day), { number, dossiers: [seen] }).refusal;
    expect(issue(dossier)).toMatchObject({ code: 'NOMINEES_NOT_ENTERED', params: { nominees: ['D1/N1'] } });
    expect(issue(entered(dossier, 'Q2'))).toMatchObject({ code: 'NOMINEE_IN_ANOTHER_DECISION' });
    expect(issue({ ...dossier, approved: [] })).toMatchObject({ code: 'NOMINEE_NOT_ELIGIBLE' });
    expect(issue({ ...entered(dossier, 'Q1'), step: 'approval' })?.code).toBe('DOSSIER_NOT_READY_FOR_DECISION');
  });

  it.each([
    ['tomorrow', '2026-10-21', 'DATE_IN_FUTURE'],
    ['before the day of the draft', '2026-10-19', 'DECISION_DATED_BEFORE_DRAFT'],
  ])('cannot be dated %s', (_when, date, code) => {
    expect(drafted().when(issueOn(date), { number }).refusal?.code).toBe(code);
  });

  it('is dated by the office’s clock: 00:30 of the 21st in Hà Nội is no longer the 20th', () => {
    const now = '2026-10-20T17:30:00.000Z';
    expect(drafted().when(issueOn('2026-10-21'), { number, now }).refusals).toEqual([]);
  });

  it('keeps a number that was taken in another year for a date of that year (R45)', () => {
    const now = '2026-12-31T03:00:00.000Z';
    const taken = { register: registerStream('ubnd-tinh', 'QĐ', '2026-12-31'), number: 78 };
    const office = drafted(approvedDossier(), { now }).when(issueOn('2027-01-04'), {
      now: '2027-01-04T03:00:00.000Z',
      number: taken,
    });
    expect(refusedWith(office)).toEqual(['NUMBER_TAKEN_IN_OTHER_YEAR', 'R45', { number: 78, year: 2026 }]);
  });

  it('needs a base salary for its date (R48)', () => {
    const prizes = { ...prizeLaw, baseSalary: prizeLaw.baseSalary.map((each) => ({ ...each, from: '2027-01-01' })) };
    expect(drafted().when(issueOn(day), { number, prizes }).refusal?.code).toBe('BASE_SALARY_UNKNOWN');
  });

  it('is the work of the deciding body’s clerk or authority', () => {
    expect(drafted().when(issueOn(day), { number, actor: authority }).refusals).toEqual([]);
    const stranger = { ...clerk, unitId: 'so-noi-vu' };
    expect(drafted().when(issueOn(day), { number, actor: stranger }).refusal?.code).toBe('OTHER_UNIT');
    const officer = actor('somebody', 'officer');
    expect(drafted().when(issueOn(day), { number, actor: officer }).refusal?.code).toBe('POSITION_NOT_ALLOWED');
  });

  it('is checked before a number is taken, and takes none from another register', () => {
    const office = drafted();
    const context = { decisionId: 'Q1', now: '2026-10-20T03:00:00.000Z', actor: clerk, prizes: prizeLaw };
    const dossiers = [entered(approvedDossier(), 'Q1')];
    expect(valueOf(checkIssue(issueOn(day), office.state, { ...context, dossiers })).total).toBe(265_910_000);
    expect(checkIssue(issueOn(day), office.state, { ...context, dossiers: [] })).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
    expect(() => office.when(issueOn(day))).toThrow('before a number was taken');
    const foreign = { register: registerStream('so-noi-vu', 'QĐ', day), number: 1 };
    expect(() => office.when(issueOn(day), { number: foreign })).toThrow('another body or series');
  });
});

describe('Giving a draft up', () => {
  it('notes the number it had taken, and nothing where it had none', () => {
    expect(drafted().when(giveUp, { number }).facts.at(-1)?.data).toEqual({ ...number, reason: 'Lập trùng' });
    expect(drafted().when(giveUp).facts.at(-1)?.data).toEqual({ reason: 'Lập trùng' });
  });

  it('is open to who may draft or issue in the deciding body', () => {
    expect(drafted().when(giveUp, { actor: authority }).refusals).toEqual([]);
    expect(drafted().when(giveUp, { actor: actor('x', 'submitter') }).refusal?.code).toBe('POSITION_NOT_ALLOWED');
    expect(drafted().when(giveUp, { actor: { ...clerk, unitId: 'so-noi-vu' } }).refusal?.code).toBe('OTHER_UNIT');
    expect(drafted().when(giveUp, { dossiers: [] }).refusal?.code).toBe('NOT_FOUND');
  });

  it('is possible while a dossier is suspended', () => {
    const dossiers = [approvedDossier({ suspended: true, step: 'approval' })];
    expect(drafted().when(giveUp, { dossiers }).refusals).toEqual([]);
  });
});

describe('In every state', () => {
  const { cancellation } = certificateOfMerit;
  const restorable = { roles: ['authority' as const], source: 'L22 Art 93', confidence: 'design' as const };
  const dossier = approvedDossier({
    procedure: { ...certificateOfMerit, cancellation: { ...cancellation, restorable } },
  });
  const states = {
    none: () => new DecisionOffice({ dossiers: [entered(dossier, 'Q1')] }),
    drafted: () => drafted(dossier),
    issued: () => drafted(dossier).when(issueOn(day), { number }).when(cancel('N5'), { actor: authority }),
    given_up: () => drafted(dossier).when(giveUp),
  };
  const commands: Record<string, DecisionCommand> = {
    draft: draftOf(dossier),
    issue: issueOn(day),
    'give-up': giveUp,
    'cancel-award': cancel('N17'),
    'restore-award': restore('N5'),
  };
  const allowed: Record<string, readonly string[]> = {
    none: ['draft'],
    drafted: ['issue', 'give-up'],
    issued: ['cancel-award', 'restore-award'],
    given_up: [],
  };

  it.each(Object.keys(states).flatMap((state) => Object.keys(commands).map((command) => [state, command] as const)))(
    'a decision that is “%s” answers “%s” as it must',
    (state, command) => {
      const office = states[state as keyof typeof states]();
      const before = office.facts.length;
      office.when(commands[command] as DecisionCommand, { number, actor: actor('all', 'clerk', 'authority') });
      if (allowed[state]?.includes(command)) {
        expect(office.facts.length).toBe(before + 1);
      } else {
        const code = state === 'none' ? 'NOT_FOUND' : 'DECISION_NOT_IN_STATE';
        const params = state === 'none' ? { what: 'Q1' } : { state };
        expect(office.refusal).toEqual(expect.objectContaining({ code, params }));
        expect(office.facts.length).toBe(before);
      }
    },
  );

  it('reaches no impossible state and changes nothing by a refusal, whatever is asked in whatever order', () => {
    const names = fc.array(fc.constantFrom(...Object.keys(commands), 'cancel-restorable'), { maxLength: 12 });
    fc.assert(
      fc.property(names, (names) => {
        const office = states.none();
        for (const name of names) {
          const before = office.state;
          const refused = office.refusals.length;
          const command = commands[name] ?? cancel('N5');
          office.when(command, { number, actor: actor('all', 'clerk', 'authority') });
          if (office.refusals.length > refused) expect(office.state).toBe(before);
        }
        const { state, facts } = office;
        const types = facts.map(({ type }) => type);
        expect(types.filter((type) => type === 'DecisionDrafted').length).toBeLessThanOrEqual(1);
        expect(
          types.filter((type) => type === 'DecisionIssued' || type === 'NumberGivenUp').length,
        ).toBeLessThanOrEqual(1);
        expect(state?.stage === 'issued').toBe(state?.issue !== undefined);
        expect(state?.stage === 'given_up').toBe(state?.givenUp !== undefined);
        expect((state?.cancelled.size ?? 0) === 0 || state?.stage === 'issued').toBe(true);
        expect(state?.revision ?? -1).toBe(facts.length - 1);
      }),
    );
  });

  it('cannot begin with anything but a draft', () => {
    const now = '2026-10-20T03:00:00.000Z';
    const context = { revision: 0, recordedAt: now, effectiveAt: now, actor: clerk };
    const stray = { type: 'NumberGivenUp', data: { reason: 'x' }, ...context } as const;
    expect(() => evolveDecision(undefined, stray)).toThrow('cannot begin with NumberGivenUp');
  });

  it('is read with its counts, prizes and cancellations', () => {
    const { state } = drafted(approvedDossier({ approved: nominees({ collective: 1, individual: 2 }) }))
      .when(issueOn(day), { number })
      .when(cancel('N2'), { actor: authority });
    const view = viewDecision(state as DecisionState);
    expect(view).toMatchObject({
      stage: 'issued',
      valid: 2,
      cancelled: 1,
      validByKind: { collective: 1, individual: 1 },
    });
    expect(view.recipients.map(({ prize, cancelled }) => [prize, cancelled?.ground])).toEqual([
      [7_590_000, undefined],
      [3_800_000, 'false_merit'],
      [3_800_000, undefined],
    ]);
  });
});
