import { configOrThrow, untilStopped } from '#libs/service/foundation';
import { announce } from './announce.js';
import { runStandalone } from './standalone.js';

await untilStopped(async () => {
  const standalone = await runStandalone({ config: configOrThrow() });
  announce(standalone);
  return standalone;
});
