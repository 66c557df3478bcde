import { type Position, START } from '#libs/engine/event-store';
import type { Database } from '#libs/platform/postgres';
import { deadlinesProjection } from './deadlines.projection.js';
import { deadlinesTable } from './deadlines.tables.js';

const DOSSIER_STREAM = 'dossier-';

/** Which dossiers have clocks that a calendar could move or set, for who then asks the log: up to the checkpoint, no further. */
export class OpenClocksQuery {
  constructor(private readonly database: Database) {}

  async candidates(calendarId: string): Promise<{ readonly dossierIds: readonly string[]; readonly upTo: Position }> {
    const { name, version } = deadlinesProjection;
    // One statement sees rows and checkpoint of one moment. A dossier that was parked is not what its row says.
    const { rows } = await this.database.query<{ ids: string[] | null; position: Position | null }>(
      `select (select position from read.checkpoint where projection = $1 and version = $2) as position,
         (select array_agg(found.id) from (
            select d.dossier_id as id from ${deadlinesTable.sqlName} d
            where d.state in ('running', 'awaited') and d.calendar_id = $3
            union
            select substr(l.stream, $4) from read.dead_letter l
            where l.projection = $1 and l.version = $2 and starts_with(l.stream, $5)
          ) found) as ids`,
      [name, version, calendarId, DOSSIER_STREAM.length + 1, DOSSIER_STREAM],
    );
    return { dossierIds: rows[0]?.ids ?? [], upTo: rows[0]?.position ?? START };
  }
}
