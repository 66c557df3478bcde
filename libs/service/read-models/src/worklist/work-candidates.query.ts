import { type Position, START } from '#libs/engine/event-store';
import type { Database } from '#libs/platform/postgres';
import { worklistProjection } from './worklist.projection.js';
import { worklistHoldersTable, worklistTable } from './worklist.tables.js';

const DOSSIER_STREAM = 'dossier-';

/** Where somebody's open work may lie, for who then asks the log: the worklist up to its own checkpoint, and no further. */
export class WorkCandidatesQuery {
  constructor(private readonly database: Database) {}

  async candidates({
    unitId,
    accountId,
    unheldToo,
  }: {
    readonly unitId: string;
    readonly accountId: string;
    readonly unheldToo: boolean;
  }): Promise<{ readonly dossierIds: readonly string[]; readonly upTo: Position }> {
    const { name, version } = worklistProjection;
    // One statement sees rows and checkpoint of one moment. A dossier that was parked is not what its row says.
    const { rows } = await this.database.query<{ ids: string[] | null; position: Position | null }>(
      `select (select position from read.checkpoint where projection = $1 and version = $2) as position,
         (select array_agg(found.id) from (
            select h.dossier_id as id from ${worklistHoldersTable.sqlName} h
            where h.chain @> jsonb_build_array(jsonb_build_object('accountId', $4::text))
            union
            select d.dossier_id from ${worklistTable.sqlName} d
            where $5 and not d.ended and $3 in (d.body_id, d.submitting_unit_id)
            union
            select substr(l.stream, $6) from read.dead_letter l
            where l.projection = $1 and l.version = $2 and starts_with(l.stream, $7)
          ) found) as ids`,
      [name, version, unitId, accountId, unheldToo, DOSSIER_STREAM.length + 1, DOSSIER_STREAM],
    );
    return { dossierIds: rows[0]?.ids ?? [], upTo: rows[0]?.position ?? START };
  }
}
