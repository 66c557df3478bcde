import { describeKilledWorkers } from './killed-worker.suite.js';
import { postgresQueues } from './queue-servers.js';
import { describeReminders } from './reminder.suite.js';

describeReminders('PostgreSQL', postgresQueues);
describeKilledWorkers('PostgreSQL', postgresQueues, { gathering: true });
