import { type Instant, type Refusal, type RuleId, ruleSourceOf } from '#libs/domain/kernel';
import { mainPlace, type Procedure } from '#libs/domain/procedure';
import type { DossierContext } from '../dossier.context.js';
import type { DossierState, OpinionState } from '../dossier.state.js';
import { procedureFor } from '../gate/procedure-for.js';
import { windowEnding } from '../notices.js';
import { awaitedOpinions } from '../opinions.js';
import { awaitedUntil } from '../unfinished-act.js';
import { type BlockedDeadline, deadlinesAt } from './deadlines-at.js';
import { type AwaitedAct, nextAt, nextToResume } from './next-acts.js';

export type { AwaitedAct } from './next-acts.js';
export type { BlockedDeadline } from './deadlines-at.js';

/** For what a dossier waits at a place. */
export const blockedReasons = [
  /** Somebody has to act. */
  'act',
  /** A time has to pass, or something outside has to come: nobody here can do anything. */
  'time',
  /** Something is verified (R18). */
  'suspended',
  /** This branch has come to its join; others have not. */
  'branches',
  /** The rest of a long list is on its way. */
  'unfinished',
  /** No version of the procedure can be asked. */
  'procedure',
] as const;

export type BlockedReason = (typeof blockedReasons)[number];

/** A question to another body that nobody has answered yet (R41). */
export type AwaitedOpinion = Pick<OpinionState, 'opinionId' | 'body' | 'askedAt'>;

/** Why a dossier does not go on at one of its places: who must do what, since when, under which rule, and what is missing. */
export interface BlockedLine {
  readonly place: string;
  readonly reason: BlockedReason;
  readonly since: Instant;
  /** What moves it on, or makes that possible: each can be done now by each position named with it. */
  readonly acts: readonly AwaitedAct[];
  /** Why what usually comes next cannot be done yet, whoever tries it. */
  readonly refusal?: Refusal;
  /** Papers that the next receipt would miss, or without which the step is not left: a component, or one of its formats, `TT.docx`. */
  readonly documents: readonly string[];
  /** Bodies that were asked there and have not answered. */
  readonly opinions: readonly AwaitedOpinion[];
  /** Until when it waits, where that is known. */
  readonly until?: Instant;
  readonly deadlines: readonly BlockedDeadline[];
  readonly rule?: RuleId;
  /** Where the rule or the limit stands. */
  readonly source: string;
}

export interface BlockedBy {
  /** Nothing blocks it any more: it is at its end. */
  readonly ended?: { readonly step: string; readonly outcome: string; readonly on: Instant };
  readonly lines: readonly BlockedLine[];
}

/**
 * “Why is it stuck?” One line for each place where a dossier lies, as of `context.now`; whoever asks gets the same answer, which
 * names roles and units, never a person. Pure, and asks what a decision would ask, as the right position: what a line names can
 * be done.
 */
export function blockedBy(state: DossierState, asked: DossierContext): BlockedBy {
  const context = { ...asked, effectiveAt: asked.now };
  // Acts before the first receipt go by the version in force, or by the last that was.
  const governing = procedureFor('claim', state, context);
  if (!governing.ok) return { lines: [withoutProcedure(state, governing.error)] };
  const procedure = governing.value;
  const place = mainPlace(procedure, state.places);
  const step = procedure.steps[place];
  if (step?.kind === 'end') return { ended: { step: place, outcome: step.outcome, on: state.placeSince }, lines: [] };
  const { unfinished } = state;
  if (unfinished && context.now < awaitedUntil(unfinished)) {
    return { lines: [unfinishedLine(procedure, place, awaitedUntil(unfinished), unfinished.since)] };
  }
  if (state.suspended) return { lines: [suspendedLine(state, procedure, place, context)] };
  return { lines: [...new Set(state.places)].map((each) => lineAt(each, procedure, state, context)) };
}

const nothingAwaited = { acts: [], documents: [], opinions: [], deadlines: [] } as const;

function lineAt(place: string, procedure: Procedure, state: DossierState, context: DossierContext): BlockedLine {
  const since = state.arrivals[place] ?? state.placeSince;
  const source = procedure.sources.join('; ');
  if (procedure.steps[place]?.kind === 'join') {
    return { ...nothingAwaited, place, reason: 'branches', since, source };
  }
  const { acts, refusal, documents } = nextAt(place, procedure, state, context);
  const deadlines = deadlinesAt(place, procedure, state, context);
  const waited =
    refusal?.code === 'WINDOW_NOT_OVER'
      ? deadlines.find(({ clock }) => clock === refusal.params?.['clock'])
      : undefined;
  const [soonest] = deadlines;
  const rule = refusal ? refusal.rule : procedure.clocks[soonest?.clock ?? '']?.rule;
  return {
    place,
    reason: acts.length > 0 ? 'act' : 'time',
    since,
    acts,
    ...(refusal ? { refusal } : {}),
    documents,
    opinions: awaitedOpinions(state, place).map(({ opinionId, body, askedAt }) => ({ opinionId, body, askedAt })),
    ...(waited?.dueAt === undefined ? {} : { until: windowEnding(waited.dueAt).earliest }),
    deadlines,
    ...(rule ? { rule } : {}),
    source: refusal?.source ?? soonest?.source ?? source,
  };
}

function suspendedLine(state: DossierState, procedure: Procedure, place: string, context: DossierContext): BlockedLine {
  const tried = state.places.map((each) => nextToResume(each, procedure, state, context));
  const { acts, refusal } = tried.find((each) => each.acts.length > 0) ?? { acts: [] };
  return {
    ...nothingAwaited,
    place,
    reason: 'suspended',
    since: state.placeSince,
    acts,
    ...(refusal ? { refusal } : {}),
    deadlines: state.places.flatMap((each) => deadlinesAt(each, procedure, state, context)),
    rule: 'R18',
    source: ruleSourceOf('R18'),
  };
}

const unfinishedLine = ({ sources }: Procedure, place: string, until: Instant, since: Instant): BlockedLine => ({
  ...nothingAwaited,
  place,
  reason: 'unfinished',
  since,
  until,
  source: sources.join('; '),
});

const withoutProcedure = (state: DossierState, refusal: Refusal): BlockedLine => ({
  ...nothingAwaited,
  place: state.step,
  reason: 'procedure',
  since: state.placeSince,
  refusal,
  ...(refusal.rule ? { rule: refusal.rule } : {}),
  source: refusal.source ?? '',
});
