import type { DossierFactOf } from '../dossier.events.js';
import type { DossierState, NomineeState, Verdict } from '../dossier.state.js';
import type { Place } from '../events/place.js';
import { isOpen } from '../nominees.js';
import { carriedBy, changed, type Evolvers, movedTo, withoutJudgement } from './evolver.js';

/** What the nominee was found to be. */
export const verdictOf = ({
  verdict,
  reason,
  evidence,
  deviation,
  proposal,
}: DossierFactOf<'NomineesAppraised'>['data']['verdicts'][number]): Verdict => ({
  verdict,
  reason,
  evidence,
  ...(deviation === undefined ? {} : { deviation }),
  ...(proposal === undefined ? {} : { proposal }),
});

type Voted = Omit<DossierFactOf<'DossierVoted'>['data'], keyof Place>;

/** What the council said as a whole, and on each nominee. */
export function withVote(state: DossierState, voted: Voted): DossierState {
  const byId = new Map(voted.results.map((result) => [result.nomineeId, result]));
  return {
    ...state,
    council: {
      method: voted.method,
      heldOn: voted.heldOn,
      ...(voted.openedAt === undefined ? {} : { openedAt: voted.openedAt }),
      minutes: voted.minutes,
      members: voted.members,
      present: voted.present,
      written: voted.written,
      tellers: voted.tellers,
      needed: voted.needed,
      threshold: voted.threshold,
      differingOpinions: voted.differingOpinions,
      outcome: voted.outcome,
    },
    nominees: changed(state.nominees, byId.keys(), (nominee) => {
      const result = byId.get(nominee.id);
      if (!result) return nominee;
      const { yes, no, other, passed } = result;
      return { ...nominee, vote: { yes, no, other, passed } };
    }),
  };
}

const refusedFor = (nominee: NomineeState, reason?: string): NomineeState => ({
  ...nominee,
  approval: { approved: false, ...(reason === undefined ? {} : { reason }) },
});

/** What changes for whom the authority gave another grade than was proposed. */
const gradesIn = ({ grades = [] }: DossierFactOf<'DossierApproved'>['data']) =>
  new Map(
    grades.flatMap(({ grade, nominees, reason }) =>
      nominees.map(({ nomineeId, from }) => [nomineeId, { grade, gradeChanged: { from, reason } }] as const),
    ),
  );

export const judgementEvolvers: Evolvers<
  | 'NomineesAppraised'
  | 'EvidenceLost'
  | 'DossierAppraised'
  | 'DossierVoted'
  | 'DossierApproved'
  | 'DossierRejected'
  | 'DossierForwarded'
> = {
  NomineesAppraised: (state, { data }) => {
    const byId = new Map(data.verdicts.map((given) => [given.nomineeId, verdictOf(given)]));
    return {
      ...state,
      nominees: changed(state.nominees, byId.keys(), (nominee) => {
        const verdict = byId.get(nominee.id);
        if (!verdict) return nominee;
        // He was judged anew, by what is known now.
        const { evidenceLost: _before, ...rest } = nominee;
        return { ...rest, verdict };
      }),
    };
  },
  EvidenceLost: (state, { data }) => {
    const byId = new Map(data.nominees.map((told) => [told.nomineeId, told]));
    return {
      ...state,
      nominees: changed(state.nominees, byId.keys(), (nominee) => {
        const { refs = [], proposal } = byId.get(nominee.id) ?? {};
        const lost = [...(nominee.evidenceLost?.refs ?? []), ...refs];
        return { ...nominee, evidenceLost: { refs: lost, ...(proposal ? { proposal } : {}) } };
      }),
    };
  },
  DossierAppraised: (state, { data, effectiveAt }) => movedTo(state, data, effectiveAt),
  DossierVoted: (state, { data, effectiveAt }) => withVote(movedTo(state, data, effectiveAt), data),
  DossierApproved: (state, { data, effectiveAt }) => {
    const reasons = new Map(data.refused.map(({ nomineeId, reason }) => [nomineeId, reason]));
    const grades = gradesIn(data);
    const approved = changed(state.nominees, data.approved, (nominee) => ({
      ...nominee,
      ...grades.get(nominee.id),
      approval: { approved: true },
    }));
    return {
      ...movedTo(state, data, effectiveAt),
      nominees: changed(approved, reasons.keys(), (nominee) => refusedFor(nominee, reasons.get(nominee.id))),
    };
  },
  // One that stood still ends too: what was being verified concerns it no more.
  DossierRejected: (state, { data, effectiveAt }) => ({
    ...movedTo(state, data, effectiveAt),
    suspended: false,
    nominees: changed(state.nominees, state.nominees.keys(), (nominee) => refusedFor(nominee, data.reason)),
  }),
  // The superior body judges anew; whoever was ruled out below stays out.
  DossierForwarded: (state, { data, effectiveAt }) => {
    const { council: _below, ...rest } = movedTo(state, data, effectiveAt);
    return {
      ...rest,
      ...carriedBy(data.submissionId, state, data),
      ...(data.level === undefined ? {} : { units: { ...state.units, [data.level]: data.toBodyId } }),
      nominees: changed(state.nominees, state.nominees.keys(), (nominee) =>
        isOpen(nominee) ? withoutJudgement(nominee) : { ...nominee, dropped: true },
      ),
    };
  },
};
