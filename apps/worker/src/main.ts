import { runRole } from '#libs/service/foundation';
import { startWorker } from './worker.js';

await runRole('worker', startWorker);
