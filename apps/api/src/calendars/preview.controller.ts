import { type CalendarCommand, calendarCommands } from '#libs/domain/calendar';
import { type Bilingual, bilingual, languages } from '#libs/domain/kernel';
import { namesOfProcedure } from '#libs/domain/procedure';
import { type CalendarPreview, CalendarPreviews, type PreviewedChange } from '#libs/service/commands';
import { LAW } from '#libs/service/foundation';
import type { Law } from '#libs/service/law';
import { Body, Controller, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { answerOf, count, moment } from '../http/answers.js';
import { orRefuse } from '../http/refusal.exception.js';
import { actorOf, parse } from '../http/request.js';
import { Route } from '../http/route.js';

const previewBody = z.discriminatedUnion('command', [
  z.strictObject({ command: z.literal('enter-notice'), data: calendarCommands['enter-notice'] }),
  z.strictObject({ command: z.literal('withdraw-notice'), data: calendarCommands['withdraw-notice'] }),
  z.strictObject({ command: z.literal('complete-year'), data: calendarCommands['complete-year'] }),
]);

/** As it is read: the clock by its name. */
interface PreviewTold extends Omit<CalendarPreview, 'changes'> {
  readonly changes: readonly (Omit<PreviewedChange, 'procedure'> & { readonly name: Bilingual })[];
}

const previewAnswer = answerOf<PreviewTold>()(
  z
    .strictObject({
      calendarId: z.string(),
      dossiers: count().meta({ description: 'How many dossiers would change.' }),
      looked: count().meta({ description: 'How many dossiers have a clock that could.' }),
      changes: z.array(
        z.strictObject({
          dossierId: z.string(),
          deadlineId: z.string(),
          clock: z.string(),
          name: bilingual(),
          from: moment().optional().meta({ description: 'Absent for a clock that waits for its calendar.' }),
          dueAt: moment(),
        }),
      ),
    })
    .meta({ id: 'CalendarPreview', description: 'What a change of a calendar would do; nothing was written.' }),
);

@Controller('api/v1/calendars')
export class CalendarPreviewController {
  constructor(
    private readonly previews: CalendarPreviews,
    @Inject(LAW) private readonly law: Law,
  ) {}

  /** Which deadlines a command would move or set, each with its old and its new moment (R50). Refused as the command would be. */
  @Post(':id/preview')
  @HttpCode(200)
  @Route({
    id: 'previewCalendarChange',
    summary: { vi: 'Xem trước thay đổi lịch', en: 'Preview a change of a calendar' },
    access: 'organization:act',
    body: previewBody,
    answer: previewAnswer,
  })
  async preview(@Req() request: FastifyRequest, @Param('id') id: string, @Body() body: unknown): Promise<PreviewTold> {
    const { command: type, data } = orRefuse(parse(previewBody, body));
    const { changes, ...preview } = orRefuse(
      await this.previews.of(id.slice(0, 80), { type, data } as CalendarCommand, actorOf(request)),
    );
    return {
      ...preview,
      changes: changes.map(({ procedure, ...change }) => ({ ...change, name: this.nameOf(procedure, change.clock) })),
    };
  }

  private nameOf(pin: PreviewedChange['procedure'], clock: string): Bilingual {
    const procedure = pin && this.law.procedureByPin(pin);
    const named = languages.map((language) => [
      language,
      procedure ? namesOfProcedure(procedure, language).clock(clock) : clock,
    ]);
    return Object.fromEntries(named) as Bilingual;
  }
}
