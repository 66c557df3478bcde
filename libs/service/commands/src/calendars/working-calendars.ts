import type { WorkingCalendar } from '#libs/domain/calendar';
import type { Law } from '#libs/service/law';

/** The working calendars by which the office counts. */
export class WorkingCalendars {
  constructor(private readonly law: Law) {}

  /** The calendar as it is now; `undefined` where there is none of that name. */
  async of(id: string): Promise<WorkingCalendar | undefined> {
    return id === this.law.calendar.id ? this.law.calendar : undefined;
  }

  /** The calendar in the version by which something was counted. */
  async at(id: string, version: string): Promise<WorkingCalendar | undefined> {
    const calendar = await this.of(id);
    return calendar?.version === version ? calendar : undefined;
  }
}
