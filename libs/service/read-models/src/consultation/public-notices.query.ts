import { type Instant, OFFICE_TIME_ZONE } from '#libs/domain/kernel';
import { selectList } from '#libs/engine/projections';
import type { Queryable } from '#libs/platform/postgres';
import { deadlinesTable } from '../deadlines/deadlines.tables.js';
import { dossierListTable } from '../dossier-list/dossier-list.tables.js';
import { type PublicNoticeRow, publicNoticesTable } from './consultation.tables.js';

/** A notice as the public list shows it. */
export interface HangingNotice extends PublicNoticeRow {
  readonly award: string;
  readonly procedureVersion: string | null;
  /** When its clock ends; null where nobody knows. */
  readonly dueAt: Instant | null;
}

/** So many are listed; an office has a handful at a time. */
export const NOTICES_LISTED = 200;

const FROM = `from ${publicNoticesTable.sqlName} n
  join ${dossierListTable.sqlName} l on l.id = n.dossier_id
  left join ${deadlinesTable.sqlName} d on d.dossier_id = n.dossier_id and d.deadline_id = n.deadline_id`;

const COLUMNS = `${selectList(publicNoticesTable, 'n')}, l.procedure_code as award, l.procedure_version as "procedureVersion",
  d.due_at as "dueAt"`;

/** Danh sách đang công khai, for everybody. */
export class PublicNoticesQuery {
  constructor(private readonly database: Queryable) {}

  /** What hangs out at a moment, last put up first: to the end of its last day, and of no secret dossier. */
  async hanging(now: Instant): Promise<readonly HangingNotice[]> {
    const { rows } = await this.database.query<HangingNotice>(
      `select ${COLUMNS} ${FROM}
       where n.closed_at is null and n.opened_at <= $1 and l.secrecy = 'none'
         and (d.due_at is null
           or ((d.due_at at time zone $2)::date + 1)::timestamp at time zone $2 > $1::timestamptz)
       order by n.opened_at desc, n.code limit ${NOTICES_LISTED}`,
      [now, OFFICE_TIME_ZONE],
    );
    return rows;
  }

  /** Which notice has a code, whether it still hangs out or not. */
  async find(code: string): Promise<HangingNotice | undefined> {
    const { rows } = await this.database.query<HangingNotice>(`select ${COLUMNS} ${FROM} where n.code = $1`, [code]);
    return rows[0];
  }
}
