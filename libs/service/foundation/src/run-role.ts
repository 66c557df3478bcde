import { DatabaseProblem } from '#libs/platform/postgres';
import { ProjectionProblem } from '#libs/engine/projections';
import { type Config, readConfig } from '#libs/platform/config';
import { type Foundation, openFoundation } from './foundation.js';
import { type AskForHealth, type HealthPort, openHealthPort } from './health-port.js';
import { home } from './home.js';
import { StartFailure } from './start-failure.js';

/** A part of the system that runs: a server, followers, workers. */
export interface RunningRole {
  /** Finishes what it is doing and ends. */
  stop(): Promise<void>;
  /** Resolves with a sentence when it cannot go on by itself; for roles that stand on something that may end. */
  readonly broken?: Promise<string>;
  /** Resolves when what this role needs besides log and database answers. */
  readonly healthy?: AskForHealth;
}

const STOP_WITHIN_MS = 10_000;

/** The configuration of this process, or one sentence per wrong variable. */
export function configOrThrow(env = process.env): Config {
  const config = readConfig(env);
  if (config.ok) return config.value;
  throw new StartFailure(config.error.map((fault) => `${fault.variable}: ${fault.message}.`).join('\n'));
}

/** Runs one role as a process of its own, against the servers that the environment names, until it is told to stop. */
export async function runRole(role: string, start: (foundation: Foundation) => Promise<RunningRole>): Promise<void> {
  await untilStopped(async () => {
    const config = configOrThrow();
    if (!config.databaseUrl) {
      throw new StartFailure(
        `DATABASE_URL is not set: the ${role} needs it to run alone. «npm start» runs everything embedded.`,
      );
    }
    const foundation = await openFoundation(config, {
      role,
      home,
      databaseUrl: config.databaseUrl,
      ownerUrl: config.databaseOwnerUrl ?? config.databaseUrl,
    });
    let running: RunningRole | undefined;
    try {
      running = await start(foundation);
      const { healthy = async () => {} } = running;
      const health = await openHealthPort(config, [
        healthy,
        () => logAnswers(foundation),
        () => foundation.database.query('select 1'),
      ]);
      foundation.log.info('ready');
      return { stop: () => stopInOrder(running as RunningRole, foundation, health) };
    } catch (error) {
      await running?.stop();
      await foundation.close();
      throw error;
    }
  });
}

async function logAnswers({ store }: Foundation): Promise<void> {
  const health = await store.health();
  if (!health.ok) throw new Error(health.reason);
}

async function stopInOrder(
  running: RunningRole,
  foundation: Foundation,
  health: HealthPort | undefined,
): Promise<void> {
  health?.stopping();
  try {
    await running.stop();
  } finally {
    await foundation.close();
    await health?.close();
  }
}

/**
 * Starts something and stops it in order on SIGINT or SIGTERM, also when the signal comes while it is still starting. A
 * failure to start, or something that breaks for good later, is one sentence and exit code 1.
 */
export async function untilStopped(start: () => Promise<RunningRole>): Promise<void> {
  const told = new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
  try {
    const running = await start();
    const sentence = await Promise.race(running.broken ? [told, running.broken] : [told]);
    if (sentence) fail(sentence);
    // Something may hang; an operator who stops a service must not wait for ever.
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    await running.stop();
  } catch (error) {
    if (!isForOperators(error)) throw error;
    fail(error.message);
  }
}

function fail(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}

const isForOperators = (error: unknown): error is Error =>
  error instanceof StartFailure || error instanceof DatabaseProblem || error instanceof ProjectionProblem;
