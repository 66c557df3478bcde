import { remainingAt } from '#libs/domain/calendar';
import {
  type Act,
  actRule,
  ANSWER_CLOCK,
  type ClockRule,
  type Happening,
  isTriggered,
  type Procedure,
} from '#libs/domain/procedure';
import { dateClock } from './date-clock.js';
import type { DecidedAct } from './decided-act.js';
import { happened, meets } from './happening.js';
import type { DossierContext } from '../dossier.context.js';
import type { DossierFact } from '../dossier.events.js';
import type { AwaitedClock, DeadlineState, DossierState } from '../dossier.state.js';
import { pausesEndedAt } from '../evolve/deadline.evolve.js';
import { type FactsOfAnAct, nextTurn } from './deadline-book.js';
import { dueAfterPause, endOfDay, missingIn, newClock, setOrAwaited, settled } from './terms.js';

/**
 * What the procedure's clocks make of an act, in the same append (architecture §1.4). First clocks that waited for a calendar
 * are set; then the act meets clocks, cancels clocks, holds or frees them, and starts new ones. A clock is held while the
 * dossier is suspended (R18) or, unless it runs on, while the unit is asked for a supplement (R7): it runs again only when
 * nothing holds it any more, so that overlapping pauses count once. No clock outlives the dossier.
 */
export function clocksAnswer(facts: FactsOfAnAct, decided: DecidedAct): void {
  settleAwaited(facts, decided.context);
  meet(facts, decided);
  cancel(facts, decided);
  holdOrFree(facts, decided);
  start(facts, decided);
}

/** Sets every clock that waited for a calendar and can be counted now. */
export function settleAwaited(facts: FactsOfAnAct, { calendar }: DossierContext): void {
  for (const clock of facts.awaited) {
    const set = settled(clock, calendar);
    if (set) facts.add(set);
  }
}

/** An act in time is never late for having been recorded after the sweep: the miss stays visible beside it. */
function meet(facts: FactsOfAnAct, decided: DecidedAct): void {
  const { procedure } = decided;
  const { effectiveAt } = decided.context;
  const happening = happened(facts, decided);
  for (const { terms, state } of facts.open) {
    if (!meets(procedure, terms.clock, happening) || !isAbout(facts, 'OpinionReceived', terms)) continue;
    const late = state !== 'paused' && effectiveAt > terms.dueAt;
    facts.add({ type: 'DeadlineMet', data: { deadlineId: terms.deadlineId, metAt: effectiveAt, late } });
  }
}

/** A clock that still waited for its calendar when it was met could not be late or in time: it is cancelled too. */
function cancel(facts: FactsOfAnAct, decided: DecidedAct): void {
  const { act, before, procedure } = decided;
  const { dossier } = facts;
  const happening = happened(facts, decided);
  const ended = procedure.steps[dossier.step]?.kind === 'end' && procedure.steps[before.step]?.kind !== 'end';
  const isOver = (clock: string): boolean =>
    ended ||
    (clock === ANSWER_CLOCK
      ? !isAskedForSupplement(procedure, dossier)
      : isTriggered(procedure.clocks[clock]?.cancelledBy ?? [], happening));
  const isGone = (terms: OfOpinion): boolean =>
    terms.opinionId !== undefined && isAbout(facts, 'OpinionWithdrawn', terms);
  const over = [
    ...facts.open.map(({ terms }) => terms).filter((terms) => isOver(terms.clock) || isGone(terms)),
    ...facts.awaited.filter(
      (terms) =>
        isOver(terms.clock) ||
        isGone(terms) ||
        (meets(procedure, terms.clock, happening) && isAbout(facts, 'OpinionReceived', terms)),
    ),
  ];
  for (const { deadlineId } of over) facts.add({ type: 'DeadlineCancelled', data: { deadlineId, cause: act } });
}

type OfOpinion = Pick<AwaitedClock, 'opinionId'>;

/** Whether an act is about the question that a clock waits for; a clock of the dossier itself waits for no question. */
const isAbout = (
  { facts }: FactsOfAnAct,
  type: 'OpinionReceived' | 'OpinionWithdrawn',
  { opinionId }: OfOpinion,
): boolean => opinionId === undefined || facts.some((fact) => fact.type === type && fact.data.opinionId === opinionId);

const isAskedForSupplement = (procedure: Procedure, { places }: DossierState): boolean =>
  places.some((place) => actRule(procedure, place, 'supplement') !== undefined);

function isHeld(procedure: Procedure, dossier: DossierState, clock: string): boolean {
  const rule = procedure.clocks[clock];
  // What hangs out for everybody to read goes on hanging while something is verified.
  if (dossier.suspended) return rule?.binding !== 'not_before';
  if (rule === undefined) return false;
  if (dossier.places.some((place) => rule.pausedAt.includes(place))) return true;
  return rule.onSupplement !== 'run_on' && isAskedForSupplement(procedure, dossier);
}

function holdOrFree(facts: FactsOfAnAct, { act, before, procedure, context }: DecidedAct): void {
  const after = facts.dossier;
  const change = (clock: string): 'hold' | 'free' | undefined => {
    const [was, is] = [isHeld(procedure, before, clock), isHeld(procedure, after, clock)];
    return was === is ? undefined : is ? 'hold' : 'free';
  };
  const { effectiveAt, calendar } = context;
  // Read before anything is added: a clock that starts to wait for its calendar here is not freed twice.
  const { open, awaited } = facts;
  for (const deadline of open) {
    const { terms, state } = deadline;
    const needed = change(terms.clock);
    // A clock that has run out is not saved by standing still: the sweep records the miss.
    if (needed === 'hold' && state === 'running' && terms.dueAt >= effectiveAt) {
      const { workingDays: remainingWorkingDays } = remainingAt(calendar, effectiveAt, terms.dueAt);
      const { deadlineId } = terms;
      facts.add({
        type: 'DeadlinePaused',
        data: { deadlineId, cause: act, pausedAt: effectiveAt, remainingWorkingDays },
      });
    }
    if (needed === 'free' && state === 'paused')
      facts.add(freed(deadline, act, procedure.clocks[terms.clock], context));
  }
  for (const clock of awaited) {
    const needed = change(clock.clock);
    if (needed === 'hold') {
      facts.add({ type: 'DeadlineAwaited', data: { ...clock, pauses: [...clock.pauses, { from: effectiveAt }] } });
    }
    if (needed === 'free') {
      const { missingYear: _was, awaiting: _days, version, ...rest } = clock;
      const restarted = restarts(act, procedure.clocks[clock.clock]) && { startedAt: effectiveAt, pauses: [] };
      const goesOn = { pauses: pausesEndedAt(clock.pauses, effectiveAt) };
      facts.add(setOrAwaited({ ...rest, ...(restarted || goesOn) }, version, calendar));
    }
  }
}

const restarts = (act: Act, rule: ClockRule | undefined): boolean =>
  act === 'supplement' && rule?.onSupplement === 'restart';

/** Runs on with what was left, or, after a supplement where the procedure says so, from nothing. */
function freed(
  { terms }: DeadlineState,
  act: Act,
  rule: ClockRule | undefined,
  { effectiveAt, calendar }: DossierContext,
): DossierFact {
  const { deadlineId, limit, dueAt: _due, version, ...rest } = terms;
  const next = version + 1;
  if (limit && restarts(act, rule)) {
    const set = setOrAwaited({ ...rest, deadlineId, limit, startedAt: effectiveAt, pauses: [] }, version, calendar);
    if (set.type !== 'DeadlineSet') return set;
    const { dueAt, calendar: by } = set.data;
    return {
      type: 'DeadlineRestarted',
      data: { deadlineId, startedAt: effectiveAt, dueAt, calendar: by, version: next },
    };
  }
  const due = dueAfterPause(terms, effectiveAt, calendar);
  if (due.ok) {
    const { dueAt } = due.value;
    const by = limit && { calendar: { id: calendar.id, version: calendar.version } };
    return {
      type: 'DeadlineResumed',
      data: { deadlineId, cause: act, resumedAt: effectiveAt, dueAt, ...by, version: next },
    };
  }
  if (!limit) throw new Error(`A day that an officer set needs no calendar: ${deadlineId}.`);
  const pauses = pausesEndedAt(terms.pauses, effectiveAt);
  return {
    type: 'DeadlineAwaited',
    data: { ...rest, deadlineId, limit, pauses, version, ...missingIn(calendar, due.error) },
  };
}

/** Two turns of one clock never run at once: what is left of an earlier one is cancelled. */
function start(facts: FactsOfAnAct, decided: DecidedAct): void {
  const { act, procedure, context, answerBy } = decided;
  const happening = happened(facts, decided);
  const { effectiveAt, calendar } = context;
  // An answer may still come when the dossier has ended: it is written down, and nothing is waited for any more.
  if (procedure.steps[facts.dossier.step]?.kind === 'end') return;
  for (const [clock, rule] of Object.entries(procedure.clocks)) {
    if (!isTriggered(rule.startsOn, happening)) continue;
    if (rule.each === 'opinion') {
      startForEach(facts, clock, rule, context);
      continue;
    }
    for (const deadlineId of turnsLeft(facts, clock)) {
      facts.add({ type: 'DeadlineCancelled', data: { deadlineId, cause: act } });
    }
    const turn = nextTurn(facts.dossier, clock);
    const from = countedFrom(facts.dossier, happening, effectiveAt);
    const byDate = dateClock(turn, clock, rule, from, calendar);
    if (byDate) facts.add(byDate);
    const started = newClock(turn, clock, rule, from, calendar);
    if (started) facts.add(setOrAwaited(started, 0, calendar));
    if (isHeld(procedure, facts.dossier, clock)) holdAtOnce(facts, turn, decided);
  }
  if (answerBy === undefined) return;
  facts.add({
    type: 'DeadlineSet',
    data: {
      deadlineId: nextTurn(facts.dossier, ANSWER_CLOCK),
      clock: ANSWER_CLOCK,
      responsible: 'submitter',
      startedAt: effectiveAt,
      dueAt: endOfDay(answerBy, calendar),
      calendar: { id: calendar.id, version: calendar.version },
      version: 1,
      pauses: [],
      source: 'Yêu cầu bổ sung (SupplementRequested)',
      confidence: 'design',
    },
  });
}

/** A letter may come while the dossier stands still: what it starts stands still too, with all of its time. */
function holdAtOnce(facts: FactsOfAnAct, deadlineId: string, { act, context }: DecidedAct): void {
  const { effectiveAt: pausedAt, calendar } = context;
  const dueAt = facts.dossier.deadlines.get(deadlineId)?.terms.dueAt;
  const awaited = facts.dossier.awaited.get(deadlineId);
  if (awaited) facts.add({ type: 'DeadlineAwaited', data: { ...awaited, pauses: [{ from: pausedAt }] } });
  if (dueAt === undefined || dueAt < pausedAt) return;
  const { workingDays: remainingWorkingDays } = remainingAt(calendar, pausedAt, dueAt);
  facts.add({ type: 'DeadlinePaused', data: { deadlineId, cause: act, pausedAt, remainingWorkingDays } });
}

/** A turn for each question that the act asked. */
function startForEach(
  facts: FactsOfAnAct,
  clock: string,
  rule: ClockRule,
  { effectiveAt, calendar }: DossierContext,
): void {
  const asked = facts.facts.flatMap((fact) => (fact.type === 'OpinionRequested' ? [fact.data.opinionId] : []));
  for (const opinionId of asked) {
    const started = newClock(nextTurn(facts.dossier, clock), clock, rule, effectiveAt, calendar, opinionId);
    if (started) facts.add(setOrAwaited(started, 0, calendar));
  }
}

/** A clock that counts from the last answer counts from the one that came last, in whichever order they were written down. */
function countedFrom({ opinions }: DossierState, { act, level, outcome }: Happening, effectiveAt: string): string {
  if (act !== 'record-opinion' || outcome === undefined) return effectiveAt;
  const moments = [...opinions.values()].flatMap(({ level: at, answer }) =>
    answer && at === level ? [answer.at] : [],
  );
  return moments.reduce((one, other) => (other > one ? other : one), effectiveAt);
}

const turnsLeft = ({ open, awaited }: FactsOfAnAct, clock: string): string[] =>
  [...open.map(({ terms }) => terms), ...awaited].filter((terms) => terms.clock === clock).map((t) => t.deadlineId);
