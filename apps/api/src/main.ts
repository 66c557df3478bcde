import { runRole } from '#libs/service/foundation';
import { startApi } from './api.js';

await runRole('api', startApi);
