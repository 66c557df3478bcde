import { runningServer } from './running-server.js';

/** Also reached when specs failed; when the run is interrupted, the signal handlers do the same. */
export default async function globalTeardown(): Promise<void> {
  await runningServer.stop();
}
