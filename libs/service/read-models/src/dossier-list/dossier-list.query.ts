import { type Decision, type Instant, ok } from '#libs/domain/kernel';
import type { NomineeKind } from '#libs/domain/procedure';
import { hasExtension, selectList } from '#libs/engine/projections';
import type { Queryable } from '#libs/platform/postgres';
import { z } from 'zod';
import { cursorInstant, cursorText, readPageRequest, toPage, type Page, type PageRequest } from '../shared/page.js';
import { Conditions, type Scope } from '../shared/scope.js';
import { STAYS } from '../figures/stays.js';
import { timelineTable } from '../timeline/timeline.tables.js';
import { dossierListTable, type DossierListRow, type DossierOutcome } from './dossier-list.tables.js';
import { RUNNING } from './running.js';
import { addSearch, prepareSearch, type Search } from './search.query.js';
import { dossierSearchTable } from './search.tables.js';

/** From the first moment on, before the second. */
export interface Span {
  readonly from?: Instant;
  readonly to?: Instant;
}

/** `due`: soonest due first. `recent`: what has changed last comes first. */
export const dossierSorts = ['due', 'recent'] as const;

export type DossierSort = (typeof dossierSorts)[number];

/** A version of a procedure by which dossiers are kept. */
export interface KeptVersion {
  readonly code: string;
  readonly version: string;
  readonly finishedBefore?: Instant;
}

/** What a reader may look for; all given conditions must hold. */
export interface DossierListFilter {
  readonly step?: string;
  readonly procedureCode?: string;
  readonly submittingUnitId?: string;
  readonly bodyId?: string;
  /** Only dossiers with a running deadline before this moment. */
  readonly overdueAt?: Instant;
  readonly outcome?: DossierOutcome;
  readonly secrecy?: DossierListRow['secrecy'];
  /** Dossiers with somebody of this kind on the list. */
  readonly nominees?: NomineeKind;
  /** The last submission, the last receipt, the soonest open due moment. */
  readonly submitted?: Span;
  readonly received?: Span;
  readonly due?: Span;
  /**
   * Words, in any order, of the title, of the names of nominees or of units; or the beginning of the dossier's id. Accents and
   * case do not matter, but what has them as typed comes first.
   */
  readonly text?: string;
  /** Only those of one of these versions, and of each those whose work was finished by then (R57); none given, nothing is found. */
  readonly kept?: readonly KeptVersion[];
  /** `unknown` for those of none. */
  readonly cluster?: string;
  /** Only dossiers that have been at one of these steps and have left it; none given, nothing is found. */
  readonly leftSteps?: readonly string[];
  /** Only dossiers on their way: submitted, and nothing has become of them yet. */
  readonly running?: boolean;
  /** Only dossiers of which a request for a supplement was answered. */
  readonly supplemented?: boolean;
  /** Only dossiers at one of these steps; none given, nothing is found. */
  readonly atSteps?: readonly StepOfVersion[];
}

/** A step of a version of a procedure; a dossier without a version yet is at it in any. */
export interface StepOfVersion {
  readonly code: string;
  readonly version: string;
  readonly step: string;
}

export type DossierListItem = Omit<DossierListRow, 'openDeadlines' | 'bodies' | 'councils'>;

/** For searching, counting and the policy; no reader is shown them. */
const INTERNAL = new Set(['openDeadlines', 'bodies', 'councils']);

/** A cursor of one order is none in the other. */
const positions: Readonly<Record<DossierSort, z.ZodType<readonly [DossierSort, Instant | null, string]>>> = {
  due: z.tuple([z.literal('due'), cursorInstant.nullable(), cursorText]),
  recent: z.tuple([z.literal('recent'), cursorInstant, cursorText]),
};
const rankedPosition = z.tuple([z.int().min(0).max(3), cursorInstant.nullable(), cursorText]);

/** A dossier without a running deadline stands at the end. The words are those of the index. */
const DUE = `coalesce(d.next_due_at, 'infinity')`;

const COLUMNS = selectList(
  {
    ...dossierListTable,
    columns: dossierListTable.columns.filter(({ field }) => !INTERNAL.has(field)),
  },
  'd',
);

const ORDERS: Readonly<Record<DossierSort, { readonly by: string; readonly after: '<' | '>' }>> = {
  due: { by: `${DUE}, d.id`, after: '>' },
  recent: { by: 'd.updated_at desc, d.id desc', after: '<' },
};

const COUNT_OF: Readonly<Record<NomineeKind, string>> = {
  individual: 'd.individuals',
  collective: 'd.collectives',
  household: 'd.households',
};

/** Danh sách hồ sơ. Pages stay whole while rows change: each dossier stands at its due moment, or at its last change. */
export class DossierListQuery {
  /** Whether the server knows similar words; asked once. */
  #similar: Promise<boolean> | undefined;

  constructor(private readonly database: Queryable) {}

  /**
   * One page of the dossiers that a reader may see; of a search, the best found first, whatever order was asked for. Refuses a
   * bad cursor or limit with `MALFORMED_REQUEST`. In the order of changes, one that changes while somebody turns pages moves to
   * the front, past him: he meets nobody twice.
   */
  async page(
    scope: Scope,
    filter: DossierListFilter,
    request: PageRequest,
    sort: DossierSort = 'due',
  ): Promise<Decision<Page<DossierListItem>>> {
    if (filter.text !== undefined) return this.#found(scope, filter, filter.text, request);
    const start = readPageRequest(request, positions[sort]);
    if (!start.ok) return start;
    const { after, limit } = start.value;
    const where = conditionsOf(scope, filter);
    const order = ORDERS[sort];
    if (after) {
      const columns = sort === 'due' ? DUE : 'd.updated_at';
      where.add(
        `(${columns}, d.id) ${order.after} (${where.value(after[1] ?? 'infinity')}::timestamptz, ${where.value(after[2])})`,
      );
    }
    const { rows } = await this.database.query<DossierListItem>(
      `select ${COLUMNS} from ${dossierListTable.sqlName} d where ${String(where)}
       order by ${order.by} limit ${where.value(limit + 1)}`,
      where.values,
    );
    return ok(
      toPage(rows, limit, ({ nextDueAt, updatedAt, id }) => [sort, sort === 'due' ? nextDueAt : updatedAt, id]),
    );
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
    .equals('d.body_id', filter.bodyId)
    .equals('d.outcome', filter.outcome)
    .stated('d.cluster', filter.cluster)
    .equals('d.secrecy', filter.secrecy);
  for (const [column, { from, to } = {}] of [
    ['d.submitted_at', filter.submitted],
    ['d.received_at', filter.received],
    ['d.next_due_at', filter.due],
  ] as const) {
    if (from !== undefined) where.add(`${column} >= ${where.value(from)}`);
    if (to !== undefined) where.add(`${column} < ${where.value(to)}`);
  }
  if (filter.kept !== undefined) where.add(keptIn(filter.kept, where));
  if (filter.atSteps !== undefined) where.add(atStep(filter.atSteps, where));
  if (filter.leftSteps !== undefined)
    where.add(
      `d.id in (select s.dossier_id from (${STAYS}) s where s.gone is not null and s.step = any(${where.value(filter.leftSteps)}::text[]))`,
    );
  if (filter.running) where.add(RUNNING);
  if (filter.supplemented)
    where.add(`d.id in (select t.dossier_id from ${timelineTable.sqlName} t where t.type = 'DossierSupplemented')`);
  if (filter.nominees !== undefined) where.add(`${COUNT_OF[filter.nominees]} > 0`);
  if (filter.overdueAt !== undefined) where.add(`d.next_due_at < ${where.value(filter.overdueAt)}`);
  return where;
}

const atStep = (steps: readonly StepOfVersion[], where: Conditions): string =>
  `exists (select from unnest(${where.value(steps.map(({ code }) => code))}::text[],
     ${where.value(steps.map(({ version }) => version))}::text[], ${where.value(steps.map(({ step }) => step))}::text[])
     as a(code, version, step)
   where a.code = d.procedure_code and a.version = coalesce(d.procedure_version, a.version) and a.step = d.step)`;

/** Any of these versions; a dossier that was not received has none yet, and is under whichever comes. */
const keptIn = (versions: readonly KeptVersion[], where: Conditions): string =>
  versions
    .map(({ code, version, finishedBefore }) => {
      const own = `d.procedure_code = ${where.value(code)} and d.procedure_version = ${where.value(version)}`;
      return finishedBefore === undefined ? `(${own})` : `(${own} and d.finished_at < ${where.value(finishedBefore)})`;
    })
    .join(' or ') || 'false';

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
