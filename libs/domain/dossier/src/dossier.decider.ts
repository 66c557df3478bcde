import { type Decider, type Decision, ok, refuse } from '#libs/domain/kernel';
import type { Act } from '#libs/domain/procedure';
import { mayAct } from './allowed/may-act.js';
import { clocksAnswer } from './clocks/clocks.js';
import { FactsOfAnAct } from './clocks/deadline-book.js';
import type { DossierCommand, DossierCommandOf } from './dossier.commands.js';
import type { DossierContext } from './dossier.context.js';
import type { DossierFact } from './dossier.events.js';
import { evolveDossier } from './dossier.evolve.js';
import type { DossierState, MaybeDossier } from './dossier.state.js';
import { appraiseNominees, completeAppraisal } from './features/appraisal.decision.js';
import { approve, forward, reject } from './features/approval.decision.js';
import { archive, confer, enterInDecision, receiveDecision, releaseFromDecision } from './features/closing.decision.js';
import { correctCopy, sendCopies } from './features/copy.decision.js';
import { correctFact } from './features/correction.decision.js';
import { recordCouncilResult } from './features/council.decision.js';
import { extendDeadline, recordMissed, settleDeadlines } from './features/deadlines.decision.js';
import { detachNominees, openDetached } from './features/detachment.decision.js';
import { draft } from './features/draft.decision.js';
import { addNominees, attachDocument, classify, submit } from './features/drafting.decision.js';
import { escalateNominees, openEscalated } from './features/escalation.decision.js';
import { noteLostEvidence } from './features/evidence.decision.js';
import { applyFavourable } from './features/favourable.decision.js';
import type { Feature } from './features/feature.js';
import { noticesOver, openNotice, recordObjection, resolveObjection } from './features/notice.decision.js';
import { allAnswered, answerOpinion, askOpinion, recordOpinion, withdrawOpinion } from './features/opinion.decision.js';
import { receive, requestSupplement, returnDossier, supplement } from './features/intake.decision.js';
import { completeStep } from './features/step.decision.js';
import type { Aim } from './gate/gate.js';
import { carriedAct, enterInSubmission, releaseFromSubmission } from './features/submission.decision.js';
import { resume, suspend, withdraw } from './features/side.decision.js';
import { endWork } from './features/work-ends.js';
import { assign, claim, release } from './features/work.decision.js';

/** One decision for each act; the type makes a forgotten one a compile error. */
const features: { readonly [A in Act]: Feature<A> } = {
  'add-nominees': addNominees,
  'attach-document': attachDocument,
  classify,
  submit,
  receive,
  'request-supplement': requestSupplement,
  supplement,
  return: returnDossier,
  'appraise-nominees': appraiseNominees,
  'complete-appraisal': completeAppraisal,
  'record-council-result': recordCouncilResult,
  approve,
  reject,
  forward,
  'enter-in-decision': enterInDecision,
  'release-from-decision': releaseFromDecision,
  'receive-decision': receiveDecision,
  confer,
  archive,
  'ask-opinion': askOpinion,
  'record-opinion': recordOpinion,
  'withdraw-opinion': withdrawOpinion,
  'open-notice': openNotice,
  'record-objection': recordObjection,
  'resolve-objection': resolveObjection,
  'send-copies': sendCopies,
  'correct-copy': correctCopy,
  'complete-step': completeStep,
  withdraw,
  suspend,
  resume,
  'detach-nominees': detachNominees,
  'escalate-nominees': escalateNominees,
  'correct-fact': correctFact,
  claim,
  assign,
  release,
};

/**
 * A dossier: what may be done with it and what its facts make of it. Pure; which act is possible where, for whom and by when
 * stands in the procedure. A dossier without facts answers `NOT_FOUND` to everything but its beginning.
 */
export const dossierDecider: Decider<MaybeDossier, DossierCommand, DossierFact, DossierContext> = {
  initialState: undefined,
  decide,
  evolve: evolveDossier,
};

function decide(
  command: DossierCommand,
  state: MaybeDossier,
  context: DossierContext,
): Decision<readonly DossierFact[]> {
  if (command.type === 'draft') return draft(command, state, context);
  if (command.type === 'open-detached') return openDetached(command, state, context);
  if (command.type === 'open-escalated') return openEscalated(command, state, context);
  if (!state) return refuse('NOT_FOUND', { params: { what: context.dossierId } });
  if (command.type === 'record-missed-deadline') return recordMissed(command, state, context);
  if (command.type === 'note-lost-evidence') return noteLostEvidence(command, state, context);
  if (command.type === 'settle-deadlines') return settleDeadlines(state, context);
  if (command.type === 'extend-deadline') return extendDeadline(command, state, context);
  if (command.type === 'apply-favourable') return applyFavourable(command, state, context);
  if (command.type === 'answer-opinion') return answerOpinion(command, state, context);
  if (command.type === 'enter-in-submission') return enterInSubmission(command, state, context);
  if (command.type === 'release-from-submission') return releaseFromSubmission(command, state, context);
  if (command.type === 'forward-by-submission' || command.type === 'receive-by-submission') {
    const act = carriedAct(command, state, context);
    if (!act.ok || !act.value) return act.ok ? ok([]) : act;
    return decideAct(act.value, state, { ...context, byLetter: true });
  }
  return decideAct(command, state, context);
}

/**
 * Gate and precondition, decision, clocks, and whose part it ends. An act that changes nothing starts and stops no clock
 * either.
 */
function decideAct(command: DossierCommandOf<Act>, state: DossierState, context: DossierContext) {
  const admitted = mayAct(command.type, state, context, aimOf(command));
  if (!admitted.ok) return admitted;
  // The table pairs each name with its own decision, which the union of all commands cannot say.
  const feature = features[command.type] as Feature<Act>;
  const decided = feature({ ...admitted.value, data: command.data, state, context });
  if (!decided.ok || decided.value.length === 0) return decided;

  const { actor, effectiveAt, now } = context;
  const facts = new FactsOfAnAct(state, { actor, effectiveAt, recordedAt: now });
  for (const fact of decided.value) facts.add(fact);
  const answerBy = command.type === 'request-supplement' ? command.data.answerBy : undefined;
  const { procedure, place } = admitted.value;
  const outcome = outcomeOf(command, decided.value, facts.dossier);
  const decidedAct = { act: command.type, outcome, place, before: state, procedure, context };
  clocksAnswer(facts, { ...decidedAct, answerBy });
  for (const fact of noticesOver(facts.dossier, procedure, effectiveAt)) facts.add(fact);
  endWork(facts, decidedAct);
  return ok<readonly DossierFact[]>(facts.facts);
}

const aimOf = (command: DossierCommandOf<Act>): Aim =>
  command.type === 'complete-step' ? { step: command.data.step, outcome: command.data.outcome } : {};

/** What came of the act, where its fact says so; of an answer, or a question taken back, whether it was the last. */
function outcomeOf(
  command: DossierCommandOf<Act>,
  facts: readonly DossierFact[],
  after: DossierState,
): string | undefined {
  if (command.type === 'record-opinion' || command.type === 'withdraw-opinion') {
    return allAnswered(after, command.data.opinionId);
  }
  return facts.flatMap(({ data }) => ('outcome' in data ? [data.outcome] : []))[0];
}
