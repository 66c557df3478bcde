import type { Language } from '#libs/domain/kernel';
import { type Config, describeConfig, readConfig } from '#libs/platform/config';
import { DatabaseProblem, openDatabase } from '#libs/platform/postgres';
import { openEventStore } from '#libs/service/foundation';
import { reachDatabase } from '../open-log.js';
import { EXIT, type ExitCode, type Terminal } from '../terminal.js';
import { type Check, type Finding, good, lineOf, plain, wrong } from './check.js';
import { databaseChecks } from './database-checks.js';
import { machineChecks } from './machine-checks.js';
import { queueCheck } from './queue-check.js';

const CONFIGURATION = { vi: 'Cấu hình', en: 'Configuration' };
const DATABASE = { vi: 'Cơ sở dữ liệu', en: 'Database' };

/** Looks at everything the system stands on and says, line by line, what is good and what to do about what is not. */
export async function doctor(
  env: Readonly<Record<string, string | undefined>>,
  language: Language,
  terminal: Terminal,
): Promise<ExitCode> {
  let healthy = true;
  const tell = (check: Check, finding: Finding) => {
    terminal.out(lineOf(check, finding, language));
    healthy &&= finding.state === 'good' || finding.state === 'warning';
  };
  const run = async (check: Check) => tell(check, await check.look());

  const config = readConfig(env);
  if (!config.ok) {
    for (const { variable, message } of config.error) {
      await run({ name: CONFIGURATION, look: () => wrong(plain(`${variable}: ${message}`), SEE_README) });
    }
    return EXIT.failed;
  }
  await run({ name: CONFIGURATION, look: () => describe(config.value) });
  for (const check of machineChecks(config.value)) await run(check);
  await checkDatabase(config.value, run);
  return healthy ? EXIT.good : EXIT.failed;
}

function describe(config: Config): Finding {
  const { DATABASE_URL, KURRENTDB_URL, REDIS_URL } = describeConfig(config);
  const text = `DATABASE_URL ${DATABASE_URL}, KURRENTDB_URL ${KURRENTDB_URL}, REDIS_URL ${REDIS_URL}`;
  return good(text, text);
}

async function checkDatabase(config: Config, run: (check: Check) => Promise<void>): Promise<void> {
  const reached = await reachDatabase(config);
  if (!reached.ok) {
    await run({ name: DATABASE, look: () => wrong(reached.error, SEE_README) });
    return;
  }
  const { url } = reached.value;
  const database = openDatabase({ url, applicationName: 'vinhdanh doctor', max: 1 });
  const store = openEventStore(config, { databaseUrl: url, applicationName: 'vinhdanh doctor', readers: 1 });
  try {
    await database.ready();
    for (const check of databaseChecks(database, store)) await run(check);
    await run(queueCheck(config, url));
  } catch (error) {
    if (!(error instanceof DatabaseProblem)) throw error;
    await run({ name: DATABASE, look: () => wrong(plain(error.message), SEE_README) });
  } finally {
    await store.close();
    await database.close();
    await reached.value.close();
  }
}

const SEE_README = { vi: 'xem bảng cấu hình trong README', en: 'see the configuration table in README' };
