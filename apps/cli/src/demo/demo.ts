import {
  type Bilingual,
  fail,
  type Language,
  localDateOf,
  ok,
  refuse,
  type Result,
  sentenceOf,
} from '#libs/domain/kernel';
import { type Procedure, versionInForce } from '#libs/domain/procedure';
import { DatabaseProblem } from '#libs/platform/postgres';
import { home, StartFailure } from '#libs/service/foundation';
import { loadLaw } from '#libs/service/law';
import { EXIT, type ExitCode, type Terminal } from '../terminal.js';
import { emptyKurrentDb } from './demo-log.js';
import type { DemoStore } from './demo-stores.js';
import { type Instance, openInstance } from './instance.js';
import { Stage } from './stage.js';
import { StoryBroken } from './story-broken.js';
import { tellStory } from './story.js';
import { AWARD_STORY_BEGINS } from './award/hours.js';
import { tellAward } from './award/tell-award.js';
import { Teller } from './teller.js';

export interface DemoOptions {
  readonly language: Language;
  readonly keep: boolean;
  /** The code of an award whose file is followed; without it, the story of 61 nominees is told. */
  readonly award?: string | undefined;
  readonly logLevel: string;
  /** Where the log is kept; everything else is in a throw-away PostgreSQL. */
  readonly store: DemoStore;
  /** What the environment says, for `kurrentdb`. */
  readonly kurrentDbUrl?: string | undefined;
}

/** `vinhdanh demo`: plays the story on a throw-away system and answers whether all that was shown agreed with the log. */
export async function demo(options: DemoOptions, terminal: Terminal): Promise<ExitCode> {
  const say = (text: Bilingual) => terminal.out(text[options.language]);
  const started = performance.now();
  const log = options.store === 'kurrentdb' ? await emptyKurrentDb(options.kurrentDbUrl) : undefined;
  if (log && !log.ok) {
    terminal.err(log.error.vi);
    terminal.err(log.error.en);
    return EXIT.failed;
  }
  const procedure = procedureOf(options.award ?? 'BK_TINH');
  if (!procedure.ok) {
    terminal.err(procedure.error.vi);
    terminal.err(procedure.error.en);
    return EXIT.failed;
  }
  say({ vi: 'Đang dựng một hệ thống tạm…', en: 'Setting up a throw-away system…' });
  let instance: Instance;
  try {
    instance = await openInstance({ logLevel: options.logLevel, ...(log ? { kurrentDbUrl: log.value } : {}) });
  } catch (error) {
    if (!(error instanceof StartFailure || error instanceof DatabaseProblem)) throw error;
    terminal.err(error.message);
    return EXIT.failed;
  }
  const { system, folder } = instance;
  const people = new Map(system.accounts.map(({ account }) => [account.id, account.name]));
  const teller = new Teller(terminal, options.language, procedure.value, people);
  const stage = new Stage(instance, teller, options.language);
  const interrupted = interruption();
  try {
    say({
      vi: `Hệ thống tạm tại ${system.url}, đồng hồ giả lập; mọi thao tác đi qua HTTP API. Mọi tên người đều hư cấu.`,
      en: `A throw-away system at ${system.url} with a travelling clock; everything goes through the HTTP API. All people are invented.`,
    });
    if (log) {
      say({
        vi: 'Nhật ký ở KurrentDB mà KURRENTDB_URL nêu, và ở lại đó; mọi thứ khác ở PostgreSQL tạm.',
        en: 'The log is in the KurrentDB that KURRENTDB_URL names, and stays there; everything else is in a throw-away PostgreSQL.',
      });
    }
    const told =
      options.award === undefined
        ? tellStory(stage, teller)
        : tellAward(procedure.value, { stage, teller, instance, language: options.language });
    await Promise.race([told.then(() => stage.compareThePast()), interrupted.happened]);
    return conclude(stage, Math.round((performance.now() - started) / 100) / 10, options.language, terminal);
  } catch (error) {
    if (!(error instanceof StoryBroken)) throw error;
    terminal.err(error.message);
    return EXIT.failed;
  } finally {
    interrupted.forget();
    await instance.end(options);
    if (options.keep) {
      const where = log ? 'KURRENTDB_URL=… ' : '';
      const replay = `${where}VINHDANH_DATA=${folder}/data npx vinhdanh replay ${stage.dossierId}`;
      say({
        vi: `Dữ liệu còn ở ${folder}; xem lại: ${replay}`,
        en: `The data is kept in ${folder}; look again: ${replay}`,
      });
    }
  }
}

/** The version of an award under which the stories are told; why not for a code that no file has, or one that takes no dossiers. */
function procedureOf(award: string): Result<Procedure, Bilingual> {
  const law = loadLaw(home);
  if (!law.ok) throw new StartFailure(law.error.map(({ file, message }) => `${file}: ${message}`).join('\n'));
  const inForce = versionInForce(award, law.value.procedures, localDateOf(AWARD_STORY_BEGINS));
  if (!inForce.ok) {
    return fail({
      vi: `Không có quy trình nào mang mã ${award}: xem \`vinhdanh procedure list\`.`,
      en: `No procedure has the code ${award}: see \`vinhdanh procedure list\`.`,
    });
  }
  const { procedure } = inForce.value;
  if (procedure.receivable) return ok(procedure);
  const why = refuse('PROCEDURE_NOT_RECEIVABLE', { params: { procedure: award } }).error;
  return fail({ vi: sentenceOf(why, 'vi'), en: sentenceOf(why, 'en') });
}

function conclude(stage: Stage, seconds: number, language: Language, terminal: Terminal): ExitCode {
  const { commands, comparisons, disagreements } = stage;
  for (const disagreement of disagreements) terminal.err(`✗ ${disagreement}`);
  const agreed = disagreements.length === 0;
  const closing = {
    vi: agreed
      ? `✓ ${commands} lệnh, ${comparisons} lần so: danh sách, thời hạn, dòng thời gian và hồ sơ đều khớp nhật ký, kể cả các bản cũ (${seconds} giây).`
      : `✗ ${disagreements.length} chỗ không khớp nhật ký.`,
    en: agreed
      ? `✓ ${commands} commands, ${comparisons} comparisons: list, deadlines, timeline and dossier agree with the log, earlier revisions included (${seconds} s).`
      : `✗ ${disagreements.length} disagreements with the log.`,
  };
  terminal.out('');
  terminal.out(closing[language]);
  return agreed ? EXIT.good : EXIT.failed;
}

/** Ctrl+C ends the story, not the tidying up. */
function interruption(): { happened: Promise<never>; forget: () => void } {
  let stop = () => {};
  const happened = new Promise<never>((_, reject) => {
    stop = () => reject(new StoryBroken('Đã dừng · Interrupted'));
  });
  // Nobody may be waiting yet, or any more.
  happened.catch(() => {});
  process.once('SIGINT', stop).once('SIGTERM', stop);
  return { happened, forget: () => void process.off('SIGINT', stop).off('SIGTERM', stop) };
}
