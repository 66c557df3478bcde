import { basename } from 'node:path';
import { dueText } from '#libs/domain/kernel';
import { z } from 'zod';
import { eventually } from './eventually.js';
import type { Mail } from './instance.js';
import { dossierSeen } from './seen.js';
import type { Stage } from './stage.js';
import type { Teller } from './teller.js';

const inbox = z.object({
  items: z.array(
    z.union([
      z.object({
        kind: z.literal('reminder'),
        dossierId: z.string(),
        rung: z.string(),
        clock: z.string(),
        dueAt: z.string(),
      }),
      z.object({ kind: z.literal('event') }),
    ]),
  ),
});

/** The clock of the intake is let run out: a reminder goes out on the last morning, and the missed day is recorded. */
export async function missADeadline(stage: Stage, teller: Teller): Promise<void> {
  teller.chapter({
    vi: 'Đến hạn mà chưa thẩm định: hệ thống nhắc, rồi ghi nhận quá hạn',
    en: 'Due and not appraised: the system reminds, then records that it was missed',
  });
  // 31/08 to 02/09 are days off: the deadline that was paused for two working days ends on 03/09.
  stage.travelTo('2026-09-03T08:05');
  await tellReminder(stage, teller, { rung: 'T-0', letters: 1, leavingAt: '2026-09-03T08:20' });
  stage.travelTo('2026-09-04T08:05');
  await eventually('DeadlineMissed', async () => {
    const { deadlines } = await dossierSeen(stage, 'officer');
    return deadlines.find(({ state }) => state === 'missed');
  });
  await stage.look('deadline missed');
  // The officer, and the head of the section.
  await tellReminder(stage, teller, { rung: '+1', letters: 2, leavingAt: '2026-09-04T08:20' });
}

/**
 * Waits for what a rung sends and shows it: the row in the officer's application at once, and each letter when the minutes are
 * over in which letters to one person are gathered.
 */
async function tellReminder(
  stage: Stage,
  teller: Teller,
  wanted: { readonly rung: string; readonly letters: number; readonly leavingAt: string },
): Promise<void> {
  const row = await eventually(`in-app ${wanted.rung}`, async () => {
    const { items } = await stage.read('officer', '/notifications', inbox);
    const reminders = items.flatMap((item) => (item.kind === 'reminder' ? [item] : []));
    return reminders.find(({ dossierId, rung }) => dossierId === stage.dossierId && rung === wanted.rung);
  });
  teller.aside({
    vi: `Trong ứng dụng: bậc nhắc ${row.rung}, “${teller.clock(row.clock)}”, hạn ${dueText(row.dueAt, 'vi')}`,
    en: `In the application: rung ${row.rung}, “${teller.clock(row.clock)}”, due ${dueText(row.dueAt, 'en')}`,
  });
  stage.travelTo(wanted.leavingAt);
  const letters = await eventually(`.eml ${wanted.rung}`, async () => {
    const news = await stage.newMails();
    return news.length >= wanted.letters ? news : undefined;
  });
  stage.tellMails(letters);
  for (const letter of letters) {
    const [subject, to] = [headerOf(letter, 'Subject'), headerOf(letter, 'To')];
    teller.aside({
      vi: `Thư đã gửi cho ${to}: “${subject}” (${basename(letter.file)})`,
      en: `Letter sent to ${to}: “${subject}” (${basename(letter.file)})`,
    });
  }
}

/** A header of a mail, unfolded (RFC 5322 §2.2.3) and with its encoded words (RFC 2047) read. */
function headerOf({ text }: Mail, name: string): string {
  const head = text.split(/\r?\n\r?\n/, 1)[0]!.replace(/\r?\n[ \t]+/g, ' ');
  const value = new RegExp(`^${name}: (.*)$`, 'mi').exec(head)?.[1]?.trim() ?? '';
  return value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, encoding: string, word: string) => decodeWord(encoding, word));
}

function decodeWord(encoding: string, text: string): string {
  if (encoding.toLowerCase() === 'b') return Buffer.from(text, 'base64').toString();
  const bytes = text
    .replaceAll('_', ' ')
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}
