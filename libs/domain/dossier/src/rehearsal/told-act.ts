import type { DossierCommand } from '../dossier.commands.js';
import type { DossierFactOf, RecordedDossierFact } from '../dossier.events.js';
import { actBehind } from '../dossier.evolve.js';
import type { DossierState } from '../dossier.state.js';
import { toldConsultation } from './told-consultation.js';

/** What a fact is to a rehearsal. */
export type ToldAct =
  /** A command that is decided again. */
  | { readonly kind: 'act'; readonly command: DossierCommand }
  /** Holds whatever the procedure says: who works on it, what another stream said. */
  | { readonly kind: 'kept' }
  /** Follows from an act, or from time: the rehearsal makes its own. */
  | { readonly kind: 'follows' }
  /** Part of an act whose last part comes later. */
  | { readonly kind: 'part' };

const act = (command: DossierCommand): ToldAct => ({ kind: 'act', command });
const kept: ToldAct = { kind: 'kept' };
const follows: ToldAct = { kind: 'follows' };

/**
 * The command that a recorded fact tells: what somebody said when it was decided, without what the decision made of it. Lists that
 * came in several appends are told append by append, except an approval, which only its last part completes.
 * @param would the dossier as rehearsed so far: where it is in several places, the step is named that was meant.
 * @param refusedBefore whom earlier parts of an approval refused.
 */
export function toldAct(
  fact: RecordedDossierFact,
  would: DossierState | undefined,
  refusedBefore: DossierFactOf<'DossierApproved'>['data']['refused'],
): ToldAct {
  switch (fact.type) {
    case 'DossierDrafted': {
      const { procedureCode: procedure, kind, title, bodyId, cluster } = fact.data;
      return act({ type: 'draft', data: { procedure, kind, title, bodyId, ...(cluster ? { cluster } : {}) } });
    }
    case 'NomineesAdded':
      return act({ type: 'add-nominees', data: { nominees: fact.data.nominees.map(({ id: _id, ...said }) => said) } });
    case 'DocumentAttached': {
      const { form, ...said } = fact.data;
      return act({ type: 'attach-document', data: { ...said, ...(form ? { form } : {}) } });
    }
    case 'DossierClassified':
      return act({ type: 'classify', data: fact.data });
    case 'DossierSubmitted': {
      const { letter } = fact.data;
      return act({ type: 'submit', data: letter ? { letter } : {} });
    }
    case 'DossierReceived': {
      const { submissionId } = fact.data;
      if (submissionId !== undefined) return act({ type: 'receive-by-submission', data: { submissionId } });
      return act({ type: 'receive', data: {} });
    }
    case 'SupplementRequested': {
      const { items, reason, answerBy } = fact.data;
      return act({ type: 'request-supplement', data: { items, reason, ...(answerBy ? { answerBy } : {}) } });
    }
    case 'DossierSupplemented': {
      const { note } = fact.data;
      return act({ type: 'supplement', data: note ? { note } : {} });
    }
    case 'DossierReturned':
      return act({ type: 'return', data: { reason: fact.data.reason } });
    case 'StepCompleted': {
      const { at, outcome, reason, letter, session, submissionId } = fact.data;
      if (submissionId !== undefined && letter) {
        return act({ type: 'forward-by-submission', data: { submissionId, letter } });
      }
      return act({
        type: 'complete-step',
        data: {
          outcome,
          ...((would?.places.length ?? 0) > 1 ? { step: at } : {}),
          ...(reason ? { reason } : {}),
          ...(letter ? { letter } : {}),
          ...(session ? { session } : {}),
        },
      });
    }
    case 'DossierSuspended':
      // An objection that suspends says so in the same breath.
      return would?.objections.has(fact.data.reason) === true ? follows : act({ type: 'suspend', data: fact.data });
    default:
      return judgedOrClosed(fact, refusedBefore);
  }
}

type GradesGiven = NonNullable<DossierFactOf<'DossierApproved'>['data']['grades']>[number];

const proposedGrades = ({ nominees, ...given }: GradesGiven) => ({
  ...given,
  nominees: nominees.map(({ nomineeId }) => nomineeId),
});

function judgedOrClosed(
  fact: RecordedDossierFact,
  refusedBefore: DossierFactOf<'DossierApproved'>['data']['refused'],
): ToldAct {
  switch (fact.type) {
    case 'NomineesAppraised':
      return act({
        type: 'appraise-nominees',
        data: { verdicts: fact.data.verdicts.map(({ proposal: _proposal, ...given }) => given) },
      });
    case 'DossierAppraised':
      return act({ type: 'complete-appraisal', data: {} });
    case 'DossierVoted': {
      const { method, heldOn, openedAt, minutes, members, present, written, tellers, results, differingOpinions } =
        fact.data;
      const counts = results.map(({ passed: _passed, ...count }) => count);
      const data = { method, heldOn, minutes, members, present, written, tellers, results: counts, differingOpinions };
      return act({ type: 'record-council-result', data: { ...data, ...(openedAt ? { openedAt } : {}) } });
    }
    case 'DossierApproved': {
      if (fact.part && fact.part.part < fact.part.of) return { kind: 'part' };
      const { approved, refused, tieBreak, grades } = fact.data;
      const data = {
        approved,
        refused: [...refusedBefore, ...refused],
        ...(grades ? { grades: grades.map(proposedGrades) } : {}),
      };
      return act({
        type: 'approve',
        data: { ...data, ...(tieBreak?.reason ? { tieBreakReason: tieBreak.reason } : {}) },
      });
    }
    case 'DossierRejected':
      return act({ type: 'reject', data: { reason: fact.data.reason } });
    case 'DossierForwarded': {
      const { toBodyId, letter, submissionId } = fact.data;
      if (submissionId !== undefined) return act({ type: 'forward-by-submission', data: { submissionId, letter } });
      return act({ type: 'forward', data: { toBodyId, letter } });
    }
    case 'NomineesEnteredInDecision':
      return act({ type: 'enter-in-decision', data: fact.data });
    case 'NomineesReleasedFromDecision':
      return act({ type: 'release-from-decision', data: fact.data });
    case 'DecisionReceived': {
      const { decisionId, number, symbol, date, nominees } = fact.data;
      return act({ type: 'receive-decision', data: { decisionId, number, symbol, date, nominees } });
    }
    case 'AwardConferred': {
      const { heldOn, place } = fact.data;
      return act({ type: 'confer', data: { heldOn, ...(place ? { place } : {}) } });
    }
    case 'DossierArchived': {
      const { location } = fact.data;
      return act({ type: 'archive', data: location ? { location } : {} });
    }
    case 'DossierWithdrawn':
      return act({ type: 'withdraw', data: { reason: fact.data.reason } });
    case 'DossierResumed':
      return act({ type: 'resume', data: fact.data });
    case 'NomineesDetached': {
      const { nominees, reason } = fact.data;
      return act({ type: 'detach-nominees', data: { nominees, reason } });
    }
    case 'NomineesEscalated': {
      const { childDossierId: _child, childBodyId: bodyId, ...said } = fact.data;
      return act({ type: 'escalate-nominees', data: { bodyId, ...said } });
    }
    case 'FactCorrected':
      return act({ type: 'correct-fact', data: fact.data });
    case 'DeadlineExtended': {
      const { deadlineId, units, letter, reason } = fact.data;
      return act({ type: 'extend-deadline', data: { deadlineId, units, letter, reason } });
    }
    case 'DeadlineMoved':
      return act({ type: 'settle-deadlines', data: {} });
    case 'DossierReleased':
      return fact.data.cause === undefined ? kept : follows;
    case 'FavourableRuleApplied':
    case 'DossierEnteredInSubmission':
    case 'DossierReleasedFromSubmission':
    case 'DossierClaimed':
    case 'DossierAssigned':
    case 'EvidenceLost':
      return kept;
    default: {
      const command = toldConsultation(fact);
      if (command) return act(command);
      // An act that is not told here holds as it was recorded; all else follows from acts.
      return actBehind[fact.type] === undefined ? follows : kept;
    }
  }
}
