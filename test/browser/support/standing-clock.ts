import type { Clock, Instant } from '#libs/domain/kernel';

/** A clock that stands until it is set: what pages show of it is then the same in every run. */
export class StandingClock implements Clock {
  constructor(private instant: Instant) {}

  readonly now = (): Instant => this.instant;

  travelTo(instant: Instant): void {
    this.instant = instant;
  }
}
