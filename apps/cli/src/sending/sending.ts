import { sentenceOf, toInstant } from '#libs/domain/kernel';
import { type Database, DatabaseProblem, openDatabase } from '#libs/platform/postgres';
import { holdSending, resumeSending } from '#libs/service/notifications';
import { readConfiguration } from '../configuration.js';
import { reachDatabase } from '../open-log.js';
import { EXIT, type ExitCode, type Terminal } from '../terminal.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** Who says so, in the record: whoever may open the database. */
const BY = 'command-line';

/** Lets nothing leave until somebody resumes. */
export async function hold(env: Environment, terminal: Terminal): Promise<ExitCode> {
  return withDatabase(env, terminal, async (database) => {
    await holdSending(database, BY);
    terminal.out('Mọi thông báo được giữ lại · All messages are held back');
    return EXIT.good;
  });
}

/** Lets leave again what is due from a moment on. */
export async function resume(text: string, env: Environment, terminal: Terminal): Promise<ExitCode> {
  const from = toInstant(text);
  if (!from) {
    terminal.err(`--from ${text}: không phải thời điểm có múi giờ, ví dụ 2026-10-27T08:00+07:00.`);
    terminal.err(`--from ${text}: not a moment with an offset, as 2026-10-27T08:00+07:00.`);
    return EXIT.usage;
  }
  return withDatabase(env, terminal, async (database) => {
    const resumed = await resumeSending(database, from, BY);
    if (!resumed.ok) {
      terminal.err(sentenceOf(resumed.error, 'vi'));
      terminal.err(sentenceOf(resumed.error, 'en'));
      return EXIT.failed;
    }
    terminal.out(`Gửi trở lại, tính từ ${from} · Messages leave again, from ${from} on`);
    return EXIT.good;
  });
}

async function withDatabase(
  env: Environment,
  terminal: Terminal,
  work: (database: Database) => Promise<ExitCode>,
): Promise<ExitCode> {
  const config = readConfiguration(env, terminal);
  if (!config) return EXIT.failed;
  const reached = await reachDatabase(config);
  if (!reached.ok) {
    terminal.err(reached.error.vi);
    terminal.err(reached.error.en);
    return EXIT.failed;
  }
  const { url } = reached.value;
  const database = openDatabase({ url, applicationName: 'vinhdanh command line', role: 'vinhdanh_app', max: 1 });
  try {
    await database.ready();
    return await work(database);
  } catch (error) {
    if (!(error instanceof DatabaseProblem)) throw error;
    terminal.err(error.message);
    return EXIT.failed;
  } finally {
    await database.close();
    await reached.value.close();
  }
}
