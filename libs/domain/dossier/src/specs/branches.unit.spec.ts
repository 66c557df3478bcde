import type { Actor } from '#libs/domain/kernel';
import { allowedCommands, blockedBy } from '#libs/domain/dossier';
import { checkSoundness, isActing, type Procedure, type Step, type Way } from '#libs/domain/procedure';
import * as acts from '../../../../../test/support/dossier-acts.js';
import { Desk, type Move, people } from '../../../../../test/support/dossier-desk.js';
import { procedureNamed } from '../../../../../test/support/procedures.js';

const bk = procedureNamed('BK_TINH@R2025.1');
const names = { vi: 'Bước', en: 'Step' };
const done = (to: string, more: object = {}) => ({
  to,
  names: { vi: 'xong', en: 'done' },
  reason: 'none' as const,
  ...more,
});
const task = (outcomes: Readonly<Record<string, ReturnType<typeof done>>>, roles = ['officer'], kind = 'task'): Step =>
  ({ kind, names, level: 'MP', roles, acts: { 'complete-step': { outcomes }, claim: {} }, clocks: [] }) as Step;

const appraisal = bk.steps['appraisal'];
if (appraisal?.kind !== 'task') throw new Error('BK_TINH has an appraisal.');

/** BK_TINH with a public notice and the opinions of other bodies at the same time, before the council. */
const steps: Procedure['steps'] = {
  ...bk.steps,
  appraisal: {
    ...appraisal,
    acts: { ...appraisal.acts, 'complete-appraisal': { to: 'prepare' } },
  },
  prepare: { kind: 'fork', names, level: 'MP', branches: { a: 'consult', b: 'posting' }, join: 'prepared' },
  consult: task({
    answered: done('prepared'),
    unanswered: done('prepared', { roles: ['authority'], reason: 'required' }),
  }),
  posting: task(
    {
      clean: done('prepared', { notBefore: 'posting' }),
      objections: done('objection'),
      upheld: done('rejected', { leaves: 'prepare' }),
    },
    ['officer'],
    'notice',
  ),
  objection: task({ cleared: done('prepared') }),
  prepared: { kind: 'join', names, level: 'MP', to: 'council' },
};
const posting = {
  names: { vi: 'Công khai', en: 'Public notice' },
  limit: { value: 10, unit: 'working_day', firstDayCounted: true, source: 'ND 152 Art 44(2)', confidence: 'verified' },
  binding: 'not_before',
  rule: 'R39',
  startsOn: [{ entered: 'posting' }],
  metBy: [{ left: 'posting' }],
  cancelledBy: [],
  pausedAt: [],
  onSupplement: 'run_on',
  responsible: 'officer',
} as const satisfies Procedure['clocks'][string];
const appraise = bk.clocks['appraise'];
if (!appraise) throw new Error('BK_TINH has an appraisal clock.');

const everywhere = ['consult', 'posting', 'objection'];
const withPlaces = (side: NonNullable<Procedure['sideActs']['withdraw']>) => ({
  ...side,
  at: [...side.at, ...everywhere],
});
const { withdraw, suspend, resume } = bk.sideActs;
if (!withdraw || !suspend || !resume) throw new Error('BK_TINH can be withdrawn, suspended and resumed.');

const branched: Procedure = {
  ...bk,
  hash: 'branched',
  steps,
  clocks: { ...bk.clocks, posting, appraise: { ...appraise, pausedAt: ['posting'] } },
  sideActs: {
    ...bk.sideActs,
    withdraw: withPlaces(withdraw),
    suspend: withPlaces(suspend),
    resume: withPlaces(resume),
  },
};

const appraised: readonly Move[] = [
  acts.draft(),
  acts.addNominees({ nominees: [acts.individual('Người Một')] }),
  ...['TT', 'DS', 'BC_CT_CN', 'BB'].map((document) => acts.attachDocument({ document })),
  acts.submit(),
  acts.receive({ at: '2026-08-10' }),
  acts.appraise(['N1']),
  acts.completeAppraisal({ at: '2026-08-12' }),
];

const desk = (...moves: readonly Move[]): Desk => deskOf(branched, ...moves);

function deskOf(procedure: Procedure, ...moves: readonly Move[]): Desk {
  const made = new Desk({ procedures: [procedure] });
  for (const move of [...appraised, ...moves]) {
    const answer = made.take(move);
    if (!answer.ok) throw new Error(`${move.command.type}: ${JSON.stringify(answer.error)}`);
  }
  return made;
}

const complete = (outcome: string, more: object = {}, by: Actor = people.officer): Move => {
  const { at, ...data } = more as { at?: string };
  return { command: { type: 'complete-step', data: { outcome, ...data } }, by, ...(at ? { at } : {}) };
};

describe('A dossier in two branches', () => {
  it('is at both, and the fact that brought it there says so', () => {
    const { state, facts } = desk();
    expect(state?.places).toEqual(['consult', 'posting']);
    expect(state?.step).toBe('consult');
    expect(facts.find(({ type }) => type === 'DossierAppraised')?.data).toMatchObject({
      step: 'consult',
      places: ['consult', 'posting'],
    });
  });

  it('waits at the join until the other branch has come, and goes on as one', () => {
    const waiting = desk(complete('answered'));
    expect(waiting.state?.places).toEqual(['prepared', 'posting']);
    expect(waiting.state?.step).toBe('posting');
    waiting.take(complete('clean', { at: '2026-08-27' }));
    expect(waiting.state?.places).toEqual(['council']);
    expect(waiting.state?.councils).toEqual(['BODY-1']);
  });

  it('R39 the council does not begin before a notice has stood for its time', () => {
    const refused = desk(complete('answered')).ask(complete('clean', { at: '2026-08-20' }));
    expect(refused).toMatchObject({
      ok: false,
      error: { code: 'WINDOW_NOT_OVER', rule: 'R39', params: { until: '00:00 25/08/2026' } },
    });
  });

  it('names the rule that the clock itself rests on, and none where it names none', () => {
    const refusedUnder = (changed: Procedure['clocks'][string]) => {
      const made = new Desk({ procedures: [{ ...branched, clocks: { ...branched.clocks, posting: changed } }] });
      for (const move of [...appraised, complete('answered')]) made.take(move);
      const refused = made.ask(complete('clean', { at: '2026-08-20' }));
      return refused.ok ? undefined : { rule: refused.error.rule, source: refused.error.source };
    };
    const { rule: _rule, ...unnamed } = posting;
    expect(refusedUnder({ ...posting, rule: 'R40' })).toEqual({ rule: 'R40', source: posting.limit.source });
    expect(refusedUnder(unnamed)).toEqual({ rule: undefined, source: posting.limit.source });
  });

  it('R39 says of each branch for what it waits: an answer, the end of the notice, the other branches', () => {
    const linesOf = (opened: Desk, at?: string) => {
      const { state } = opened;
      if (!state) throw new Error('No dossier.');
      return blockedBy(state, opened.contextOf({ ...complete('answered'), by: people.auditor, ...(at ? { at } : {}) }))
        .lines;
    };
    const posted = { place: 'posting', reason: 'time', rule: 'R39', until: '2026-08-24T17:00:00.000Z', acts: [] };
    const opened = desk();
    expect(linesOf(opened)).toMatchObject([
      { place: 'consult', reason: 'act', acts: [{ act: 'complete-step', outcome: 'answered' }] },
      posted,
    ]);
    expect(linesOf(desk(complete('answered')))).toMatchObject([
      { place: 'prepared', reason: 'branches', acts: [] },
      // Going on in one branch is no arrival in the other.
      { ...posted, since: linesOf(opened)[1]?.since },
    ]);
    expect(linesOf(opened, '2026-08-27')[1]).toMatchObject({
      place: 'posting',
      reason: 'act',
      acts: [{ act: 'complete-step', outcome: 'clean', by: [{ role: 'officer' }] }],
    });
  });

  it('a branch may go on while the other waits, and an outcome that leaves the block ends both', () => {
    expect(desk(complete('objections')).state?.places).toEqual(['consult', 'objection']);
    const ended = desk(complete('upheld'));
    expect(ended.state?.places).toEqual(['rejected']);
    expect(ended.facts.at(-1)?.type === 'DeadlineCancelled' || ended.state?.deadlines.size).toBeTruthy();
    expect([...(ended.state?.deadlines.values() ?? [])].filter(({ state }) => state === 'running')).toEqual([]);
  });

  describe('that is sent back by one of them', () => {
    const back = (way: Partial<Record<'return' | 'request-supplement', Way>>): Procedure => {
      const consult = branched.steps['consult'];
      if (!consult || !isActing(consult)) throw new Error('It consults.');
      return {
        ...branched,
        steps: { ...branched.steps, consult: { ...consult, acts: { ...consult.acts, ...way } } },
      };
    };
    const returning = back({ return: { to: 'rework', leaves: 'prepare' } });
    const asking = back({ 'request-supplement': { to: 'supplement', leaves: 'prepare' } });

    it.each([
      ['returned', returning, acts.returnDossier(), 'DossierReturned', 'rework'],
      ['asked for a supplement', asking, acts.requestSupplement(), 'SupplementRequested', 'supplement'],
    ] as const)('%s: leaves all of them in one event', (_how, procedure, move, type, step) => {
      expect(checkSoundness(procedure)).toEqual([]);
      const sent = deskOf(procedure);
      const before = sent.facts.length;
      expect(sent.take({ ...move, at: '2026-08-13' }).ok).toBe(true);
      const facts = sent.facts.slice(before);
      expect(facts.filter(({ type: each }) => !each.startsWith('Deadline')).map(({ type: each }) => each)).toEqual([
        type,
      ]);
      expect(facts.find((fact) => fact.type === type)?.data).toMatchObject({ step });
      expect(facts.find((fact) => fact.type === type)?.data).not.toHaveProperty('places');
      expect(sent.state?.places).toEqual([step]);
      // What the other branch was under runs no more.
      expect(sent.state?.deadlines.get('posting-1')?.state).not.toBe('running');
      for (const outcome of ['answered', 'clean', 'objections']) {
        expect(sent.ask(complete(outcome, { at: '2026-08-27' }))).toMatchObject({
          ok: false,
          error: { code: 'NOT_POSSIBLE_AT_STEP' },
        });
      }
    });

    it('goes through all of them again: what had come to the join counts no more', () => {
      const sent = deskOf(
        returning,
        complete('clean', { at: '2026-08-27' }),
        { ...acts.returnDossier(), at: '2026-08-27' },
        { ...acts.submit(), at: '2026-08-28' },
        acts.receive({ at: '2026-08-28' }),
        { ...acts.completeAppraisal(), at: '2026-08-28' },
      );
      expect(sent.state?.places).toEqual(['consult', 'posting']);
      sent.take(complete('answered', { at: '2026-08-28' }));
      expect(sent.state?.places).toEqual(['prepared', 'posting']);
    });
  });

  it('is withdrawn from both branches in one event', () => {
    const { state, facts } = desk(acts.withdraw());
    expect(state?.places).toEqual(['withdrawn']);
    expect(facts.find(({ type }) => type === 'DossierWithdrawn')?.data).toMatchObject({
      step: 'withdrawn',
      ended: 'withdrawn',
    });
  });

  it('is suspended in both and goes on in both', () => {
    const suspended = desk(acts.suspend());
    expect(suspended.ask(complete('answered'))).toMatchObject({ ok: false, error: { code: 'DOSSIER_SUSPENDED' } });
    suspended.take(acts.resume());
    expect(suspended.state?.places).toEqual(['consult', 'posting']);
  });

  it('a clock stands still while one of its places is such that it does', () => {
    const { state } = desk();
    expect(state?.deadlines.get('appraise-1')?.state).toBe('paused');
    expect(desk(complete('objections')).state?.deadlines.get('appraise-1')?.state).toBe('running');
  });
});

describe('The completion of a step', () => {
  it('names an outcome that the step has', () => {
    expect(desk().ask(complete('nonsense'))).toMatchObject({
      ok: false,
      error: { code: 'OUTCOME_UNKNOWN', params: { step: 'consult', outcomes: ['answered', 'unanswered'] } },
    });
    expect(desk().ask(complete('clean', { step: 'posting', at: '2026-08-27' }))).toMatchObject({ ok: true });
  });

  it('is for who may choose the outcome, with a reason where it asks for one', () => {
    expect(desk().ask(complete('unanswered'))).toMatchObject({ ok: false, error: { code: 'POSITION_NOT_ALLOWED' } });
    expect(desk().ask(complete('unanswered', {}, people.authority))).toMatchObject({
      ok: false,
      error: { code: 'REASON_MISSING' },
    });
    const given = complete('unanswered', { reason: 'Quá hạn trả lời' }, people.authority);
    expect(desk(given).state?.places).toEqual(['prepared', 'posting']);
  });

  describe('is listed as what may be done', () => {
    const listed = (by: Actor, at?: string) => {
      const opened = desk();
      const { state } = opened;
      if (!state) throw new Error('No dossier.');
      const asked = opened.contextOf({ ...complete('answered'), by, ...(at ? { at } : {}) });
      const all = allowedCommands(state, asked);
      return { opened, completion: all.find(({ command }) => command === 'complete-step') };
    };

    it('for who can do it at one of the places, with the outcomes of all of them', () => {
      const { completion } = listed(people.officer);
      expect(completion?.refusal).toBeUndefined();
      expect(completion?.outcomes?.map(({ step, outcome }) => `${step} ${outcome}`)).toEqual([
        'consult answered',
        'consult unanswered',
        'posting clean',
        'posting objections',
        'posting upheld',
      ]);
      expect(listed(people.clerk).completion).toEqual({
        command: 'complete-step',
        refusal: expect.objectContaining({ code: 'POSITION_NOT_ALLOWED' }),
      });
    });

    it.each([
      ['an officer before the window is over', people.officer, undefined],
      ['an officer after it', people.officer, '2026-12-01'],
      ['the authority', people.authority, undefined],
    ] as const)('with what each outcome would get from %s', (_who, by, at) => {
      const { opened, completion } = listed(by, at);
      expect(completion?.outcomes?.length).toBeGreaterThan(0);
      for (const { step, outcome, reason, refusal } of completion?.outcomes ?? []) {
        const data = { step, ...(reason === 'required' ? { reason: 'Quá hạn trả lời' } : {}) };
        const got = opened.ask({ ...complete(outcome, data, by), ...(at ? { at } : {}) });
        expect([step, outcome, got.ok ? undefined : got.error]).toEqual([step, outcome, refusal]);
      }
    });
  });
});
