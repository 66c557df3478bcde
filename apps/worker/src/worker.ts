import { join } from 'node:path';
import { openQueues } from '#libs/engine/queue';
import type { Logger } from '#libs/platform/observability';
import { readSecretKey, systemActor } from '#libs/service/access';
import {
  CalendarFollower,
  Calendars,
  CalendarWatch,
  Decisions,
  Dossiers,
  DryRuns,
  DryRunTable,
  enterCalendarAtStart,
  enterProceduresAtStart,
  ExpiryWatch,
  OpenClocks,
  openHistories,
  Organization,
  ProcedureFollower,
  ProcedureLives,
  PublishedProcedures,
  ReactionRunner,
  reactions,
  Staff,
  submissionReactions,
  Submissions,
  tryDraftsReaction,
  WorkingCalendars,
} from '#libs/service/commands';
import type { Foundation, RunningRole } from '#libs/service/foundation';
import {
  EmailChannel,
  ReminderWorker,
  type ReminderWorkerOptions,
  SendingRules,
  WebhookChannel,
  Webhooks,
  openMailer,
} from '#libs/service/notifications';
import { OpenClocksQuery } from '#libs/service/read-models';
import { OrganizationDirectory } from './organization-directory.js';

/** Does what follows from facts and from time. Several may run: each command, each message has an id of its own. */
export async function startWorker(foundation: Foundation): Promise<RunningRole> {
  const { store, database, law, clock, log, config, accounts, databaseUrl } = foundation;
  const organization = new Organization(store);
  const staff = new Staff(organization);
  await enterCalendarAtStart(foundation);
  await enterProceduresAtStart(foundation);
  const calendars = new WorkingCalendars(store, law);
  const watch = new CalendarWatch(calendars, new Calendars(store, clock), law, clock);
  const calendarId = law.calendar.id;
  const calendarFollower = new CalendarFollower({ store, calendars, watch, calendarId, log });
  const procedures = new PublishedProcedures(store, law);
  const lives = new ProcedureLives(store, law, clock);
  const expiries = new ExpiryWatch(procedures, lives, law, clock);
  const procedureFollower = new ProcedureFollower({ store, procedures, log, watch: expiries });
  const histories = openHistories(store, database);
  const dossiers = new Dossiers(store, law, clock, { staff, calendars, histories, procedures });
  const decisions = new Decisions(store, dossiers, law, clock);
  const clocks = new OpenClocks(store, new OpenClocksQuery(database));
  const dryRuns = new DryRuns({ store, law, procedures, calendars, table: new DryRunTable(database) });
  const submissions = new Submissions(store, dossiers, law, clock);
  const all = [
    ...reactions(dossiers, decisions, histories, { calendars, clocks }),
    ...submissionReactions(submissions),
    tryDraftsReaction(dryRuns, lives),
  ];
  const reactionRunner = new ReactionRunner(store, database, all, log);

  const onIdleError = (err: Error) => log.warn({ err }, 'an idle connection of the queue broke');
  const queues = openQueues(
    config.redisUrl
      ? { kind: 'redis', url: config.redisUrl, onIdleError }
      : { kind: 'postgres', databaseUrl, onIdleError },
  );
  await queues.ready();
  const mailer = openMailer(config);
  const secret = await readSecretKey(config.dataFolder, config.signIn.secretKey);
  const { publicUrl } = config.signIn;
  const own = new Set(config.webhookOwnTargets);
  const directory = new OrganizationDirectory(organization, accounts, clock, dossiers);
  const reminders = new ReminderWorker({
    database,
    events: store,
    queues,
    clock,
    rules: {
      procedure: (pin) => law.procedureByPin(pin),
      calendar: (id) => calendars.known(id),
      refresh: async () => void (await Promise.all([calendars.read(calendarId), procedures.read()])),
      ladder: (name) => law.ladders.get(name),
      digestAt: law.notifications.digest.at,
    },
    directory,
    operators: () => directory.operators(),
    sending: new SendingRules(law.notifications, () => calendars.known(calendarId) ?? law.calendar),
    channels: [
      new EmailChannel({ mailer, ...(publicUrl ? { unsubscribe: { publicUrl, secret } } : {}) }),
      new WebhookChannel(new Webhooks(database, secret, own), { own }),
    ],
    host: mailer.host,
    beatFile: join(config.dataFolder, 'sending-beat.json'),
    missed: {
      recordMissed: ({ dossierId, deadlineId, version, dueAt, commandId }) =>
        dossiers.execute(
          dossierId,
          { type: 'record-missed-deadline', data: { deadlineId, version } },
          { actor: systemActor, commandId, fingerprint: 'record-missed', correlationId: commandId, effectiveAt: dueAt },
        ),
    },
    onProblem: (problem) => write(log, problem),
    sweepEveryMs: config.sweepEveryMs,
  });
  await calendarFollower.start();
  await procedureFollower.start();
  await reactionRunner.start();
  await reminders.start();
  return {
    healthy: () => queues.ready(),
    stop: async () => {
      dryRuns.stop();
      await Promise.all([calendarFollower.stop(), procedureFollower.stop(), reactionRunner.stop(), reminders.stop()]);
      await queues.close();
      await mailer.close();
    },
  };
}

type Problem = Parameters<ReminderWorkerOptions['onProblem']>[0];

/** Ids and codes only: neither addresses nor what a server said. */
function write(log: Logger, { during, ...problem }: Problem): void {
  if (!('cause' in problem)) return log.warn({ during, ...problem }, 'a reminder needs a look');
  const { cause, ...ids } = problem;
  log.warn({ during, ...ids, err: cause }, 'a reminder needs a look');
}
