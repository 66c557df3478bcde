import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Decision, type Instant, ok, refuse } from '#libs/domain/kernel';
import type { Database, Queryable } from '#libs/platform/postgres';
import { z } from 'zod';

/** Whether anything may leave, and why not. */
export interface SendingState {
  readonly state: 'open' | 'held';
  /** restored: the database is older than what this installation has seen. operator: somebody said so. */
  readonly reason: 'restored' | 'operator' | null;
  /** What was due before it is never sent. */
  readonly resumeFrom: Instant | null;
}

interface SendingRow extends Record<string, unknown> {
  readonly state: 'open' | 'held';
  readonly reason: 'restored' | 'operator' | null;
  readonly resume_from: Instant | null;
}

const stateOf = ({ state, reason, resume_from: resumeFrom }: SendingRow): SendingState => ({
  state,
  reason,
  resumeFrom,
});

export async function sendingState(connection: Queryable): Promise<SendingState> {
  const { rows } = await connection.query<SendingRow>(`select state, reason, resume_from from ops.sending`);
  if (!rows[0]) throw new Error('The row of ops.sending is missing.');
  return stateOf(rows[0]);
}

/** Lets nothing leave until somebody resumes. Run before a restored backup is put to work. */
export async function holdSending(
  database: Database,
  by: string,
  reason: 'restored' | 'operator' = 'operator',
): Promise<void> {
  await database.query(
    `with held as (update ops.sending set state = 'held', reason = $1 where state = 'open' returning 1)
     insert into ops.sending_change (state, reason, by_account) select 'held', $1, $2 from held`,
    [reason, by],
  );
}

/**
 * Lets messages leave again: those that were due from a moment on. What was due before is recorded as skipped, and what
 * already waited from before as suppressed. Refuses `SENDING_NOT_HELD`.
 */
export async function resumeSending(database: Database, from: Instant, by: string): Promise<Decision<SendingState>> {
  return database.transaction(async (connection) => {
    const { rows } = await connection.query<SendingRow>(
      `update ops.sending set state = 'open', reason = null, resume_from = greatest(resume_from, $1)
       where state = 'held' returning state, reason, resume_from`,
      [from],
    );
    if (!rows[0]) return refuse('SENDING_NOT_HELD');
    await connection.query(`insert into ops.sending_change (state, resume_from, by_account) values ('open', $1, $2)`, [
      from,
      by,
    ]);
    await connection.query(
      `update ops.delivery set state = 'suppressed', reason = 'held_back', changed_at = clock_timestamp()
       where state in ('queued', 'held', 'failed_temporary') and created_at < $1`,
      [from],
    );
    return ok(stateOf(rows[0]));
  });
}

const mark = z.object({ installation: z.string(), beat: z.int() });

/**
 * Finds out that the database was restored from a backup: it counts on in the database and keeps the count in a file of the
 * data folder. A database that is behind the file has forgotten what was sent since, so nothing leaves until an operator says
 * from when. A backup of folder and database together cannot be told from a pause: for that there is `vinhdanh hold-sending`.
 */
export class RestoreWatch {
  constructor(
    private readonly database: Database,
    private readonly file: string,
  ) {}

  /** Counts on, and holds sending where the count has gone back. */
  async beat(): Promise<void> {
    // Read first: who shares the folder may have counted on meanwhile, and must not look like the future.
    const seen = await this.#read();
    const { rows } = await this.database.query<{ installation: string; beat: number }>(
      `update ops.sending set beat = beat + 1 returning installation, beat`,
    );
    const row = rows[0];
    if (!row) throw new Error('The row of ops.sending is missing.');
    const restored = seen?.installation === row.installation && seen.beat >= row.beat;
    if (restored) {
      await holdSending(this.database, 'system', 'restored');
      await this.database.query(`update ops.sending set beat = greatest(beat, $1)`, [seen.beat + 1]);
    }
    await this.#write({ installation: row.installation, beat: restored ? seen.beat + 1 : row.beat });
  }

  async #read(): Promise<z.infer<typeof mark> | undefined> {
    try {
      return mark.parse(JSON.parse(await readFile(this.file, 'utf8')));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  async #write(content: z.infer<typeof mark>): Promise<void> {
    await mkdir(dirname(this.file), { recursive: true, mode: 0o700 });
    const draft = `${this.file}.${randomUUID()}.tmp`;
    await writeFile(draft, JSON.stringify(content), { mode: 0o600, flush: true });
    await rename(draft, this.file);
  }
}
