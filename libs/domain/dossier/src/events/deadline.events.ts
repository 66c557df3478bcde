import { freeText, id, instant, label, localDate, names, sourced } from '#libs/domain/kernel';
import { z } from 'zod';

const limit = z.strictObject({
  value: z.int().positive(),
  unit: z.enum(['working_day', 'calendar_day', 'half_day']),
  firstDayCounted: z.boolean(),
});

const countedBy = z.strictObject({ id: label(40), version: label(40) });

const letter = z.strictObject({ number: label(80), date: localDate() });

/** Gia hạn: by so many units of the limit, on the word of an authority. */
const extension = z.strictObject({ units: z.int().positive().max(365), letter, at: instant() });

/** All that is known of a running clock: enough to count it again from nothing. Moments are UTC. */
export const deadlineTerms = z.strictObject({
  /** The dossier's own name for it: clock and turn, `appraise-1`. */
  deadlineId: id(),
  clock: label(40),
  /** The question whose answer it waits for: each body that is asked has its own (R41). */
  opinionId: id().optional(),
  /** Whose duty it is. */
  responsible: label(40),
  startedAt: instant(),
  /** Absent for a day that an officer set (a supplement's answer). With what it was extended by. */
  limit: limit.optional(),
  dueAt: instant(),
  /** By which it was counted last. */
  calendar: countedBy,
  /** Grows whenever the due moment moves: reminders of an older version lapse. */
  version: z.int().positive(),
  pauses: z.array(z.strictObject({ from: instant(), to: instant().optional() })),
  extensions: z.array(extension).max(50).optional(),
  ...sourced,
});

/** Đặt thời hạn: a clock began to run, or the moment of one that was awaited could be counted at last. */
export const deadlineSet = deadlineTerms;

/** What is known of a clock that runs while its last moment cannot be counted yet. `version` is the last one it had. */
export const awaitedTerms = deadlineTerms.omit({ dueAt: true, limit: true, version: true }).extend({
  limit,
  version: z.int().nonnegative(),
  missingYear: z.int(),
  /** The days of that year that are awaited, where not the whole year is. */
  awaiting: z.strictObject({ from: localDate(), to: localDate(), names: names() }).optional(),
});

/**
 * Chưa tính được thời hạn: a clock runs, but the working calendar of a year on its way has not been entered, or some days of it
 * are awaited. In January an office receives dossiers whose limits run through a Tết that has no notice yet: neither is refused
 * for that, nor is a day guessed. `DeadlineSet` follows as soon as the calendar is there; until then nothing can be missed.
 */
export const deadlineAwaited = awaitedTerms;

/** Tạm dừng thời hạn: the clock stands still from the act's moment on. */
export const deadlinePaused = z.strictObject({
  deadlineId: id(),
  cause: label(40),
  pausedAt: instant(),
  /** Working days left when it stopped. */
  remainingWorkingDays: z.int(),
});

/** Tiếp tục thời hạn: it runs again, with the remaining time. */
export const deadlineResumed = z.strictObject({
  deadlineId: id(),
  cause: label(40),
  resumedAt: instant(),
  dueAt: instant(),
  calendar: countedBy.optional(),
  version: z.int().positive(),
});

/** Tính lại thời hạn từ đầu: a supplement restarts the clock where the procedure says so (R7). */
export const deadlineRestarted = z.strictObject({
  deadlineId: id(),
  startedAt: instant(),
  dueAt: instant(),
  calendar: countedBy.optional(),
  version: z.int().positive(),
});

/** Dời hạn do lịch thay đổi (R50): a clock that runs was counted anew, because the working calendar has changed. */
export const deadlineMoved = z.strictObject({
  deadlineId: id(),
  /** The moment until now. */
  from: instant(),
  dueAt: instant(),
  calendar: countedBy,
  version: z.int().positive(),
});

/** Gia hạn: somebody with the authority to do so gave more time, in writing and with a reason. */
export const deadlineExtended = z.strictObject({
  deadlineId: id(),
  /** So many units of the limit more. */
  units: z.int().positive().max(365),
  unit: limit.shape.unit,
  letter,
  reason: freeText(),
  from: instant(),
  dueAt: instant(),
  calendar: countedBy,
  version: z.int().positive(),
});

/** Hoàn thành trong hạn hoặc trễ: what the clock waited for was done. A missed deadline stays missed. */
export const deadlineMet = z.strictObject({ deadlineId: id(), metAt: instant(), late: z.boolean() });

/** Quá hạn: the moment passed and nothing was done. It moves nothing by itself. */
export const deadlineMissed = z.strictObject({ deadlineId: id(), dueAt: instant() });

/** Hủy thời hạn: the clock has lost its purpose: returned, withdrawn, rejected. */
export const deadlineCancelled = z.strictObject({ deadlineId: id(), cause: freeText('dossier', 80) });
