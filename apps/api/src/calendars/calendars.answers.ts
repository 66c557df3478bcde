import { type AwaitedSpan, calendarEvents, type CalendarView, spanText } from '#libs/domain/calendar';
import { bilingual, type Language } from '#libs/domain/kernel';
import { z } from 'zod';
import { answerOf, count } from '../http/answers.js';

const { CalendarNoticeEntered, CalendarOpened } = calendarEvents;
const opened = CalendarOpened.schema.shape;

/** A year that should be complete by now and is not. */
interface CalendarWarning {
  readonly year: number;
  readonly sentences: { readonly vi: string; readonly en: string };
}

export interface CalendarAnswer extends CalendarView {
  readonly warnings: readonly CalendarWarning[];
}

export const calendarAnswer = answerOf<CalendarAnswer>()(
  z
    .strictObject({
      id: z.string(),
      revision: count(),
      version: z.string().meta({ description: 'By which deadlines name what they were counted with.' }),
      names: bilingual(),
      weekend: opened.weekend,
      week: opened.week,
      workingDay: opened.workingDay,
      years: z.array(
        z.strictObject({
          year: z.int(),
          complete: z.boolean().meta({ description: 'Whether limits may run through it.' }),
          awaiting: CalendarNoticeEntered.schema.shape.awaiting.meta({
            description: 'The only days of it that are open. Absent where it is complete, or open as a whole.',
          }),
          notices: z.array(CalendarNoticeEntered.schema.omit({ year: true })),
        }),
      ),
      warnings: z
        .array(z.strictObject({ year: z.int(), sentences: bilingual() }))
        .meta({ description: 'Years that should be complete by now and are not.' }),
    })
    .meta({ id: 'WorkingCalendar', description: 'A working calendar as the log says it is.' }),
);

export function warningOf(year: number, awaiting: readonly AwaitedSpan[] | undefined): CalendarWarning {
  const spans = (language: Language) => awaiting?.map((span) => spanText(span, language)).join(', ');
  return {
    year,
    sentences: awaiting
      ? {
          vi: `Lịch làm việc năm ${year} còn chờ ${spans('vi')}: thời hạn đi qua những ngày đó chưa tính được.`,
          en: `The working calendar of ${year} awaits ${spans('en')}: limits that run through those days cannot be counted yet.`,
        }
      : {
          vi: `Lịch làm việc năm ${year} chưa đủ: thời hạn đi qua năm đó chưa tính được.`,
          en: `The working calendar of ${year} is not complete: limits that run into it cannot be counted yet.`,
        },
  };
}
