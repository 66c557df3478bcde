import { PublishedProcedures } from '#libs/service/commands';
import { home } from '#libs/service/foundation';
import { loadLaw } from '#libs/service/law';
import { readConfiguration } from '../configuration.js';
import { openLog } from '../open-log.js';
import { EXIT, type ExitCode, type Terminal } from '../terminal.js';
import { type ReplayOrder, replayDossier } from './replay-dossier.js';

/** `vinhdanh replay`: opens the log that the environment names, tells, and lets it go. */
export async function replay(
  order: ReplayOrder,
  env: Readonly<Record<string, string | undefined>>,
  terminal: Terminal,
): Promise<ExitCode> {
  const config = readConfiguration(env, terminal);
  if (!config) return EXIT.failed;
  const log = await openLog(config);
  if (!log.ok) {
    terminal.err(log.error[order.language]);
    return EXIT.failed;
  }
  try {
    const law = loadLaw(home);
    // What was published since has names of its own.
    if (law.ok) await new PublishedProcedures(log.value.store, law.value).read();
    const told = await replayDossier(log.value.store, law.ok ? law.value : undefined, order);
    if (!told.ok) {
      terminal.err(told.error[order.language]);
      return EXIT.failed;
    }
    for (const line of told.value) terminal.out(line);
    return EXIT.good;
  } finally {
    await log.value.close();
  }
}
