import { configOrThrow, untilStopped } from '#libs/service/foundation';
import { announce } from '../../../standalone/src/announce.js';
import { runStandalone } from '../../../standalone/src/standalone.js';
import { EXIT, type ExitCode } from '../terminal.js';

/** Runs everything until a signal ends it. A failure to start has been said when this returns. */
export async function start(env: Readonly<Record<string, string | undefined>>): Promise<ExitCode> {
  await untilStopped(async () => {
    const standalone = await runStandalone({ config: configOrThrow({ ...env }) });
    announce(standalone);
    return standalone;
  });
  return process.exitCode === EXIT.failed ? EXIT.failed : EXIT.good;
}
