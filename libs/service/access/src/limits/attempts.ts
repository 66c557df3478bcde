import { type Decision, ok, refuse } from '#libs/domain/kernel';
import type { Database } from '#libs/platform/postgres';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { digestOf } from '../digest.js';

/** After so many failures in a day each further attempt has to wait its turn. */
export interface Patience {
  readonly free: number;
}

const DAY_S = 86_400;
const FIRST_WAIT_S = 60;
const LONGEST_WAIT_S = 3_600;

/** 1 minute after the last free attempt, then 2, 4, 8 … and an hour at most. */
const waitAfter = (attempts: number, free: number): number =>
  Math.min(FIRST_WAIT_S * 2 ** Math.min(attempts - free, 10), LONGEST_WAIT_S);

/**
 * Counts attempts to sign in, in the database, so that all processes count together. Every attempt is counted before it is
 * looked at: many at once win nothing. Two rows a key: how many failed within a day, and from when on the next may be made.
 */
export class Attempts {
  readonly #failures: RateLimiterPostgres;
  readonly #turns: RateLimiterPostgres;
  readonly #free: number;

  /** @param kind keeps the keys of different counts apart */
  constructor(
    private readonly database: Database,
    kind: string,
    { free }: Patience,
  ) {
    this.#free = free;
    const store = {
      storeClient: database,
      storeType: 'pool',
      schemaName: 'ops',
      tableName: 'sign_in_attempt',
      tableCreated: true,
      clearExpiredByTimeout: false,
    };
    this.#failures = new RateLimiterPostgres({
      ...store,
      keyPrefix: `${kind}-failures`,
      points: free,
      duration: DAY_S,
    });
    this.#turns = new RateLimiterPostgres({ ...store, keyPrefix: `${kind}-turn`, points: 1, duration: FIRST_WAIT_S });
  }

  /** May it be tried now? Counts as a failure until it is forgiven. Refuses with `TOO_MANY_ATTEMPTS`. */
  async begin(subject: string): Promise<Decision<void>> {
    const key = keyOf(subject);
    const before = (await this.#failures.get(key))?.consumedPoints ?? 0;
    if (before >= this.#free) {
      const turn = await this.#turn(key, before + 1);
      if (!turn.ok) return turn;
    }
    const { consumedPoints } = await this.#failures.penalty(key);
    // Many who came at once and saw the same count: only the free ones go on, and whoever takes the first turn.
    if (before < this.#free && consumedPoints >= this.#free) {
      const turn = await this.#turn(key, consumedPoints);
      if (!turn.ok && consumedPoints > this.#free) {
        await this.#failures.reward(key);
        return turn;
      }
    }
    return ok(undefined);
  }

  /** It was right: all failures of this key are forgotten. */
  async succeed(subject: string): Promise<void> {
    const key = keyOf(subject);
    await this.#failures.delete(key);
    await this.#turns.delete(key);
  }

  /** It was no failure, but it proves nothing about those before: one is taken back. */
  async takeBack(subject: string): Promise<void> {
    await this.#failures.reward(keyOf(subject));
  }

  /** Removes what has long expired. */
  async clear(): Promise<void> {
    await this.database.query('delete from ops.sign_in_attempt where expire < $1', [Date.now()]);
  }

  async #turn(key: string, attempts: number): Promise<Decision<void>> {
    try {
      await this.#turns.consume(key, 1, { customDuration: waitAfter(attempts, this.#free) });
      return ok(undefined);
    } catch (rejected) {
      if (!(rejected instanceof RateLimiterRes)) throw rejected;
      return refuse('TOO_MANY_ATTEMPTS', {
        params: { seconds: Math.max(1, Math.ceil(rejected.msBeforeNext / 1_000)) },
      });
    }
  }
}

/** Neither a name nor an address stands in the table. */
const keyOf = (subject: string): string => digestOf(subject).toString('base64url');
