import { type Decision, type Instant, ok } from '#libs/domain/kernel';
import { selectList } from '#libs/engine/projections';
import type { Queryable } from '#libs/platform/postgres';
import { z } from 'zod';
import { cursorInstant, cursorText, readPageRequest, toPage, type Page, type PageRequest } from '../shared/page.js';
import { plainText } from '../shared/plain-text.js';
import { Conditions, type Scope } from '../shared/scope.js';
import { dossierListTable, type DossierListRow } from './dossier-list.tables.js';

/** What a reader may look for; all given conditions must hold. */
export interface DossierListFilter {
  readonly step?: string;
  readonly procedureCode?: string;
  readonly submittingUnitId?: string;
  readonly bodyId?: string;
  /** Only dossiers with a running deadline before this moment. */
  readonly overdueAt?: Instant;
  /** Part of the title; accents and case do not matter. */
  readonly text?: string;
}

export type DossierListItem = Omit<DossierListRow, 'titlePlain' | 'openDeadlines' | 'bodies' | 'councils'>;

/** For searching, counting and the policy; no reader is shown them. */
const INTERNAL = new Set(['titlePlain', 'openDeadlines', 'bodies', 'councils']);

const position = z.tuple([cursorInstant.nullable(), cursorText]);

/** A dossier without a running deadline stands at the end. The words are those of the index. */
const DUE = `coalesce(d.next_due_at, 'infinity')`;

const COLUMNS = selectList(
  {
    ...dossierListTable,
    columns: dossierListTable.columns.filter(({ field }) => !INTERNAL.has(field)),
  },
  'd',
);

/** Danh sách hồ sơ. Soonest due first; pages stay whole while rows change, each dossier at its due moment. */
export class DossierListQuery {
  constructor(private readonly database: Queryable) {}

  /** One page of the dossiers that a reader may see. Refuses a bad cursor or limit with `MALFORMED_REQUEST`. */
  async page(scope: Scope, filter: DossierListFilter, request: PageRequest): Promise<Decision<Page<DossierListItem>>> {
    const start = readPageRequest(request, position);
    if (!start.ok) return start;
    const { after, limit } = start.value;
    const where = new Conditions()
      .within('d', scope)
      .equals('d.step', filter.step)
      .equals('d.procedure_code', filter.procedureCode)
      .equals('d.submitting_unit_id', filter.submittingUnitId)
      .equals('d.body_id', filter.bodyId);
    if (filter.overdueAt !== undefined) where.add(`d.next_due_at < ${where.value(filter.overdueAt)}`);
    if (filter.text !== undefined)
      where.add(`d.title_plain like ${where.value(`%${plainText(filter.text).replace(/[\\%_]/g, '\\$&')}%`)}`);
    if (after)
      where.add(`(${DUE}, d.id) > (${where.value(after[0] ?? 'infinity')}::timestamptz, ${where.value(after[1])})`);
    const { rows } = await this.database.query<DossierListItem>(
      `select ${COLUMNS} from ${dossierListTable.sqlName} d where ${String(where)}
       order by ${DUE}, d.id limit ${where.value(limit + 1)}`,
      where.values,
    );
    return ok(toPage(rows, limit, ({ nextDueAt, id }) => [nextDueAt, id]));
  }

  /** One dossier, if it is there and the reader may see it. */
  async find(scope: Scope, id: string): Promise<DossierListItem | undefined> {
    const where = new Conditions().within('d', scope).equals('d.id', id);
    const { rows } = await this.database.query<DossierListItem>(
      `select ${COLUMNS} from ${dossierListTable.sqlName} d where ${String(where)}`,
      where.values,
    );
    return rows[0];
  }
}
