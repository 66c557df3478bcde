import { type Decision, type Instant, ok } from '#libs/domain/kernel';
import { selectList } from '#libs/engine/projections';
import type { Queryable } from '#libs/platform/postgres';
import { z } from 'zod';
import { cursorInstant, cursorText, readPageRequest, toPage, type Page, type PageRequest } from '../shared/page.js';
import { Conditions, type Scope } from '../shared/scope.js';
import type { Span } from '../dossier-list/dossier-list.query.js';
import { dossierListTable } from '../dossier-list/dossier-list.tables.js';
import { type Settled, settledWords } from './settled.js';
import { deadlinePlacesTable, deadlinesTable, type DeadlineRow } from './deadlines.tables.js';

/** What a reader may look for among open deadlines; all given conditions must hold. */
export interface DeadlineFilter {
  readonly dossierId?: string;
  /** Of one of these; procedures may call clocks of one name otherwise. */
  readonly clocks?: readonly string[];
  readonly responsible?: string;
  readonly submittingUnitId?: string;
  readonly bodyId?: string;
  /** Only those that run or were missed, and were due before this moment. */
  readonly overdueAt?: Instant;
  /** Instead of the open ones those of which it is known whether they were kept. */
  readonly settled?: Settled;
  /** Of dossiers for this award, of this cluster. */
  readonly award?: string;
  readonly cluster?: string;
  /** Of dossiers received from the first moment on, before the second. */
  readonly received?: Span;
}

/** A deadline, and whose dossier it is about. */
export interface DeadlineItem extends DeadlineRow {
  readonly submittingUnitId: string;
  /** The body before which the dossier lies now. */
  readonly bodyId: string;
  /** What the dossier is called; null where the list of dossiers is behind, as is the award. */
  readonly dossierTitle: string | null;
  readonly procedureCode: string | null;
  /** Null before the receipt, too. */
  readonly procedureVersion: string | null;
}

/** A deadline with what is needed to name its dossier without its title. */
export interface DeadlineOfDossier extends Omit<DeadlineItem, 'dossierTitle'> {
  readonly procedureCode: string;
  readonly step: string;
}

/** A deadline that runs, and so has a moment. */
export interface RunningDeadline extends DeadlineItem {
  readonly state: 'running';
  readonly dueAt: Instant;
}

/** What has no moment yet stands at the end. The words are those of the indexes. */
const DUE = `coalesce(t.due_at, 'infinity')`;

const place = z.tuple([cursorInstant.nullable(), cursorText, cursorText]);
const placeOf = ({ dueAt, dossierId, deadlineId }: DeadlineItem) => [dueAt, dossierId, deadlineId];

const COLUMNS = `${selectList(deadlinesTable, 't')}, p.submitting_unit_id as "submittingUnitId", p.body_id as "bodyId",
  l.procedure_code as "procedureCode", l.procedure_version as "procedureVersion"`;
const TABLES = `${deadlinesTable.sqlName} t join ${deadlinePlacesTable.sqlName} p on p.dossier_id = t.dossier_id`;
const FROM = `select ${COLUMNS}, l.title as "dossierTitle"
  from ${TABLES} left join ${dossierListTable.sqlName} l on l.id = t.dossier_id`;
const ORDER = `order by ${DUE}, t.dossier_id, t.deadline_id`;

/** Thời hạn. Soonest due first. */
export class DeadlinesQuery {
  constructor(private readonly database: Queryable) {}

  /**
   * One page of the deadlines that are open: running, paused, awaited, or missed and not done. Refuses a bad cursor or limit with
   * `MALFORMED_REQUEST`.
   */
  async open(scope: Scope, filter: DeadlineFilter, request: PageRequest): Promise<Decision<Page<DeadlineItem>>> {
    const where = new Conditions()
      .add(filter.settled ? settledWords[filter.settled] : `t.state in ('running', 'paused', 'awaited', 'missed')`)
      .within('p', scope)
      .equals('t.dossier_id', filter.dossierId)
      .among('t.clock', filter.clocks)
      .equals('t.responsible', filter.responsible)
      .equals('p.submitting_unit_id', filter.submittingUnitId)
      .equals('p.body_id', filter.bodyId);
    if (filter.overdueAt !== undefined)
      where.add(`t.state in ('running', 'missed') and t.due_at < ${where.value(filter.overdueAt)}`);
    if (filter.award !== undefined || filter.cluster !== undefined || filter.received !== undefined) {
      const own = new Conditions(where.values)
        .stated('d.cluster', filter.cluster)
        .equals('d.procedure_code', filter.award);
      const { from, to } = filter.received ?? {};
      if (from !== undefined) own.add(`d.received_at >= ${own.value(from)}`);
      if (to !== undefined) own.add(`d.received_at < ${own.value(to)}`);
      where.add(`exists (select from ${dossierListTable.sqlName} d where d.id = t.dossier_id and ${String(own)})`);
    }
    return this.#page(where, request);
  }

  /**
   * For the sweep, which sees everything: the deadlines that run and were due before a moment, so that `DeadlineMissed` has
   * to be recorded.
   */
  async dueBefore(instant: Instant, request: PageRequest = {}): Promise<Decision<Page<RunningDeadline>>> {
    const where = new Conditions().add(`t.state = 'running'`);
    return this.#page(where.add(`${DUE} < ${where.value(instant)}`), request);
  }

  /**
   * What a personal calendar shows: the deadlines for which one of some roles answers, open ones and, since a day, those that
   * stand still, were met or cancelled. The next due first; a calendar with more than `limit` of them is of no use to anybody.
   */
  async forCalendar(
    scope: Scope,
    roles: readonly string[],
    closedSince: Instant,
    limit = 1_000,
  ): Promise<readonly DeadlineOfDossier[]> {
    const where = new Conditions().within('p', scope);
    where.add(`t.responsible = any(${where.value(roles)})`);
    where.add(`t.state in ('running', 'missed') or t.due_at >= ${where.value(closedSince)}`);
    const { rows } = await this.database.query<DeadlineOfDossier>(
      `select ${COLUMNS}, l.step from ${TABLES} join ${dossierListTable.sqlName} l on l.id = t.dossier_id
       where t.due_at is not null and ${String(where)} ${ORDER} limit ${where.value(limit)}`,
      where.values,
    );
    return rows;
  }

  /** One deadline as it stands now. */
  async find(dossierId: string, deadlineId: string): Promise<DeadlineItem | undefined> {
    const { rows } = await this.database.query<DeadlineItem>(`${FROM} where t.dossier_id = $1 and t.deadline_id = $2`, [
      dossierId,
      deadlineId,
    ]);
    return rows[0];
  }

  async #page<Item extends DeadlineItem>(where: Conditions, request: PageRequest): Promise<Decision<Page<Item>>> {
    const start = readPageRequest(request, place);
    if (!start.ok) return start;
    const { after, limit } = start.value;
    if (after) {
      const [dueAt, dossierId, deadlineId] = after;
      where.add(
        `(${DUE}, t.dossier_id, t.deadline_id) >
         (${where.value(dueAt ?? 'infinity')}::timestamptz, ${where.value(dossierId)}, ${where.value(deadlineId)})`,
      );
    }
    const { rows } = await this.database.query<Item>(
      `${FROM} where ${String(where)} ${ORDER} limit ${where.value(limit + 1)}`,
      where.values,
    );
    return ok(toPage(rows, limit, placeOf));
  }
}
