import type { Clock } from '#libs/domain/kernel';
import { reminderBacklog } from '#libs/engine/deadlines';
import type { ProjectionProgress } from '#libs/engine/projections';
import type { Reading, SeriesSpec } from '#libs/platform/observability';
import type { Database } from '#libs/platform/postgres';
import { countReactionFailures } from '#libs/service/commands';
import { openDeliveries } from '#libs/service/notifications';

/** How the whole system stands, whichever process asks: what a worker or a projector leaves undone shows here. */
export const officeGauges: readonly SeriesSpec[] = [
  {
    name: 'vinhdanh_read_model_lag_events',
    help: 'Events that a read model has not taken in yet, counted up to 1,000.',
    labels: ['model'],
  },
  {
    name: 'vinhdanh_read_model_lag_seconds',
    help: 'How long the oldest event that a read model has not taken in has been in the log.',
    labels: ['model'],
  },
  {
    name: 'vinhdanh_read_model_parked_events',
    help: 'Events that a read model could not take in, and those behind them in their streams.',
    labels: ['model'],
  },
  {
    name: 'vinhdanh_deadline_misses_unrecorded',
    help: 'Deadlines that have passed and are not recorded as missed yet.',
  },
  { name: 'vinhdanh_deadline_miss_unrecorded_seconds', help: 'How long ago the oldest of them was due.' },
  { name: 'vinhdanh_reminders_overdue', help: 'Reminders whose time has come and that were not given out.' },
  { name: 'vinhdanh_reminder_overdue_seconds', help: 'How long ago the oldest of them should have been given out.' },
  { name: 'vinhdanh_deliveries', help: 'Letters that are neither sent nor out of date, by state.', labels: ['state'] },
  {
    name: 'vinhdanh_delivery_waiting_seconds',
    help: 'How long the oldest letter of a state could have left already.',
    labels: ['state'],
  },
  { name: 'vinhdanh_reactions_refused', help: 'Reactions that a rule refused, and that somebody has to look at.' },
];

/** Who asks more often is answered from memory: looking costs a few queries. */
const FRESH_MS = 2_000;

/** Looks the gauges up, once for all who ask at the same time. */
export class OfficeReadings {
  private last: { readonly at: number; readonly readings: Promise<readonly Reading[]> } | undefined;

  constructor(
    private readonly database: Database,
    private readonly progress: ProjectionProgress,
    private readonly clock: Clock,
  ) {}

  read(): Promise<readonly Reading[]> {
    if (this.last && performance.now() - this.last.at < FRESH_MS) return this.last.readings;
    const readings = this.look();
    this.last = { at: performance.now(), readings };
    // A look that failed is no answer for whoever asks next.
    readings.catch(() => (this.last = undefined));
    return readings;
  }

  private async look(): Promise<readonly Reading[]> {
    const [models, backlog, deliveries, refused] = await Promise.all([
      this.progress.lag(),
      reminderBacklog(this.database, this.clock.now()),
      openDeliveries(this.database),
      countReactionFailures(this.database),
    ]);
    return [
      ...models.flatMap(({ projection, eventsBehind, secondsBehind, deadLetters }) => {
        const labels = { model: projection };
        return [
          { name: 'vinhdanh_read_model_lag_events', labels, value: eventsBehind },
          { name: 'vinhdanh_read_model_lag_seconds', labels, value: secondsBehind },
          { name: 'vinhdanh_read_model_parked_events', labels, value: deadLetters },
        ];
      }),
      { name: 'vinhdanh_deadline_misses_unrecorded', value: backlog.unrecordedMisses },
      { name: 'vinhdanh_deadline_miss_unrecorded_seconds', value: backlog.oldestMissSeconds },
      { name: 'vinhdanh_reminders_overdue', value: backlog.waitingRungs },
      { name: 'vinhdanh_reminder_overdue_seconds', value: backlog.oldestRungSeconds },
      ...deliveries.flatMap(({ state, count, oldestSeconds }) => [
        { name: 'vinhdanh_deliveries', labels: { state }, value: count },
        { name: 'vinhdanh_delivery_waiting_seconds', labels: { state }, value: oldestSeconds },
      ]),
      { name: 'vinhdanh_reactions_refused', value: refused },
    ];
  }
}
