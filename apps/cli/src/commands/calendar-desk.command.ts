import { Command } from 'commander';
import type { CalendarDesk } from '../calendar/enter-notice.js';
import type { CommandContext } from '../command-context.js';
import { EXIT, type ExitCode } from '../terminal.js';
import { both } from '../usage.js';

const DEFAULT_URL = 'http://127.0.0.1:8080';

interface DeskOptions {
  readonly url: string;
  readonly calendar: string;
}

interface WithdrawOptions extends DeskOptions {
  readonly reason: string;
  readonly reopensYear?: boolean;
  readonly preview?: boolean;
}

/** A command that speaks to the API, as the account whose token stands in `VINHDANH_TOKEN`. */
const onDesk = (name: string, { env }: CommandContext): Command =>
  new Command(name)
    .option('--calendar <id>', both('lịch', 'the calendar'), 'VN')
    .option(
      '--url <url>',
      both('địa chỉ máy chủ (VINHDANH_URL)', 'the server (VINHDANH_URL)'),
      env['VINHDANH_URL'] ?? DEFAULT_URL,
    );

async function atDesk(
  { env, terminal, ended }: CommandContext,
  { url, calendar: calendarId }: DeskOptions,
  act: (desk: CalendarDesk) => Promise<ExitCode>,
): Promise<void> {
  const token = env['VINHDANH_TOKEN'];
  if (!token) {
    terminal.err('Thiếu biến VINHDANH_TOKEN (mã truy cập).');
    terminal.err('VINHDANH_TOKEN (the access token) is not set.');
    return ended(EXIT.failed);
  }
  return ended(await act({ url, token, calendarId }));
}

/** `vinhdanh calendar show`. */
export const showCommand = (context: CommandContext): Command =>
  onDesk('show', context)
    .summary(both('xem lịch: các năm và thông báo', 'show the calendar: its years and notices'))
    .option('--json', both('in ra JSON', 'print JSON'))
    .action(({ json = false, ...options }: DeskOptions & { json?: boolean }) =>
      atDesk(context, options, async (desk) => {
        const { showCalendar } = await import('../calendar/enter-notice.js');
        return showCalendar(desk, json, context.terminal);
      }),
    );

/** `vinhdanh calendar enter <file>`. */
export const enterCommand = (context: CommandContext): Command =>
  onDesk('enter', context)
    .summary(
      both('nhập thông báo nghỉ lễ, hoán đổi từ tệp JSON', 'enter a notice of holidays and swaps from a JSON file'),
    )
    .argument('<file>', both('tệp JSON; ví dụ trong /api/docs, enter-notice', 'JSON; see enter-notice in /api/docs'))
    .option('--preview', both('chỉ xem thời hạn nào sẽ đổi', 'only show which deadlines would change'))
    .action((file: string, { preview = false, ...options }: DeskOptions & { preview?: boolean }) =>
      atDesk(context, options, async (desk) => {
        const { noticeFrom, previewChange, tellCalendar } = await import('../calendar/enter-notice.js');
        const notice = await noticeFrom(file, context.terminal);
        if (notice === undefined) return EXIT.failed;
        const act = preview ? previewChange : tellCalendar;
        return act(desk, 'enter-notice', notice, context.terminal);
      }),
    );

/** `vinhdanh calendar withdraw <notice>`. */
export const withdrawCommand = (context: CommandContext): Command =>
  onDesk('withdraw', context)
    .summary(both('rút một thông báo', 'withdraw a notice'))
    .argument('<notice>', both('mã thông báo', 'the notice'))
    .requiredOption('--reason <text>', both('lý do', 'why'))
    .option('--preview', both('chỉ xem thời hạn nào sẽ đổi', 'only show which deadlines would change'))
    .option('--reopens-year', both('năm đó lại thành chưa đủ', 'the year is awaited again'))
    .action((noticeId: string, { reason, reopensYear = false, preview = false, ...options }: WithdrawOptions) =>
      atDesk(context, options, async (desk) => {
        const { previewChange, tellCalendar } = await import('../calendar/enter-notice.js');
        const act = preview ? previewChange : tellCalendar;
        return act(desk, 'withdraw-notice', { noticeId, reason, reopensYear }, context.terminal);
      }),
    );

/** `vinhdanh calendar complete <year>`. */
export const completeCommand = (context: CommandContext): Command =>
  onDesk('complete', context)
    .summary(both('ghi nhận năm đã đủ lịch', 'say that all notices of a year are in'))
    .argument('<year>', both('năm', 'the year'))
    .action((year: string, options: DeskOptions) =>
      atDesk(context, options, async (desk) => {
        const { tellCalendar } = await import('../calendar/enter-notice.js');
        return tellCalendar(desk, 'complete-year', { year: Number(year) }, context.terminal);
      }),
    );
