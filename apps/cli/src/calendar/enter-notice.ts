import { readFile } from 'node:fs/promises';
import { calendarCommands, spanText } from '#libs/domain/calendar';
import { bilingual, momentText } from '#libs/domain/kernel';
import { z } from 'zod';
import { ApiClient, sentenceOfProblem } from '../http/api-client.js';
import { EXIT, type ExitCode, type Terminal } from '../terminal.js';

/** Where the API is, and as whom it is spoken to. */
export interface CalendarDesk {
  readonly url: string;
  readonly token: string;
  readonly calendarId: string;
}

type CommandName = keyof typeof calendarCommands;

const standing = z.object({
  revision: z.int(),
  version: z.string(),
  years: z.array(
    z.object({
      year: z.int(),
      complete: z.boolean(),
      awaiting: z.array(z.object({ from: z.string(), to: z.string(), names: bilingual() })).default([]),
      notices: z.array(
        z.object({ noticeId: z.string(), source: z.string(), confidence: z.string(), days: z.array(z.unknown()) }),
      ),
    }),
  ),
  warnings: z.array(z.object({ year: z.int(), sentences: bilingual() })),
});

/** Prints the calendar: each year, whether limits may run through it, and its notices. */
export async function showCalendar(desk: CalendarDesk, json: boolean, terminal: Terminal): Promise<ExitCode> {
  const calendar = await new ApiClient(desk.url, desk.token).read(
    `/calendars/${desk.calendarId}`,
    json ? z.unknown() : standing,
  );
  if (!calendar.ok) return said(terminal, calendar.error);
  if (json) {
    terminal.out(JSON.stringify(calendar.value, undefined, 2));
    return EXIT.good;
  }
  const { version, years, warnings } = standing.parse(calendar.value);
  terminal.out(`${desk.calendarId}, bản · version ${version}`);
  for (const { year, complete, awaiting, notices } of years) {
    terminal.out(`${year} ${complete ? 'đủ · complete' : 'chưa đủ · not complete'}`);
    for (const { noticeId, source, confidence, days } of notices) {
      terminal.out(`  ${noticeId}: ${days.length} ngày · days; ${source} (${confidence})`);
    }
    for (const span of awaiting) {
      terminal.out(`  còn chờ ${spanText(span, 'vi')} · awaited: ${spanText(span, 'en')}`);
    }
  }
  for (const { sentences } of warnings) {
    terminal.err(sentences.vi);
    terminal.err(sentences.en);
  }
  return EXIT.good;
}

/** Reads a notice from its file: the body of `enter-notice`. */
export async function noticeFrom(file: string, terminal: Terminal): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as unknown;
  } catch (error) {
    terminal.err(`Không đọc được tệp ${file} (JSON).`);
    terminal.err(`The file ${file} cannot be read as JSON: ${(error as Error).message}`);
    return undefined;
  }
}

const preview = z.object({
  dossiers: z.int(),
  looked: z.int(),
  changes: z.array(
    z.object({ dossierId: z.string(), deadlineId: z.string(), from: z.string().optional(), dueAt: z.string() }),
  ),
});

/** Prints which deadlines a command would move or set, each with its old and its new moment, and how many dossiers change. */
export async function previewChange(
  desk: CalendarDesk,
  command: CommandName,
  data: unknown,
  terminal: Terminal,
): Promise<ExitCode> {
  const found = await new ApiClient(desk.url, desk.token).ask(
    `/calendars/${desk.calendarId}/preview`,
    { command, data },
    preview,
  );
  if (!found.ok) return said(terminal, found.error);
  for (const { dossierId, deadlineId, from, dueAt } of found.value.changes) {
    const before = from === undefined ? '—' : momentText(from);
    terminal.out(`${dossierId} ${deadlineId}: ${before} → ${momentText(dueAt)}`);
  }
  const { dossiers, looked } = found.value;
  terminal.out(`${dossiers}/${looked} hồ sơ đổi hạn · dossiers change`);
  return EXIT.good;
}

/** Gives one command to the calendar as it is now; whoever changed it in the meantime is not overwritten. */
export async function tellCalendar(
  desk: CalendarDesk,
  command: CommandName,
  body: unknown,
  terminal: Terminal,
): Promise<ExitCode> {
  const parsed = calendarCommands[command].safeParse(body);
  if (!parsed.success) {
    for (const { path, message } of parsed.error.issues) terminal.err(`${path.join('.') || '(root)'}: ${message}`);
    return EXIT.failed;
  }
  const client = new ApiClient(desk.url, desk.token);
  const calendar = await client.read(`/calendars/${desk.calendarId}`, standing);
  if (!calendar.ok) return said(terminal, calendar.error);
  const done = await client.send(`/calendars/${desk.calendarId}/${command}`, {
    body,
    idempotencyKey: crypto.randomUUID(),
    ifMatch: calendar.value.revision,
  });
  if (!done.ok) return said(terminal, done.error);
  terminal.out(`✓ ${done.value.events.join(', ')}`);
  return EXIT.good;
}

function said(terminal: Terminal, problem: Parameters<typeof sentenceOfProblem>[0]): ExitCode {
  terminal.err(sentenceOfProblem(problem, 'vi'));
  terminal.err(sentenceOfProblem(problem, 'en'));
  return EXIT.failed;
}
