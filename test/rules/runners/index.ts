import type { Runners } from '../runner.js';
import { clockRunners } from './clock.runners.js';
import { consultationRunners } from './consultation.runners.js';
import { councilRunners } from './council.runners.js';
import { decisionRunners } from './decision.runners.js';
import { eligibilityRunners } from './eligibility.runners.js';
import { favourableRunners } from './favourable.runners.js';
import { historyRunners } from './history.runners.js';
import { levelRunners } from './level.runners.js';
import { logRunners } from './log.runners.js';
import { intakeRunners } from './intake.runners.js';
import { prizeRunners } from './prize.runners.js';

/** Ops that an office in memory answers. */
export const inMemory: Runners = {
  ...intakeRunners,
  ...clockRunners,
  ...councilRunners,
  ...decisionRunners,
  ...eligibilityRunners,
  ...levelRunners,
  ...logRunners,
  ...favourableRunners,
  ...consultationRunners,
  ...prizeRunners,
};

/** Ops whose answer is a query of a read model: on a database. */
export const onServers: Runners = { ...historyRunners };

/** Ops whose answer is what workers do that are stopped and killed, and the suite that runs each case of them. */
export const withWorkers: Readonly<Record<string, string>> = {
  ladder: 'test/reminders/reminder.suite.ts',
  'ladder-once': 'test/reminders/killed-worker.suite.ts',
  'ladder-downtime': 'test/reminders/reminder.suite.ts',
};

/** Ops about acts that the system does not have yet, each with a command that it will have: then they need a runner. */
export const notYet: Readonly<Record<string, string>> = {};
