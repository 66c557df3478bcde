import { type CalendarCommand, calendarCommands, missingYears, viewCalendar } from '#libs/domain/calendar';
import { type Clock, localDateOf, refuse } from '#libs/domain/kernel';
import { type CommandAnswer, ExecuteCalendarCommand, WorkingCalendars } from '#libs/service/commands';
import { CLOCK, LAW } from '#libs/service/foundation';
import type { Law } from '#libs/service/law';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { commandAnswer } from '../http/answers.js';
import { answerCommand, readCommand } from '../http/commands.js';
import { orRefuse } from '../http/refusal.exception.js';
import { commandRequest } from '../http/request.js';
import { Route } from '../http/route.js';
import { calendarAnswer, type CalendarAnswer, warningOf } from './calendars.answers.js';

/** The name by which the calendar of all offices is asked for, whatever its id. */
const OFFICE = 'office';

/** Working calendars: what is in force, and the notices that operators enter. */
@Controller('api/v1/calendars')
export class CalendarsController {
  constructor(
    private readonly bus: CommandBus,
    private readonly calendars: WorkingCalendars,
    @Inject(LAW) private readonly law: Law,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The calendar with its notices, and a warning for each year that should be complete by now and is not. */
  @Get(':id')
  @Route({
    id: 'readWorkingCalendar',
    summary: { vi: 'Xem lịch làm việc', en: 'Read a working calendar' },
    detail: `\`${OFFICE}\` stands for the one by which all offices work.`,
    access: 'organization:read',
    answer: calendarAnswer,
    etag: true,
  })
  async one(@Param('id') name: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<CalendarAnswer> {
    const id = name === OFFICE ? this.law.calendar.id : name;
    const state = await this.calendars.state(id);
    const calendar = await this.calendars.of(id);
    if (!state || !calendar) return orRefuse(refuse('NOT_FOUND', { params: { what: id.slice(0, 80) } }));
    void reply.header('etag', `"${state.revision}"`);
    const { from } = this.law.notifications.nextYearCalendar;
    const missing = missingYears(calendar, localDateOf(this.clock.now()), from);
    const view = viewCalendar(state);
    const awaitingIn = (year: number) => view.years.find((each) => each.year === year)?.awaiting;
    return { ...view, warnings: missing.map((year) => warningOf(year, awaitingIn(year))) };
  }

  @Post(':id/:command')
  @HttpCode(200)
  @Route({
    id: 'commandCalendar',
    summary: { vi: 'Ra lệnh cho lịch làm việc', en: 'Give a command to a working calendar' },
    access: 'organization:act',
    commands: calendarCommands,
    command: 'next',
    answer: commandAnswer,
  })
  async execute(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Param('command') name: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    const command = orRefuse(readCommand<CalendarCommand>(calendarCommands, name, body));
    const asked = orRefuse(commandRequest(request, { route: `calendars/${id}/${name}`, body, needsIfMatch: true }));
    return answerCommand(reply, await this.bus.execute(new ExecuteCalendarCommand(id, command, asked)));
  }
}
