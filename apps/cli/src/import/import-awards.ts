import { type Language, localDateOf } from '#libs/domain/kernel';
import { awardCodes } from '#libs/service/commands';
import { systemClock } from '#libs/service/foundation';
import { type KnownAwards, type PastAwardRow, readPastAwardList } from '#libs/service/lists';
import { v5 as uuidv5 } from 'uuid';
import { lawOrFaults } from '../calendar/with-calendars.js';
import { ApiClient, sentenceOfProblem } from '../http/api-client.js';
import { EXIT, type ExitCode, type Terminal } from '../terminal.js';
import { readList } from './read-list.js';

export interface AwardsOrder {
  readonly file: string;
  readonly unitId: string;
  readonly source: string;
  readonly covers?: { readonly from?: number; readonly to: number };
  readonly url: string;
  /** Without it nothing is sent: the list is only shown. */
  readonly token: string | undefined;
}

/** Idempotency keys of imports are names in this space: unit and content of the file. */
const IMPORTS = '7c1e8b5e-6a52-5d0e-9c57-3f8f6f0c7c12';
const SHOWN = 10;

/** Sends a list of earlier awards to a unit's history, or shows what it would send. The same file again is the same command. */
export async function importAwards(order: AwardsOrder, language: Language, terminal: Terminal): Promise<ExitCode> {
  const words = WORDS[language];
  // What is sent the server looks through, which also knows awards that were published in its log.
  const known = order.token === undefined ? knownHere(terminal) : undefined;
  const list = await readList(order.file, (bytes) => readPastAwardList(bytes, known), language, terminal);
  if (!list) return EXIT.failed;
  if (order.token === undefined) {
    for (const [index, line] of list.rows.slice(0, SHOWN).entries()) terminal.out(`${index + 1}. ${shown(line)}`);
    terminal.out(words.preview(list.rows.length));
    return EXIT.good;
  }
  const { source, covers, unitId } = order;
  const api = new ApiClient(order.url, order.token);
  const answer = await api.send(`/award-histories/${encodeURIComponent(unitId)}/import`, {
    body: { source, sha256: list.sha256, ...(covers ? { covers } : {}), recipients: list.rows },
    idempotencyKey: uuidv5(`${unitId}\n${list.sha256}`, IMPORTS),
  });
  if (!answer.ok) {
    terminal.err(sentenceOfProblem(answer.error, language));
    return EXIT.failed;
  }
  terminal.out(words.done(list.rows.length, unitId, answer.value.position));
  return EXIT.good;
}

/** The awards of the files that came along. */
function knownHere(terminal: Terminal): KnownAwards | undefined {
  const law = lawOrFaults(terminal);
  return law && { awards: awardCodes(law), thisYear: Number(localDateOf(systemClock.now()).slice(0, 4)) };
}

/** What a line says, without what only serves to recognise the person. */
const shown = ({ name, unit, award, meritYear, decidedOn }: PastAwardRow): string =>
  [name, unit, award ?? '—', meritYear ?? decidedOn ?? ''].filter((text) => text !== '').join('; ');

const WORDS = {
  vi: {
    preview: (count: number) => `${count} dòng đọc được; chưa gửi gì (xem trước).`,
    done: (count: number, unit: string, position: string) =>
      `Đã nhập ${count} dòng khen thưởng vào ${unit} (vị trí ${position}).`,
  },
  en: {
    preview: (count: number) => `${count} lines are good; nothing was sent (preview).`,
    done: (count: number, unit: string, position: string) =>
      `${count} lines of earlier awards were imported into ${unit} (position ${position}).`,
  },
} as const;
