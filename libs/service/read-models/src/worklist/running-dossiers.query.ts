import type { Queryable } from '#libs/platform/postgres';
import { worklistTable } from './worklist.tables.js';

/** How many dossiers of an award have not come to their end, by the version that binds them; those not received yet are bound to none. */
export class RunningDossiersQuery {
  constructor(private readonly database: Queryable) {}

  async byVersion(procedureCode: string): Promise<ReadonlyMap<string, number>> {
    const { rows } = await this.database.query<{ version: string; count: number }>(
      `select procedure_version as version, count(*)::int as count from ${worklistTable.sqlName}
       where procedure_code = $1 and procedure_version is not null and not ended
       group by procedure_version`,
      [procedureCode],
    );
    return new Map(rows.map(({ version, count }) => [version, count]));
  }
}
