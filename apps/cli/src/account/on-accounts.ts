import { DatabaseProblem, openDatabase } from '#libs/platform/postgres';
import {
  AccountActs,
  AccountAdministration,
  Accounts,
  Passwords,
  SecondFactors,
  SecretBox,
  Sessions,
  readSecretKey,
} from '#libs/service/access';
import { systemClock } from '#libs/service/foundation';
import { readConfiguration } from '../configuration.js';
import { reachDatabase } from '../open-log.js';
import { EXIT, type ExitCode, type Terminal } from '../terminal.js';

/** Opens the accounts of the database that the configuration means, for as long as the work takes. */
export async function onAccounts(
  env: Readonly<Record<string, string | undefined>>,
  terminal: Terminal,
  work: (administration: AccountAdministration) => Promise<ExitCode>,
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
  const database = openDatabase({ url, applicationName: 'vinhdanh account', role: 'vinhdanh_app', max: 2 });
  try {
    await database.ready();
    const clock = systemClock;
    const accounts = new Accounts(database, { clock, admitSamples: true });
    const { sessionIdleMs: idleMs, sessionMs: absoluteMs, secretKey } = config.signIn;
    const box = new SecretBox(await readSecretKey(config.dataFolder, secretKey));
    return await work(
      new AccountAdministration({
        database,
        clock,
        accounts,
        passwords: new Passwords(database, clock),
        factors: new SecondFactors(database, clock, box),
        sessions: new Sessions(database, clock, { idleMs, absoluteMs }, accounts.mayComeIn),
        acts: new AccountActs(database, clock),
      }),
    );
  } catch (error) {
    if (!(error instanceof DatabaseProblem)) throw error;
    terminal.err(error.message);
    return EXIT.failed;
  } finally {
    await database.close();
    await reached.value.close();
  }
}
