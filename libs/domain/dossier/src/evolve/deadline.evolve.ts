import type { AwaitedClock, DeadlineState, DossierState } from '../dossier.state.js';
import type { Evolvers } from './evolver.js';

/** The terms that this version knows; they are told again when a dossier is detached, and so must fit its shapes. */
const clockTerms = (terms: Omit<AwaitedClock, 'limit' | 'missingYear' | 'awaiting'>) => ({
  deadlineId: terms.deadlineId,
  clock: terms.clock,
  ...(terms.opinionId === undefined ? {} : { opinionId: terms.opinionId }),
  responsible: terms.responsible,
  startedAt: terms.startedAt,
  calendar: { id: terms.calendar.id, version: terms.calendar.version },
  version: terms.version,
  ...(terms.extensions ? { extensions: terms.extensions.map(({ units, letter, at }) => ({ units, letter, at })) } : {}),
  pauses: terms.pauses.map(({ from, to }) => ({ from, ...(to === undefined ? {} : { to }) })),
  source: terms.source,
  confidence: terms.confidence,
});

/** A clock as its terms say: it stands still while its last pause is open. */
export const deadlineFrom = (terms: DeadlineState['terms']): DeadlineState => ({
  terms: { ...clockTerms(terms), dueAt: terms.dueAt, ...(terms.limit ? { limit: terms.limit } : {}) },
  state: terms.pauses.at(-1)?.to === undefined && terms.pauses.length > 0 ? 'paused' : 'running',
});

/** A clock whose moment waits for a calendar. */
export const awaitedFrom = (terms: AwaitedClock): AwaitedClock => ({
  ...clockTerms(terms),
  limit: terms.limit,
  missingYear: terms.missingYear,
  ...(terms.awaiting ? { awaiting: terms.awaiting } : {}),
});

function withDeadline(
  state: DossierState,
  deadlineId: string,
  change: (deadline: DeadlineState) => DeadlineState,
): DossierState {
  const deadline = state.deadlines.get(deadlineId);
  return deadline ? { ...state, deadlines: new Map(state.deadlines).set(deadlineId, change(deadline)) } : state;
}

function withoutAwaited(state: DossierState, deadlineId: string): DossierState {
  if (!state.awaited.has(deadlineId)) return state;
  const awaited = new Map(state.awaited);
  awaited.delete(deadlineId);
  return { ...state, awaited };
}

/** The pauses with the open one ended. */
export const pausesEndedAt = (pauses: DeadlineState['terms']['pauses'], to: string): DeadlineState['terms']['pauses'] =>
  pauses.map((pause) => (pause.to === undefined ? { from: pause.from, to } : pause));

export const deadlineEvolvers: Evolvers<
  | 'DeadlineSet'
  | 'DeadlineAwaited'
  | 'DeadlinePaused'
  | 'DeadlineResumed'
  | 'DeadlineRestarted'
  | 'DeadlineMoved'
  | 'DeadlineExtended'
  | 'DeadlineMet'
  | 'DeadlineMissed'
  | 'DeadlineCancelled'
> = {
  DeadlineSet: (state, { data }) => ({
    ...withoutAwaited(state, data.deadlineId),
    deadlines: new Map(state.deadlines).set(data.deadlineId, deadlineFrom(data)),
  }),
  DeadlineAwaited: (state, { data }) => {
    const deadlines = new Map(state.deadlines);
    deadlines.delete(data.deadlineId);
    return { ...state, deadlines, awaited: new Map(state.awaited).set(data.deadlineId, awaitedFrom(data)) };
  },
  DeadlinePaused: (state, { data }) =>
    withDeadline(state, data.deadlineId, (deadline) => ({
      ...deadline,
      state: 'paused',
      terms: { ...deadline.terms, pauses: [...deadline.terms.pauses, { from: data.pausedAt }] },
    })),
  DeadlineResumed: (state, { data }) =>
    withDeadline(state, data.deadlineId, (deadline) => ({
      ...deadline,
      state: 'running',
      terms: {
        ...deadline.terms,
        dueAt: data.dueAt,
        calendar: data.calendar ?? deadline.terms.calendar,
        version: data.version,
        pauses: pausesEndedAt(deadline.terms.pauses, data.resumedAt),
      },
    })),
  DeadlineRestarted: (state, { data }) =>
    withDeadline(state, data.deadlineId, (deadline) => ({
      ...deadline,
      state: 'running',
      terms: {
        ...deadline.terms,
        startedAt: data.startedAt,
        dueAt: data.dueAt,
        calendar: data.calendar ?? deadline.terms.calendar,
        version: data.version,
        pauses: [],
      },
    })),
  DeadlineMoved: (state, { data }) =>
    withDeadline(state, data.deadlineId, (deadline) => ({
      ...deadline,
      terms: { ...deadline.terms, dueAt: data.dueAt, calendar: data.calendar, version: data.version },
    })),
  DeadlineExtended: (state, { data, effectiveAt }) =>
    withDeadline(state, data.deadlineId, (deadline) => ({
      ...deadline,
      terms: {
        ...deadline.terms,
        ...(deadline.terms.limit
          ? { limit: { ...deadline.terms.limit, value: deadline.terms.limit.value + data.units } }
          : {}),
        extensions: [...(deadline.terms.extensions ?? []), { units: data.units, letter: data.letter, at: effectiveAt }],
        dueAt: data.dueAt,
        calendar: data.calendar,
        version: data.version,
      },
    })),
  DeadlineMet: (state, { data }) =>
    withDeadline(state, data.deadlineId, (deadline) => ({
      ...deadline,
      state: 'met',
      metAt: data.metAt,
      late: data.late,
    })),
  DeadlineMissed: (state, { data }) =>
    withDeadline(state, data.deadlineId, (deadline) => ({ ...deadline, state: 'missed', missedAt: data.dueAt })),
  DeadlineCancelled: (state, { data }) =>
    withDeadline(withoutAwaited(state, data.deadlineId), data.deadlineId, (deadline) => ({
      ...deadline,
      state: 'cancelled',
    })),
};
