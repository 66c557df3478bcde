import type { CalendarCommand } from '#libs/domain/calendar';
import type { Decision } from '#libs/domain/kernel';
import { Command } from '@nestjs/cqrs';
import type { CommandAnswer, CommandRequest } from '../command-request.js';

/** A command to one calendar, as it goes over the command bus. */
export class ExecuteCalendarCommand extends Command<Decision<CommandAnswer>> {
  constructor(
    readonly calendarId: string,
    readonly command: CalendarCommand,
    readonly request: CommandRequest,
  ) {
    super();
  }
}
