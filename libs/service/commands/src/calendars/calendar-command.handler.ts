import type { Decision } from '#libs/domain/kernel';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandAnswer } from '../command-request.js';
import { ExecuteCalendarCommand } from './calendar-command.js';
import { Calendars } from './calendars.js';

@CommandHandler(ExecuteCalendarCommand)
export class CalendarCommandHandler implements ICommandHandler<ExecuteCalendarCommand> {
  constructor(private readonly calendars: Calendars) {}

  execute({ calendarId, command, request }: ExecuteCalendarCommand): Promise<Decision<CommandAnswer>> {
    return this.calendars.execute(calendarId, command, request);
  }
}
