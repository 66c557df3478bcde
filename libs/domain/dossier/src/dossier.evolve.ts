import type { Recorded } from '#libs/domain/kernel';
import type { Act } from '#libs/domain/procedure';
import {
  type DossierEventType,
  type DossierFact,
  isClockEvent,
  type OpeningEvent,
  type RecordedDossierFact,
} from './dossier.events.js';
import { sightAfter } from './dossier.sight.js';
import type { DossierState, MaybeDossier } from './dossier.state.js';
import { finishedAfter } from './retention.js';
import { closingEvolvers } from './evolve/closing.evolve.js';
import { copyEvolvers } from './evolve/copy.evolve.js';
import { deadlineEvolvers } from './evolve/deadline.evolve.js';
import { draftingEvolvers, openDrafted } from './evolve/drafting.evolve.js';
import { favourableEvolvers } from './evolve/favourable.evolve.js';
import type { Evolvers } from './evolve/evolver.js';
import { intakeEvolvers } from './evolve/intake.evolve.js';
import { judgementEvolvers } from './evolve/judgement.evolve.js';
import { noticeEvolvers } from './evolve/notice.evolve.js';
import { opinionEvolvers } from './evolve/opinion.evolve.js';
import { openDetached, openEscalated, sideEvolvers } from './evolve/side.evolve.js';
import { stepEvolvers } from './evolve/step.evolve.js';
import { submissionEvolvers } from './evolve/submission.evolve.js';
import { workEvolvers } from './evolve/work.evolve.js';

const evolvers: Evolvers<Exclude<DossierEventType, OpeningEvent>> = {
  ...draftingEvolvers,
  ...intakeEvolvers,
  ...judgementEvolvers,
  ...closingEvolvers,
  ...sideEvolvers,
  ...stepEvolvers,
  ...submissionEvolvers,
  ...favourableEvolvers,
  ...opinionEvolvers,
  ...noticeEvolvers,
  ...copyEvolvers,
  ...workEvolvers,
  ...deadlineEvolvers,
};

/** Which act a fact is the trace of: four eyes ask who did it (R42), never who holds the dossier. */
export const actBehind: Readonly<Partial<Record<DossierEventType, Act>>> = {
  NomineesAdded: 'add-nominees',
  DocumentAttached: 'attach-document',
  DossierClassified: 'classify',
  DossierSubmitted: 'submit',
  DossierReceived: 'receive',
  SupplementRequested: 'request-supplement',
  DossierSupplemented: 'supplement',
  DossierReturned: 'return',
  NomineesAppraised: 'appraise-nominees',
  DossierAppraised: 'complete-appraisal',
  DossierVoted: 'record-council-result',
  DossierApproved: 'approve',
  DossierRejected: 'reject',
  DossierForwarded: 'forward',
  NomineesEnteredInDecision: 'enter-in-decision',
  NomineesReleasedFromDecision: 'release-from-decision',
  DecisionReceived: 'receive-decision',
  AwardConferred: 'confer',
  DossierArchived: 'archive',
  StepCompleted: 'complete-step',
  OpinionRequested: 'ask-opinion',
  OpinionReceived: 'record-opinion',
  OpinionWithdrawn: 'withdraw-opinion',
  PublicNoticeOpened: 'open-notice',
  ObjectionRecorded: 'record-objection',
  ObjectionResolved: 'resolve-objection',
  DecisionCopied: 'send-copies',
  CopyCorrected: 'correct-copy',
  DossierWithdrawn: 'withdraw',
  DossierSuspended: 'suspend',
  DossierResumed: 'resume',
  NomineesDetached: 'detach-nominees',
  NomineesEscalated: 'escalate-nominees',
  FactCorrected: 'correct-fact',
};

/**
 * What a recorded fact makes of a dossier. Never throws: a fact of a type that this version does not know moves the revision
 * only, and a fact before the first one is passed by.
 */
export function evolveDossier(state: MaybeDossier, fact: RecordedDossierFact): MaybeDossier {
  if (fact.type === 'DossierDrafted') return openDrafted(fact);
  if (fact.type === 'DetachedDossierOpened') return openDetached(fact);
  if (fact.type === 'EscalatedDossierOpened') return openEscalated(fact);
  if (!state) return state;
  const evolver = evolvers[fact.type] as
    | ((state: DossierState, fact: Recorded<DossierFact>) => DossierState)
    | undefined;
  const evolved = evolver ? evolver(state, fact) : state;
  const actors = actorsAfter(evolved, fact);
  const finishedAt = finishedAfter(state.finishedAt, fact);
  const finished = finishedAt === undefined ? {} : { finishedAt };
  return withUnfinished({ ...evolved, ...sightAfter(state, fact), ...finished, revision: fact.revision, actors }, fact);
}

/** A part that is not the last says that the rest is awaited. Whatever else an act leaves says that nobody waits for it any more. */
function withUnfinished(state: DossierState, { type, part, recordedAt }: RecordedDossierFact): DossierState {
  if (part && part.part < part.of) {
    return { ...state, unfinished: { act: actBehind[type] ?? type, ...part, since: recordedAt } };
  }
  if (state.unfinished === undefined || (isClockEvent(type) && !part)) return state;
  const { unfinished: _over, ...rest } = state;
  return rest;
}

/** A dossier as a row of its facts says it is, from nothing or from a state already folded. */
export const foldDossier = (facts: Iterable<RecordedDossierFact>, from?: MaybeDossier): MaybeDossier => {
  let state = from;
  for (const fact of facts) state = evolveDossier(state, fact);
  return state;
};

/** Both the one who acts and the one acted for: acting on behalf of somebody opens no way around four eyes. */
function actorsAfter({ actors }: DossierState, { type, actor }: RecordedDossierFact): DossierState['actors'] {
  const act = actBehind[type];
  if (!act) return actors;
  const before = actors[act] ?? [];
  const people = actor.onBehalfOf === undefined ? [actor.id] : [actor.id, actor.onBehalfOf];
  const added = people.filter((id) => !before.includes(id));
  return added.length === 0 ? actors : { ...actors, [act]: [...before, ...added] };
}
