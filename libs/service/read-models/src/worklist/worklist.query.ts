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

/** What a reader may look for; all given conditions must hold. */
export interface WorklistFilter {
  readonly step?: string;
  readonly procedureCode?: string;
  readonly submittingUnitId?: string;
  /** The account that holds it. */
  readonly holder?: string;
  /** Only what was due before this moment. */
  readonly overdueAt?: Instant;
  /** Only what has no due moment: no clock runs. */
  readonly withoutDue?: boolean;
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

/** By what is due. */
export interface WorkCounts {
  readonly all: number;
  readonly overdue: number;
  readonly today: number;
  readonly soon: number;
  readonly inTime: number;
  /** All clocks stand still. */
  readonly paused: number;
  /** No clock runs and none stands still. */
  readonly withoutDue: number;
}

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

const place = z.tuple([cursorInstant.nullable(), cursorText, cursorText]);
const placeOfItem = ({ nextDueAt, dossierId, role }: WorkItem) => [nextDueAt, dossierId, role];

/** Danh sách việc. Soonest due first, what has no due moment last. */
export class WorklistQuery {
  constructor(private readonly database: Queryable) {}

  /** One page of one list. Refuses a bad cursor or limit with `MALFORMED_REQUEST`. */
  async page(
    viewer: WorklistViewer,
    list: WorkList,
    filter: WorklistFilter,
    request: PageRequest,
  ): Promise<Decision<Page<WorkItem>>> {
    const start = readPageRequest(request, place);
    if (!start.ok) return start;
    const { after, limit } = start.value;
    const where = new Conditions();
    const work = workOf(viewer, where);
    where
      .add(`w.${list}`)
      .equals('w.step', filter.step)
      .equals('w.procedure_code', filter.procedureCode)
      .equals('w.submitting_unit_id', filter.submittingUnitId)
      .equals('w.holder_account_id', filter.holder);
    if (filter.overdueAt !== undefined) where.add(`w.next_due_at < ${where.value(filter.overdueAt)}`);
    if (filter.withoutDue) where.add('w.next_due_at is null');
    if (filter.text !== undefined)
      where.add(`w.title_plain like ${where.value(`%${plainText(filter.text).replace(/[\\%_]/g, '\\$&')}%`)}`);
    if (after) {
      const [dueAt, dossierId, role] = after;
      where.add(
        `(${DUE}, w.dossier_id, w.role) >
         (${where.value(dueAt ?? 'infinity')}::timestamptz, ${where.value(dossierId)}, ${where.value(role)})`,
      );
    }
    const { rows } = await this.database.query<WorkItem>(
      `with ${work} select ${COLUMNS} from work w where ${String(where)}
       order by ${DUE}, w.dossier_id, w.role limit ${where.value(limit + 1)}`,
      where.values,
    );
    return ok(toPage(rows, limit, placeOfItem));
  }

  /** How much there is in each list, by what is due. */
  async counts(viewer: WorklistViewer, { now, today, soon }: DueBounds): Promise<Record<WorkList, WorkCounts>> {
    const where = new Conditions();
    const work = workOf(viewer, where);
    const [a, b, c] = [where.value(now), where.value(today), where.value(soon)];
    const among = (condition: string) => `count(*) filter (where ${condition})::int`;
    const counted = workLists.map(
      (list) => `select '${list}' as list, count(*)::int as all,
        ${among(`next_due_at < ${a}::timestamptz`)} as overdue,
        ${among(`next_due_at >= ${a}::timestamptz and next_due_at < ${b}::timestamptz`)} as today,
        ${among(`next_due_at >= greatest(${a}::timestamptz, ${b}::timestamptz) and next_due_at < ${c}::timestamptz`)} as soon,
        ${among(`next_due_at >= greatest(${b}::timestamptz, ${c}::timestamptz)`)} as "inTime",
        ${among('next_due_at is null and paused_since is not null')} as paused,
        ${among('next_due_at is null and paused_since is null')} as "withoutDue"
        from work where ${list}`,
    );
    const { rows } = await this.database.query<WorkCounts & { list: WorkList }>(
      `with ${work} ${counted.join(' union all ')}`,
      where.values,
    );
    return Object.fromEntries(rows.map(({ list, ...counts }) => [list, counts])) as Record<WorkList, WorkCounts>;
  }
}
