import { Pool } from 'pg';
import type { NewEvent } from '#libs/engine/event-store';
import { emptyLog, makeDatabase, type Contender } from './contender.js';
import { load } from './load.js';

const POOL = 32;

/**
 * What one writes at first: a transaction for each append, a look at the stream, an INSERT for each event, a sequence for
 * the order. No command ids, no canonical text, and readers who follow the sequence lose events.
 */
export async function naiveContender(urlFor: (name: string) => string): Promise<Contender> {
  const admin = await makeDatabase(urlFor, 'bench_naive');
  await admin.query('create sequence es.naive');
  const pool = new Pool({ connectionString: urlFor('bench_naive'), max: POOL });
  // A connection cut while it is being let go would otherwise end the bench.
  pool.on('error', () => {});

  async function append(stream: string, revision: number, events: readonly NewEvent[]): Promise<void> {
    const client = await pool.connect();
    try {
      await client.query('BEGIN');
      const { rows } = await client.query<{ revision: number | null }>(
        'SELECT max(revision) AS revision FROM es.events WHERE stream = $1',
        [stream],
      );
      if ((rows[0]?.revision ?? -1) !== revision) throw new Error('conflict');
      for (const [nth, event] of events.entries())
        await client.query(
          `INSERT INTO es.events (position, recorded_at, effective_at, id, revision, schema_version, stream, type, data, metadata)
           VALUES (nextval('es.naive'), clock_timestamp(), $1, $2, $3, $4, $5, $6, $7, $8)`,
          [
            event.effectiveAt,
            event.id,
            revision + 1 + nth,
            event.schemaVersion,
            stream,
            event.type,
            JSON.stringify(event.data),
            JSON.stringify(event.metadata),
          ],
        );
      await client.query('COMMIT');
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    } finally {
      client.release();
    }
  }

  return {
    name: 'pg-naive',
    async run(cell, timing) {
      await emptyLog(admin);
      return load('pg-naive', append, cell, timing);
    },
    async close() {
      await pool.end();
      await admin.close();
    },
  };
}
