import { isQuiet, nextWorkingMoment, type QuietSpan, releaseAt, type WorkingCalendar } from '#libs/domain/calendar';
import type { Instant } from '#libs/domain/kernel';
import type { MessageCategory, NotificationLaw } from '#libs/service/law';
import type { Lane } from './delivery.js';

/** When an envelope closes, and why what is put into it now has to wait, if it has to. */
export interface Closing {
  readonly closesAt: Instant;
  readonly held?: 'quiet_hours' | 'digest';
}

/** When messages leave: the law's figures and the office's calendar. Moments are of the office's clock. */
export class SendingRules {
  constructor(
    readonly law: NotificationLaw,
    /** The office's calendar, asked anew each time: one entered later counts at once. */
    private readonly calendar: () => WorkingCalendar,
  ) {}

  /** What a message about a rung is about: a duty to come, or one that was missed. */
  categoryOf({ now, dueAt }: { readonly now: Instant; readonly dueAt: Instant }): MessageCategory {
    return now > dueAt ? 'overdue' : 'deadline';
  }

  laneOf(category: MessageCategory): Lane {
    return this.law.categories[category].ignoresQuietHours ? 'always' : 'ordinary';
  }

  /**
   * When the envelope of a lane closes that is opened now. `since` is the moment the message was meant for: a message for the
   * summary of half past seven that is written a second later still belongs to it.
   */
  closing(lane: Lane, now: Instant, since: Instant, personal: QuietSpan | undefined): Closing {
    const { quietHours, digest, coalescing } = this.law;
    if (lane === 'digest') {
      const summary = nextWorkingMoment(this.calendar(), digest.at, since);
      return { closesAt: releaseAt(this.calendar(), quietHours, personal, summary), held: 'digest' };
    }
    const gathered = new Date(Date.parse(now) + coalescing.withinMinutes * 60_000).toISOString();
    if (lane === 'always') return { closesAt: gathered };
    const closesAt = releaseAt(this.calendar(), quietHours, personal, gathered);
    return closesAt === gathered ? { closesAt } : { closesAt, held: 'quiet_hours' };
  }

  /** Whether a letter of this lane has to stay now. */
  quiet(lane: Lane, personal: QuietSpan | undefined, now: Instant): boolean {
    return lane !== 'always' && isQuiet(this.calendar(), this.law.quietHours, personal, now);
  }

  /** The first moment at which it may leave. */
  release(personal: QuietSpan | undefined, now: Instant): Instant {
    return releaseAt(this.calendar(), this.law.quietHours, personal, now);
  }

  get retryDelaysMs(): readonly number[] {
    return this.law.retries.afterMinutes.map((minutes) => minutes * 60_000);
  }
}
