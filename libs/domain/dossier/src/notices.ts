import { endOf, type Instant, type LocalDate, localDateOf } from '#libs/domain/kernel';
import type { DossierState, NoticeState, ObjectionState } from './dossier.state.js';

/** The time of a notice: the last day on which it hangs out, and the moment from which the council may meet (R39). */
export interface NoticeWindow {
  readonly lastPostingDay: LocalDate;
  /** The beginning of the day after. */
  readonly earliest: Instant;
}

/** `undefined` where the law's figure is unknown, or the working calendar of a year on its way is not there yet. */
export function windowOf(
  { deadlines }: Pick<DossierState, 'deadlines'>,
  { deadlineId }: Pick<NoticeState, 'deadlineId'>,
): NoticeWindow | undefined {
  const terms = deadlineId === undefined ? undefined : deadlines.get(deadlineId)?.terms;
  return terms && windowEnding(terms.dueAt);
}

/** A notice stands for the whole of its last day, whatever hour its clock ends at. */
export function windowEnding(dueAt: Instant): NoticeWindow {
  const lastPostingDay = localDateOf(dueAt);
  return { lastPostingDay, earliest: endOf(lastPostingDay) };
}

/** Whether a notice hangs out at a moment: for anybody to read, and to say what he thinks of it. */
export function isHanging(state: DossierState, notice: NoticeState, now: Instant): boolean {
  if (notice.closedAt !== undefined || state.secrecy !== 'none' || now < notice.openedAt) return false;
  const window = windowOf(state, notice);
  if (window) return now < window.earliest;
  // Nobody knows for how long: as long as the dossier lies where it was put up.
  return state.places.includes(notice.at);
}

/** What nobody has settled yet. */
export const openObjections = ({ objections }: Pick<DossierState, 'objections'>): ObjectionState[] =>
  [...objections.values()].filter(({ resolved }) => !resolved);

/** A signed complaint or denunciation with evidence that is not settled: the dossier stands still (R18). */
export const holdingObjections = (state: Pick<DossierState, 'objections'>): ObjectionState[] =>
  openObjections(state).filter(({ substantiated, kind }) => substantiated && kind !== 'comment');
