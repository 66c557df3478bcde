import type { Clock, Instant, LocalDate } from '#libs/domain/kernel';
import {
  derivedId,
  type NomineeHistories,
  Organization,
  PublishedProcedures,
  Staff,
  WorkingCalendars,
} from '#libs/service/commands';
import type { Foundation } from '#libs/service/foundation';
import { OfficeHours } from './office-hours.js';

/** A clock that stands where it was put: what the samples do is done at the hour that their story says. */
export class StandingClock implements Clock {
  constructor(private moment: Instant) {}

  now(): Instant {
    return this.moment;
  }

  put(moment: Instant): void {
    this.moment = moment;
  }
}

/** What all samples of one load stand on. */
export interface SampleGround extends Pick<Foundation, 'store' | 'law' | 'log'> {
  readonly staff: Staff;
  /** Calendar and procedures as they were when the load began: nobody changes them meanwhile, so nobody asks again. */
  readonly calendars: Pick<WorkingCalendars, 'office'>;
  readonly procedures: Pick<PublishedProcedures, 'read'>;
  readonly hours: OfficeHours;
  /** The day on which the load began: all days of the samples are counted from it, also when it is ended on another day. */
  readonly today: LocalDate;
  /** Nothing is done later than this. */
  readonly now: Instant;
  /** Earlier awards, for the dossiers whose criteria ask for them. */
  readonly histories?: NomineeHistories;
}

export const sampleId = (...of: readonly string[]): string => derivedId('sample', ...of);

export async function groundOf({ store, law, clock, log }: Foundation, today: LocalDate): Promise<SampleGround> {
  const calendar = await new WorkingCalendars(store, law).office();
  const published = await new PublishedProcedures(store, law).read();
  return {
    store,
    law,
    log,
    calendars: { office: async () => calendar },
    staff: new Staff(new Organization(store)),
    procedures: { read: async () => published },
    hours: new OfficeHours(calendar),
    today,
    now: clock.now(),
  };
}
