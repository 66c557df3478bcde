import type { Position } from '#libs/engine/event-store';

/** Where somebody's open work may lie, as a read model had it up to some place of the log. */
export interface WorkCandidates {
  /** Dossiers that may be his: some too many do no harm, what the log says decides. */
  readonly dossierIds: readonly string[];
  /** Up to here the read model knew everything; what was recorded later is looked up in the log. */
  readonly upTo: Position;
}

/** Whose work is sought. */
export interface WorkSought {
  readonly unitId: string;
  readonly accountId: string;
  /** Also dossiers of the unit that nobody in particular holds. */
  readonly unheldToo: boolean;
}

/** Tells which dossiers to look at, so that nobody has to read the whole log for one leaver. */
export interface WorkIndex {
  candidates(sought: WorkSought): Promise<WorkCandidates>;
}
