import type { Instant } from '#libs/domain/kernel';
import type { Queryable } from '#libs/platform/postgres';
import { Conditions, type Scope } from '../shared/scope.js';
import { dossierListTable } from './dossier-list.tables.js';

/** How many dossiers are at a step, and how many of them are late or nearly so. */
export interface StepCount {
  readonly step: string;
  readonly open: number;
  readonly overdue: number;
  readonly soon: number;
  readonly suspended: number;
}

/** Số hồ sơ ở từng bước: for the diagram of a procedure. */
export class StepCountsQuery {
  constructor(private readonly database: Queryable) {}

  /**
   * Of one version. A dossier that was not received has none yet and is counted in the version that is in force.
   * @param unpinned also dossiers without a version.
   * @param soon due before it is soon, unless it is overdue.
   */
  async of(
    scope: Scope,
    version: { readonly code: string; readonly version: string; readonly unpinned: boolean },
    at: { readonly now: Instant; readonly soon: Instant },
  ): Promise<readonly StepCount[]> {
    const where = new Conditions().within('d', scope).equals('d.procedure_code', version.code);
    const own = `d.procedure_version = ${where.value(version.version)}`;
    where.add(version.unpinned ? `${own} or d.procedure_version is null` : own);
    const [now, soon] = [where.value(at.now), where.value(at.soon)];
    const { rows } = await this.database.query<StepCount & Record<string, unknown>>(
      `select d.step, count(*) as open, count(*) filter (where d.next_due_at < ${now}) as overdue,
         count(*) filter (where d.next_due_at >= ${now} and d.next_due_at < ${soon}) as soon,
         count(*) filter (where d.suspended) as suspended
       from ${dossierListTable.sqlName} d where ${String(where)} group by d.step order by d.step`,
      where.values,
    );
    return rows;
  }
}
