import type { Pause } from '#libs/domain/calendar';
import type { Bilingual, Instant, Language } from '#libs/domain/kernel';
import { Command } from 'commander';
import { parseLimit, parsePause, parseStart } from '../calendar/limit-option.js';
import type { CommandContext } from '../command-context.js';
import { completeCommand, enterCommand, showCommand, withdrawCommand } from './calendar-desk.command.js';
import { both, invalid, languageOption, speakBoth } from '../usage.js';

/** `vinhdanh calendar add|show|enter|withdraw|complete`. */
export const calendarCommand = (context: CommandContext): Command => {
  const calendar = new Command('calendar')
    .summary(both('lịch làm việc và cách tính thời hạn', 'working calendars, and how limits are counted'))
    .description(both('Lịch làm việc và cách tính thời hạn.', 'Working calendars, and how time limits are counted.'));
  for (const create of [add, showCommand, enterCommand, withdrawCommand, completeCommand])
    calendar.addCommand(speakBoth(create(context), context.terminal));
  return calendar;
};

interface AddOptions {
  readonly start: Instant;
  readonly limit: NonNullable<ReturnType<typeof parseLimit>>;
  readonly calendar: string;
  readonly firstDayCounts?: boolean;
  readonly pause: readonly Pause[];
  readonly json?: boolean;
  readonly lang: Language;
}

const add = ({ terminal, env, ended }: CommandContext): Command =>
  new Command('add')
    .summary(both('tính ngày đến hạn, kể từng ngày', 'count a limit, and tell each day'))
    .requiredOption(
      '--start <date|instant>',
      both('bắt đầu (21/08/2026, 2026-08-21T09:00+07:00)', 'the start (21/08/2026, 2026-08-21T09:00+07:00)'),
      must(parseStart, {
        vi: 'Ghi một ngày (21/08/2026 hoặc 2026-08-21) hoặc một thời điểm có múi giờ (2026-08-21T09:00+07:00).',
        en: 'A day (21/08/2026 or 2026-08-21) or a moment with an offset (2026-08-21T09:00+07:00).',
      }),
    )
    .requiredOption(
      '--limit <n>',
      both('5wd ngày làm việc, 3hd buổi, 15cd ngày', '5wd working days, 3hd half-days, 15cd calendar days'),
      must(parseLimit, {
        vi: 'Ghi như 5wd (ngày làm việc), 3hd (buổi) hoặc 15cd (ngày).',
        en: 'A limit like 5wd, 3hd or 15cd.',
      }),
    )
    .option('--calendar <id>', both('lịch', 'the calendar'), 'VN')
    .option('--first-day-counts', both('tính cả ngày đầu', 'count the first day'))
    .option(
      '--pause <from/to>',
      both('một lần tạm dừng; dùng được nhiều lần', 'a pause; may be given several times'),
      (text: string, before: readonly Pause[]) => [...before, must(parsePause, pauseRemedy)(text)],
      [],
    )
    .option('--json', both('in ra JSON', 'print JSON'))
    .addOption(languageOption())
    .action(async (options: AddOptions) => {
      const { addLimit } = await import('../calendar/add-limit.js');
      const {
        start: startedAt,
        limit,
        calendar: calendarId,
        firstDayCounts = false,
        pause: pauses,
        json = false,
      } = options;
      const language = options.lang;
      const asked = {
        startedAt,
        limit: { ...limit, firstDayCounted: firstDayCounts },
        pauses,
        calendarId,
        json,
        language,
      };
      ended(await addLimit(asked, env, terminal));
    });

const pauseRemedy = {
  vi: 'Ghi hai ngày hoặc thời điểm, từ/đến: 24/08/2026/26/08/2026, 2026-08-24T09:00+07:00/2026-08-26T10:00+07:00.',
  en: 'Two days or moments, from/to: 24/08/2026/26/08/2026, 2026-08-24T09:00+07:00/2026-08-26T10:00+07:00.',
};

/** The value, or the complaint that commander makes of it. */
const must =
  <T>(read: (text: string) => T | undefined, remedy: Bilingual) =>
  (text: string): T => {
    const value = read(text);
    if (value === undefined) throw invalid(remedy);
    return value;
  };
