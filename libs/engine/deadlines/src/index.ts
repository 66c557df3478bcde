export { BELLS, type BellJob, bellJobId, type DeadlineKey, missedCommandId, type RungKey } from './deadline-key.js';
export type { DeadlineProblem } from './deadline-problem.js';
export {
  DeadlineSweep,
  type DeadlineSweepOptions,
  type MissedDeadline,
  type MissedDeadlineSink,
  type SweepReport,
} from './deadline-sweep.js';
export { loadDossier, loadDossiers } from './dossier-truth.js';
export { reminderBacklog, type ReminderBacklog } from './reminder-backlog.js';
export { ReminderPlanner, type ReminderPlannerOptions } from './reminder-planner.js';
export { planRungs, type ReminderRules, type RungPlan, type Silence, stillWaiting } from './reminder-rules.js';
export {
  ringDeadlines,
  type Ringing,
  type RingingSink,
  type RingOptions,
  type RingOutcome,
  type Telling,
} from './ring-deadlines.js';
export { ringDue, type RingDueOptions } from './ring-due.js';
