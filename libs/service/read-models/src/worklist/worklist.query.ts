import type { HeldRole } from '#libs/domain/dossier';
import { type Decision, type Instant, ok } from '#libs/domain/kernel';
import { selectList } from '#libs/engine/projections';
import type { Queryable } from '#libs/platform/postgres';
import { z } from 'zod';
import { cursorInstant, cursorText, readPageRequest, toPage, type Page, type PageRequest } from '../shared/page.js';
import { plainText } from '../shared/plain-text.js';
import { Conditions } from '../shared/scope.js';
import type { WorklistViewer } from './worklist-viewer.js';
import { DUE, workOf } from './worklist.sql.js';
import { type WorkRow, worklistTable } from './worklist.tables.js';

/**
 * `mine`: given to me, through my position, or lying at a position that is vacant and mine to answer for; `free`: my group's,
 * with nobody; `held`: my group's, with somebody else; `waiting`: what waits for my unit as the one that submits.
 */
export const workLists = ['mine', 'free', 'held', 'waiting'] as const;

export type WorkList = (typeof workLists)[number];

/** `due`: soonest due first. `waiting`: what has been at its step longest comes first. `recent`: what has changed last. */
export const workSorts = ['due', 'waiting', 'recent'] as const;

export type WorkSort = (typeof workSorts)[number];

/** What a reader may look for; all given conditions must hold. */
export interface WorklistFilter {
  /** At one of these; procedures may call steps of one name otherwise. */
  readonly steps?: readonly string[];
  readonly procedureCode?: string;
  readonly submittingUnitId?: string;
  /** The account that holds it. */
  readonly holder?: string;
  /** Only what is due in this group, as it stands now. */
  readonly due?: { readonly group: DueGroup; readonly bounds: DueBounds };
  /** Part of the title; accents and case do not matter. */
  readonly text?: string;
}

/** A piece of work as a list shows it. */
export interface WorkItem extends Omit<WorkRow, 'titlePlain' | 'clocks' | 'ended'> {
  /** In which role it is somebody's work. */
  readonly role: HeldRole;
  /** Whether it is that role's turn at this step. */
  readonly here: boolean;
  readonly holderAccountId: string | null;
  readonly holderPositionId: string | null;
  readonly heldSince: Instant | null;
  /** The handover that gave it to the holder. */
  readonly handoverId: string | null;
  /** Nobody answers for it in person: the position is vacant (vị trí trống), and it lies with the head. */
  readonly vacant: boolean;
}

/**
 * How near work is to its due moment; every piece of work is in one of them. `paused`: all clocks stand still; `withoutDue`: no
 * clock runs and none stands still.
 */
export const dueGroups = ['overdue', 'today', 'soon', 'inTime', 'paused', 'withoutDue'] as const;

export type DueGroup = (typeof dueGroups)[number];

/** By what is due. */
export type WorkCounts = Readonly<Record<'all' | DueGroup, number>>;

/** Moments that part what is due from what is not yet: each the first one that does not belong any more. */
export interface DueBounds {
  readonly now: Instant;
  readonly today: Instant;
  readonly soon: Instant;
}

const HIDDEN = new Set(['titlePlain', 'clocks', 'ended']);

const COLUMNS = `${selectList(
  { ...worklistTable, columns: worklistTable.columns.filter(({ field }) => !HIDDEN.has(field)) },
  'w',
)}, w.role, w.here, w.holder_account_id as "holderAccountId", w.holder_position_id as "holderPositionId",
  w.held_since as "heldSince", w.handover_id as "handoverId", w.vacant`;

/** By what each order goes, and which way. Moments of one order are no places in another: a cursor names its own. */
const orders: Readonly<
  Record<WorkSort, { readonly by: string; readonly down: boolean; readonly of: (item: WorkItem) => Instant | null }>
> = {
  due: { by: DUE, down: false, of: ({ nextDueAt }) => nextDueAt },
  waiting: { by: 'w.step_since', down: false, of: ({ stepSince }) => stepSince },
  recent: { by: 'w.updated_at', down: true, of: ({ updatedAt }) => updatedAt },
};

const placeIn = (sort: WorkSort) => z.tuple([z.literal(sort), cursorInstant.nullable(), cursorText, cursorText]);

/** Danh sách việc. Soonest due first, what has no due moment last, unless another order is asked for. */
export class WorklistQuery {
  constructor(private readonly database: Queryable) {}

  /** One page of one list. Refuses a bad cursor or limit with `MALFORMED_REQUEST`. */
  async page(
    viewer: WorklistViewer,
    list: WorkList,
    filter: WorklistFilter,
    request: PageRequest,
    sort: WorkSort = 'due',
  ): Promise<Decision<Page<WorkItem>>> {
    const { by, down, of } = orders[sort];
    const start = readPageRequest(request, placeIn(sort));
    if (!start.ok) return start;
    const { after, limit } = start.value;
    const where = new Conditions();
    const work = workOf(viewer, where);
    where
      .add(`w.${list}`)
      .among('w.step', filter.steps)
      .equals('w.procedure_code', filter.procedureCode)
      .equals('w.submitting_unit_id', filter.submittingUnitId)
      .equals('w.holder_account_id', filter.holder);
    if (filter.due) where.add(dueCondition(where, filter.due.group, filter.due.bounds));
    if (filter.text !== undefined)
      where.add(`w.title_plain like ${where.value(`%${plainText(filter.text).replace(/[\\%_]/g, '\\$&')}%`)}`);
    if (after) {
      const [, at, dossierId, role] = after;
      where.add(
        `(${by}, w.dossier_id, w.role) ${down ? '<' : '>'}
         (${where.value(at ?? 'infinity')}::timestamptz, ${where.value(dossierId)}, ${where.value(role)})`,
      );
    }
    const { rows } = await this.database.query<WorkItem>(
      `with ${work} select ${COLUMNS} from work w where ${String(where)}
       order by ${[by, 'w.dossier_id', 'w.role'].map((each) => (down ? `${each} desc` : each)).join(', ')}
       limit ${where.value(limit + 1)}`,
      where.values,
    );
    return ok(toPage(rows, limit, (item) => [sort, of(item), item.dossierId, item.role]));
  }

  /** How much there is in each list, by what is due. */
  async counts(viewer: WorklistViewer, bounds: DueBounds): Promise<Record<WorkList, WorkCounts>> {
    const where = new Conditions();
    const work = workOf(viewer, where);
    const groups = dueGroups.map(
      (group) => `count(*) filter (where ${dueCondition(where, group, bounds)})::int as "${group}"`,
    );
    const counted = workLists.map(
      (list) => `select '${list}' as list, count(*)::int as all, ${groups.join(', ')} from work w where ${list}`,
    );
    const { rows } = await this.database.query<WorkCounts & { list: WorkList }>(
      `with ${work} ${counted.join(' union all ')}`,
      where.values,
    );
    return Object.fromEntries(rows.map(({ list, ...counts }) => [list, counts])) as Record<WorkList, WorkCounts>;
  }
}

/** In which group work is, by its due moment. */
export function dueGroupOf(
  { nextDueAt, pausedSince }: Pick<WorkItem, 'nextDueAt' | 'pausedSince'>,
  { now, today, soon }: DueBounds,
): DueGroup {
  if (nextDueAt === null) return pausedSince === null ? 'withoutDue' : 'paused';
  if (nextDueAt < now) return 'overdue';
  if (nextDueAt < today) return 'today';
  return nextDueAt < soon ? 'soon' : 'inTime';
}

/** The same as a condition of SQL. It takes the values that it compares with, and no others: PostgreSQL asks what each is. */
function dueCondition(where: Conditions, group: DueGroup, { now, today, soon }: DueBounds): string {
  const at = (moment: Instant) => `${where.value(moment)}::timestamptz`;
  switch (group) {
    case 'overdue':
      return `w.next_due_at < ${at(now)}`;
    case 'today':
      return `w.next_due_at >= ${at(now)} and w.next_due_at < ${at(today)}`;
    case 'soon':
      return `w.next_due_at >= greatest(${at(now)}, ${at(today)}) and w.next_due_at < ${at(soon)}`;
    case 'inTime':
      return `w.next_due_at >= greatest(${at(today)}, ${at(soon)})`;
    case 'paused':
      return 'w.next_due_at is null and w.paused_since is not null';
    case 'withoutDue':
      break;
  }
  return 'w.next_due_at is null and w.paused_since is null';
}
