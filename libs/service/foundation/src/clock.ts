import type { Clock, Instant } from '#libs/domain/kernel';

/** The clock of the machine. */
export const systemClock: Clock = { now: () => new Date().toISOString() };

/** A clock that can be set. For instances that are thrown away: a demonstration, a test. It runs on from where it was set. */
export class TravellingClock implements Clock {
  private offsetMs = 0;

  now(): Instant {
    return new Date(Date.now() + this.offsetMs).toISOString();
  }

  /** Goes to a moment, forwards or backwards. */
  travelTo(instant: Instant): void {
    this.offsetMs = Date.parse(instant) - Date.now();
  }
}
