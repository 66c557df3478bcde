import { type Actor, type Decision, type Instant, type LocalDate, localDateOf, ok, refuse } from '#libs/domain/kernel';
import { checkDraft, type DraftFault, sentenceOfDraftFault } from './check-draft.js';
import { peopleBehind } from './people-behind.js';
import { inOrder, isEmpty, overlap, type Period } from './periods.js';
import type { ProcedureCommandOf } from './procedure-life.commands.js';
import type { ProcedureDocument } from '../language/procedure.schema.js';
import type { ProcedureFact, ProcedureFactOf } from './procedure-life.events.js';
import type { ProcedureDraft, ProcedureLife } from './procedure-life.state.js';

type Facts = Decision<readonly ProcedureFact[]>;

interface Circumstances {
  readonly actor: Actor;
  readonly now: Instant;
  readonly ladders: ReadonlySet<string>;
}

/** Faults that a refusal spells out. */
const SPELT_OUT = 20;

/** Refuses `PROCEDURE_FAULTY` with what is wrong and where, in both languages. */
export const refuseFaulty = (version: string, faults: readonly DraftFault[]) =>
  refuse('PROCEDURE_FAULTY', {
    params: {
      version,
      count: faults.length,
      faults: faults.slice(0, SPELT_OUT).map(inBoth),
    },
  });

/** A refusal fills both its sentences with the same words: so each fault is said in both languages. */
const inBoth = (fault: DraftFault): string =>
  `${sentenceOfDraftFault(fault, 'vi')} · ${sentenceOfDraftFault(fault, 'en')}`;

/**
 * Công bố: the draft that was read (`PROCEDURE_DRAFT_CHANGED` for another), by somebody who did not write it
 * (`PROCEDURE_OWN_DRAFT`), without a fault (`PROCEDURE_FAULTY`), after a dry run of exactly this text (`PROCEDURE_NOT_TRIED`; not asked of
 * an award that is new), from a day on which nothing is taken back (`PROCEDURE_DAY_TAKEN`). What is in force until then ends on it.
 */
export function decidePublish(
  { data }: ProcedureCommandOf<'publish'>,
  state: ProcedureLife,
  context: Circumstances,
): Facts {
  const { version, hash, from } = data;
  const draft = state.drafts.get(version);
  if (!draft) return refuse('PROCEDURE_DRAFT_UNKNOWN', { params: { version } });
  if (draft.hash !== hash) return refuse('PROCEDURE_DRAFT_CHANGED', { params: { version } });
  if (peopleBehind(context.actor).some((person) => draft.drafters.includes(person))) {
    return refuse('PROCEDURE_OWN_DRAFT', { params: { version } });
  }
  const checked = checkDraft(JSON.parse(draft.document), context.ladders);
  if (!checked.ok) return refuseFaulty(version, checked.error);
  if (state.versions.size > 0 && !draft.dryRun) return refuse('PROCEDURE_NOT_TRIED', { params: { version } });
  const until = data.until === undefined ? checked.value.effective.until : data.until;
  const period = { from, until };
  if (isEmpty(period)) return refuse('PROCEDURE_DAYS_WRONG', { params: { from, until: until ?? '' } });
  return inPlace({ ...draft, ...pinAtOf(checked.value) }, period, state, localDateOf(context.now));
}

type PinAt = Pick<ProcedureFactOf<'ProcedurePublished'>['data'], 'pinAt'>;

/** What a publication says of the receipt that binds. */
export const pinAtOf = ({ transition }: Pick<ProcedureDocument, 'transition'>): PinAt =>
  transition?.pinAt === 'deciding_level' ? { pinAt: transition.pinAt } : {};

/** The publication, and the end of what is in force until then. */
function inPlace(
  { version, document, hash, pinAt }: Pick<ProcedureDraft, 'version' | 'document' | 'hash'> & PinAt,
  period: Period,
  state: ProcedureLife,
  today: LocalDate,
): Facts {
  const { from, until } = period;
  const touched = inOrder(state).filter((other) => overlap(other, period));
  // On days that have been dossiers were received, and are bound to what was in force then (R1).
  const past = touched.find((other) => from <= today && other.from <= today);
  if (past) return refuse('PROCEDURE_DAY_TAKEN', { rule: 'R1', params: { version: past.version, from } });
  const later = touched.find((other) => other.from >= from);
  if (later) return refuse('PROCEDURE_PERIODS_OVERLAP', { params: { version: later.version, from: later.from } });
  const ended = touched.map((other): ProcedureFact => ({
    type: 'ProcedureEnded',
    data: { version: other.version, until: from, successor: version },
  }));
  const data = {
    version,
    document,
    hash,
    from,
    ...(until === null ? {} : { until }),
    origin: 'draft' as const,
    ...(pinAt ? { pinAt } : {}),
  };
  return ok([...ended, { type: 'ProcedurePublished', data }]);
}

/**
 * Kết thúc hiệu lực: no new dossiers from a day on that is still to come (`PROCEDURE_DAY_TAKEN`). One that is not in force yet may end on
 * its first day, and then never is.
 */
export function decideRetire(
  { data }: ProcedureCommandOf<'retire'>,
  state: ProcedureLife,
  { now }: Circumstances,
): Facts {
  const { version, until, reason } = data;
  const published = state.versions.get(version);
  if (!published) return refuse('PROCEDURE_VERSION_UNKNOWN', { params: { version } });
  const today = localDateOf(now);
  if (isEmpty(published) || (published.until !== null && published.until <= until)) {
    return refuse('PROCEDURE_ENDED_ALREADY', { params: { version, until: published.until ?? '' } });
  }
  if (until <= today) return refuse('PROCEDURE_DAY_TAKEN', { rule: 'R1', params: { version, from: until } });
  if (until < published.from) return refuse('PROCEDURE_DAYS_WRONG', { params: { from: published.from, until } });
  return ok([{ type: 'ProcedureEnded', data: { version, until, reason } }]);
}
