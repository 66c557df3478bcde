import type { WorkingCalendar } from '#libs/domain/calendar';
import type { ErrorCode, Instant, RefusalParams, RuleId } from '#libs/domain/kernel';
import type { Procedure } from '#libs/domain/procedure';
import type { RecordedDossierFact } from '../dossier.events.js';

/** A recorded fact, with the reason why it was recorded late, where it was: only then was it decided later than it holds. */
export type RehearsedFact = RecordedDossierFact & { readonly backdatingReason?: string };

/** By what a history is rehearsed. */
export interface RehearsalLaw {
  /** The version that is tried. */
  readonly draft: Procedure;
  /** All versions under which the history may have been decided. */
  readonly versions: readonly Procedure[];
  readonly calendars: {
    /** The one in the version by which something was counted. */
    at(id: string, version: string): WorkingCalendar | undefined;
    readonly now: WorkingCalendar;
  };
}

/** How a dossier parts from its recorded way. */
export type PartingKind =
  /** What was done would have been refused: from there on nobody can say how it would have gone on. */
  | 'refused'
  /** The council or the authority would have answered otherwise about somebody, by the same counts. */
  | 'other_result'
  /** It would have ended otherwise, or gone on where it ended. */
  | 'other_end'
  /** It lies where other acts are possible, or for others. */
  | 'other_acts';

/** The first point at which a dossier parts from its recorded way. */
export interface Parting {
  readonly kind: PartingKind;
  /** The revision of the fact at which it does. */
  readonly revision: number;
  /** Where the dossier was, by the recorded way. */
  readonly step: string;
  readonly act: string;
  /** Why it would have been refused. */
  readonly refusal?: { readonly code: ErrorCode; readonly rule?: RuleId; readonly params?: RefusalParams };
  /** About whom the answer would have been another. */
  readonly nominees?: readonly string[];
  /** Where it is by the recorded way and would be under the draft: an end by its outcome, else the step. */
  readonly recorded?: string;
  readonly rehearsed?: string;
}

/** A clock that would have had another moment, or that only one of the two ways has. */
export interface OtherDeadline {
  readonly deadlineId: string;
  readonly clock: string;
  /** The act after which the two first differed. */
  readonly step: string;
  readonly act: string;
  /** Absent where that way has no such clock, or its moment waits for a calendar. */
  readonly from?: Instant;
  readonly to?: Instant;
  /** Whether the act was late, and would have been. */
  readonly late?: { readonly recorded: boolean; readonly rehearsed: boolean };
}

/** What a draft makes of one dossier's history. */
export interface Rehearsal {
  /** Acts that were decided again; those after a refusal are not. */
  readonly acts: number;
  readonly parting?: Parting;
  readonly deadlines: readonly OtherDeadline[];
}
