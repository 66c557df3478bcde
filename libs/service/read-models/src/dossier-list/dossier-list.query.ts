import { type Decision, type Instant, ok } from '#libs/domain/kernel';
import { hasExtension, selectList } from '#libs/engine/projections';
import type { Queryable } from '#libs/platform/postgres';
import { z } from 'zod';
import { cursorInstant, cursorText, readPageRequest, toPage, type Page, type PageRequest } from '../shared/page.js';
import { Conditions, type Scope } from '../shared/scope.js';
import { dossierListTable, type DossierListRow } from './dossier-list.tables.js';
import { addSearch, prepareSearch, type Search } from './search.query.js';
import { dossierSearchTable } from './search.tables.js';

/** What a reader may look for; all given conditions must hold. */
export interface DossierListFilter {
  readonly step?: string;
  readonly procedureCode?: string;
  readonly submittingUnitId?: string;
  readonly bodyId?: string;
  /** Only dossiers with a running deadline before this moment. */
  readonly overdueAt?: Instant;
  /**
   * Words, in any order, of the title, of the names of nominees or of units; or the beginning of the dossier's id. Accents and
   * case do not matter, but what has them as typed comes first.
   */
  readonly text?: string;
}

export type DossierListItem = Omit<DossierListRow, 'openDeadlines'>;

const position = z.tuple([cursorInstant.nullable(), cursorText]);
const rankedPosition = z.tuple([z.int().min(0).max(3), cursorInstant.nullable(), cursorText]);

/** A dossier without a running deadline stands at the end. The words are those of the index. */
const DUE = `coalesce(d.next_due_at, 'infinity')`;

const COLUMNS = selectList(
  {
    ...dossierListTable,
    columns: dossierListTable.columns.filter(({ field }) => field !== 'openDeadlines'),
  },
  'd',
);

/** Danh sách hồ sơ. Soonest due first; pages stay whole while rows change, each dossier at its due moment. */
export class DossierListQuery {
  /** Whether the server knows similar words; asked once. */
  #similar: Promise<boolean> | undefined;

  constructor(private readonly database: Queryable) {}

  /**
   * One page of the dossiers that a reader may see; of a search, the best found first. Refuses a bad cursor or limit with
   * `MALFORMED_REQUEST`.
   */
  async page(scope: Scope, filter: DossierListFilter, request: PageRequest): Promise<Decision<Page<DossierListItem>>> {
    if (filter.text !== undefined) return this.#found(scope, filter, filter.text, request);
    const start = readPageRequest(request, position);
    if (!start.ok) return start;
    const { after, limit } = start.value;
    const where = conditionsOf(scope, filter);
    if (after)
      where.add(`(${DUE}, d.id) > (${where.value(after[0] ?? 'infinity')}::timestamptz, ${where.value(after[1])})`);
    const { rows } = await this.database.query<DossierListItem>(
      `select ${COLUMNS} from ${dossierListTable.sqlName} d where ${String(where)}
       order by ${DUE}, d.id limit ${where.value(limit + 1)}`,
      where.values,
    );
    return ok(toPage(rows, limit, ({ nextDueAt, id }) => [nextDueAt, id]));
  }

  async #found(
    scope: Scope,
    filter: DossierListFilter,
    text: string,
    request: PageRequest,
  ): Promise<Decision<Page<DossierListItem>>> {
    const start = readPageRequest(request, rankedPosition);
    if (!start.ok) return start;
    const { after, limit } = start.value;
    this.#similar ??= hasExtension(this.database, 'pg_trgm');
    const search = await prepareSearch(this.database, text, await this.#similar);
    if (!search) return ok({ items: [], next: null });
    const { sql, values } = searchStatement(scope, filter, search, after, limit);
    const { rows } = await this.database.query<DossierListItem & { readonly rank: number }>(sql, values);
    const page = toPage(rows, limit, ({ rank, nextDueAt, id }) => [rank, nextDueAt, id]);
    return ok({ ...page, items: page.items.map(withoutRank) });
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

function withoutRank(found: DossierListItem & { readonly rank: number }): DossierListItem {
  const { rank: _, ...item } = found;
  return item;
}

function conditionsOf(scope: Scope, filter: DossierListFilter): Conditions {
  const where = new Conditions()
    .within('d', scope)
    .equals('d.step', filter.step)
    .equals('d.procedure_code', filter.procedureCode)
    .equals('d.submitting_unit_id', filter.submittingUnitId)
    .equals('d.body_id', filter.bodyId);
  if (filter.overdueAt !== undefined) where.add(`d.next_due_at < ${where.value(filter.overdueAt)}`);
  return where;
}

/** The statement of one page of a search; apart, so that its plan can be looked at. */
export function searchStatement(
  scope: Scope,
  filter: DossierListFilter,
  search: Search,
  after: z.infer<typeof rankedPosition> | undefined,
  limit: number,
): { readonly sql: string; readonly values: readonly unknown[] } {
  const where = conditionsOf(scope, filter);
  const rank = addSearch(where, search);
  const page = after
    ? `where (rank, ${DUE}, d.id) >
         (${where.value(after[0])}, ${where.value(after[1] ?? 'infinity')}::timestamptz, ${where.value(after[2])})`
    : '';
  const sql = `select ${COLUMNS}, rank from (
      select d.*, ${rank} as rank from ${dossierListTable.sqlName} d
      join ${dossierSearchTable.sqlName} s on s.dossier_id = d.id where ${String(where)}
    ) d ${page} order by rank, ${DUE}, d.id limit ${where.value(limit + 1)}`;
  return { sql, values: where.values };
}
