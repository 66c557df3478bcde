import { missingYears } from '#libs/domain/calendar';
import { type Clock, localDateOf } from '#libs/domain/kernel';
import { systemActor } from '#libs/service/access';
import type { Law } from '#libs/service/law';
import { derivedId } from '../ids.js';
import type { Calendars } from './calendars.js';
import type { WorkingCalendars } from './working-calendars.js';

/** Notes, once for each year, that the calendar should have been complete by now: operators are told of that fact. */
export class CalendarWatch {
  constructor(
    private readonly calendars: WorkingCalendars,
    private readonly commands: Calendars,
    private readonly law: Law,
    private readonly clock: Clock,
  ) {}

  /** Answers the years that are missing. Asked as often as anybody likes, it notes each once. @throws EventStoreUnavailable */
  async lookOnce(): Promise<readonly number[]> {
    const { id } = this.law.calendar;
    const on = localDateOf(this.clock.now());
    const state = await this.calendars.state(id);
    const missing = missingYears(await this.calendars.office(), on, this.law.notifications.nextYearCalendar.from);
    for (const year of missing) {
      if (!state || state.missingNoted.has(year)) continue;
      const commandId = derivedId('note-missing-year', id, String(year));
      const request = { actor: systemActor, commandId, fingerprint: 'note-missing-year', correlationId: commandId };
      await this.commands.execute(id, { type: 'note-missing-year', data: { year, on } }, request);
    }
    return missing;
  }
}
