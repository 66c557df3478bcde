import type { Connection, Database } from '#libs/platform/postgres';
import { backoffMs, pause } from '../backoff.js';
import type { News } from '../news.js';

const CHANNEL = 'es_events';
const POLL_MS = 100;
/** Appends of one moment are announced together. */
const ANNOUNCE_EVERY_MS = 10;

/**
 * Tells followers that the log has grown: at once for what this process wrote, by NOTIFY for what others wrote, and by
 * looking every 100 ms for what a lost notification did not tell. All of it is a hint; followers read for themselves.
 */
export class NewsFeed {
  #known = 0;
  #followers = 0;
  #announcing: Promise<void> | undefined;
  #announceAgain = false;
  readonly #stop = new AbortController();
  readonly #loops: Promise<void>[] = [];

  constructor(
    private readonly database: Database,
    private readonly news: News,
    private readonly onError: (error: unknown) => void,
  ) {}

  /** Somebody follows: from now on listen and look. */
  start(): void {
    if (this.#followers++ > 0 || this.#stop.signal.aborted) return;
    this.#loops.push(this.#listen(), this.#poll());
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await Promise.all([...this.#loops, this.#announcing]);
  }

  /** This process has committed up to `head`. */
  written(head: number): void {
    this.#grownTo(head);
    this.#announceAgain = true;
    this.#announcing ??= this.#announce();
  }

  #grownTo(head: number): void {
    if (head <= this.#known) return;
    this.#known = head;
    this.news.announce();
  }

  /**
   * NOTIFY for other processes, on a connection of its own. Inside the append's transaction it would hold a lock on the
   * whole database until the commit is on disk, and halve the rate of appends.
   */
  async #announce(): Promise<void> {
    while (this.#announceAgain && !this.#stop.signal.aborted) {
      this.#announceAgain = false;
      try {
        // A notification lost in a crash of the server needs no disk: its readers are gone too.
        await this.database.query(`select set_config('synchronous_commit', 'off', true), pg_notify($1, $2)`, [
          CHANNEL,
          String(this.#known),
        ]);
      } catch (error) {
        this.onError(error);
      }
      await pause(ANNOUNCE_EVERY_MS, this.#stop.signal);
    }
    this.#announcing = undefined;
  }

  async #listen(): Promise<void> {
    for (let attempt = 1; !this.#stop.signal.aborted; attempt++) {
      let connection: Connection | undefined;
      try {
        connection = await this.database.connect();
        const lost = this.#hear(connection);
        await connection.query(`listen ${CHANNEL}`);
        attempt = 1;
        await lost;
      } catch (error) {
        this.onError(error);
      } finally {
        // Never back among the readers' connections: it would go on listening there.
        connection?.release(true);
      }
      await pause(backoffMs(attempt), this.#stop.signal);
    }
  }

  /** Resolves when the connection is lost or no longer wanted. */
  async #hear(connection: Connection): Promise<void> {
    await new Promise<void>((resolve) => {
      const leave = (): void => {
        this.#stop.signal.removeEventListener('abort', leave);
        resolve();
      };
      // Told to stop while the connection was being made: that signal does not come a second time.
      if (this.#stop.signal.aborted) return resolve();
      connection.on('notification', ({ payload }) => this.#grownTo(Number(payload)));
      connection.once('end', leave);
      this.#stop.signal.addEventListener('abort', leave);
    });
  }

  async #poll(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      try {
        const { rows } = await this.database.query<{ position: number }>({
          name: 'es.head',
          text: `select position from es.head`,
        });
        this.#grownTo(rows[0]?.position ?? 0);
      } catch {
        // Let the followers look for themselves: they report what is wrong, each to its own log.
        this.news.announce();
      }
      await pause(POLL_MS, this.#stop.signal);
    }
  }
}
