import { type Decision, type Instant, type LocalDate, OFFICE_TIME_ZONE, ok } from '#libs/domain/kernel';
import type { Queryable } from '#libs/platform/postgres';
import { z } from 'zod';
import { deadlinePlacesTable, deadlinesTable } from '../deadlines/deadlines.tables.js';
import { dossierListTable } from '../dossier-list/dossier-list.tables.js';
import { RUNNING } from '../dossier-list/running.js';
import { cursorText, type Page, type PageRequest, readPageRequest, toPage } from '../shared/page.js';
import { Conditions, type Scope } from '../shared/scope.js';
import { LATE, SETTLED } from '../deadlines/settled.js';
import { statisticsDossierTable, statisticsPlacesTable, statisticsTable } from '../statistics/statistics.tables.js';
import { timelineTable } from '../timeline/timeline.tables.js';
import { STAYS } from './stays.js';

/** Of which dossiers figures are asked; all given conditions must hold. */
export interface FigureFilter {
  readonly award?: string;
  readonly cluster?: string;
  readonly unit?: string;
  readonly body?: string;
  /** First and last day of the receipt, both included: with either, what was not received is left out. */
  readonly receivedFrom?: LocalDate;
  readonly receivedTo?: LocalDate;
}

/** How many of how many. */
export interface Counted {
  readonly numerator: number;
  readonly denominator: number;
}

/** Turns of one clock of an award that were met in time, of all that were met or missed. */
export interface ClockFigure extends Counted {
  readonly award: string;
  readonly clock: string;
}

/** Direct workers among the individuals whose standing is known. */
export interface WorkersFigure extends Counted {
  /** The award, or the cluster; null for dossiers of none. */
  readonly group: string | null;
  readonly unknown: number;
}

/** How long dossiers stayed at a step: the middle one of all stays that have ended. */
export interface StayFigure {
  readonly award: string;
  readonly step: string;
  readonly medianSeconds: number;
  readonly stays: number;
}

/** How long units took to answer a request for a supplement: the middle one of all answers. */
export interface AnswerFigure {
  readonly unit: string;
  readonly medianSeconds: number;
  readonly answers: number;
}

/** Dossiers of an award in a cluster; null for those of none. */
export interface ClusterFigure {
  readonly award: string;
  readonly cluster: string | null;
  readonly count: number;
}

/** On which side an individual stands, as far as somebody has said it. */
export const countedStandings = ['direct_worker', 'leader', 'known', 'unknown'] as const;
export type CountedStanding = (typeof countedStandings)[number];

const STANDING_WORDS: Readonly<Record<CountedStanding, string>> = {
  direct_worker: `n.standing = 'direct_worker'`,
  leader: `n.standing = 'leader'`,
  known: 'n.standing is not null',
  unknown: 'n.standing is null',
};

/** An individual as the figures count him: without a name. */
export interface CountedNominee {
  readonly dossierId: string;
  readonly title: string;
  readonly award: string;
  readonly cluster: string | null;
  readonly submittingUnitId: string;
  readonly nomineeId: string;
  readonly standing: 'direct_worker' | 'leader' | null;
}

const nomineePlace = z.tuple([cursorText, cursorText]);

export interface ReturnedFigure {
  readonly award: string;
  readonly count: number;
}

/** Why a dossier was returned: its latest return. */
export interface ReturnReason {
  readonly dossierId: string;
  readonly award: string;
  readonly at: Instant;
  readonly reason: string;
}

/** The latest of them are told with their words. */
const REASONS_TOLD = 50;

const RECEIVED_ON = `(d.received_at at time zone '${OFFICE_TIME_ZONE}')::date`;

/** Thống kê: figures whose lists can be asked for, so that whoever doubts one counts for himself. */
export class FiguresQuery {
  constructor(private readonly database: Queryable) {}

  /** What was missed counts late for ever, also when it was met afterwards. Cancelled clocks count nowhere. */
  async onTime(scope: Scope, filter: FigureFilter): Promise<readonly ClockFigure[]> {
    const where = conditions('p', scope, filter).add(SETTLED);
    return this.#rows<ClockFigure>(
      `select d.procedure_code as award, t.clock, count(*) filter (where not (${LATE})) as numerator, count(*) as denominator
       from ${deadlinesTable.sqlName} t
       join ${deadlinePlacesTable.sqlName} p on p.dossier_id = t.dossier_id
       join ${dossierListTable.sqlName} d on d.id = t.dossier_id
       where ${String(where)} group by 1, 2 order by 1, 2`,
      where,
    );
  }

  /** What is on its way: submitted, and nothing has become of it yet; and what of that has a clock that ran out. */
  async running(scope: Scope, filter: FigureFilter, now: Instant): Promise<Counted> {
    const where = conditions('d', scope, filter).add(RUNNING);
    const [row] = await this.#rows<Counted>(
      `select count(*) filter (where d.next_due_at < ${where.value(now)}) as numerator, count(*) as denominator
       from ${dossierListTable.sqlName} d where ${String(where)}`,
      where,
    );
    return row ?? { numerator: 0, denominator: 0 };
  }

  async byCluster(scope: Scope, filter: FigureFilter): Promise<readonly ClusterFigure[]> {
    const where = conditions('d', scope, filter);
    return this.#rows<ClusterFigure>(
      `select d.procedure_code as award, d.cluster, count(*) as count from ${dossierListTable.sqlName} d
       where ${String(where)} group by 1, 2 order by 1, 2 nulls last`,
      where,
    );
  }

  /** From the request to the next answer; what is not answered yet counts nowhere. */
  async answers(scope: Scope, filter: FigureFilter): Promise<readonly AnswerFigure[]> {
    const where = conditions('d', scope, filter).add('a.answered is not null');
    return this.#rows<AnswerFigure>(
      `select d.submitting_unit_id as unit, count(*) as answers,
         percentile_disc(0.5) within group (order by extract(epoch from a.answered - a.asked))::float8 as "medianSeconds"
       from (
         select t.dossier_id, t.effective_at as asked,
           (select min(s.effective_at) from ${timelineTable.sqlName} s
            where s.dossier_id = t.dossier_id and s.type = 'DossierSupplemented' and s.ordinal > t.ordinal) as answered
         from ${timelineTable.sqlName} t where t.type = 'SupplementRequested'
       ) a join ${dossierListTable.sqlName} d on d.id = a.dossier_id
       where ${String(where)} group by 1 order by 3 desc, 1`,
      where,
    );
  }

  /** One page of the individuals that `directWorkers` counts. Refuses a bad cursor or limit with `MALFORMED_REQUEST`. */
  async nominees(
    scope: Scope,
    filter: FigureFilter,
    standing: CountedStanding | undefined,
    request: PageRequest,
  ): Promise<Decision<Page<CountedNominee>>> {
    const start = readPageRequest(request, nomineePlace);
    if (!start.ok) return start;
    const { after, limit } = start.value;
    const where = conditions('p', scope, filter, 'd.received_on').add(`n.kind = 'individual'`);
    if (standing !== undefined) where.add(STANDING_WORDS[standing]);
    if (after) where.add(`(n.dossier_id, n.nominee_id) > (${where.value(after[0])}, ${where.value(after[1])})`);
    const rows = await this.#rows<CountedNominee>(
      `select n.dossier_id as "dossierId", l.title, d.procedure_code as award, d.cluster, n.nominee_id as "nomineeId",
         n.standing, p.submitting_unit_id as "submittingUnitId"
       from ${statisticsTable.sqlName} n
       join ${statisticsDossierTable.sqlName} d on d.dossier_id = n.dossier_id
       join ${statisticsPlacesTable.sqlName} p on p.dossier_id = n.dossier_id
       join ${dossierListTable.sqlName} l on l.id = n.dossier_id
       where ${String(where)} order by n.dossier_id, n.nominee_id limit ${where.value(limit + 1)}`,
      where,
    );
    return ok(toPage(rows, limit, ({ dossierId, nomineeId }) => [dossierId, nomineeId]));
  }

  async directWorkers(scope: Scope, by: 'award' | 'cluster', filter: FigureFilter): Promise<readonly WorkersFigure[]> {
    const where = conditions('p', scope, filter, 'd.received_on').add(`n.kind = 'individual'`);
    return this.#rows<WorkersFigure>(
      `select ${by === 'award' ? 'd.procedure_code' : 'd.cluster'} as "group",
         count(*) filter (where n.standing = 'direct_worker') as numerator, count(n.standing) as denominator,
         count(*) filter (where n.standing is null) as unknown
       from ${statisticsTable.sqlName} n
       join ${statisticsDossierTable.sqlName} d on d.dossier_id = n.dossier_id
       join ${statisticsPlacesTable.sqlName} p on p.dossier_id = n.dossier_id
       where ${String(where)} group by 1 order by 1 nulls last`,
      where,
    );
  }

  /** Days off and pauses are in it: it says how long people waited, not how long somebody worked. */
  async stays(scope: Scope, filter: FigureFilter): Promise<readonly StayFigure[]> {
    const where = conditions('d', scope, filter).add('s.gone is not null');
    return this.#rows<StayFigure>(
      `select d.procedure_code as award, s.step, count(*) as stays,
         percentile_disc(0.5) within group (order by extract(epoch from s.gone - s.came))::float8 as "medianSeconds"
       from (${STAYS}) s join ${dossierListTable.sqlName} d on d.id = s.dossier_id
       where ${String(where)} group by 1, 2 order by 1, 2`,
      where,
    );
  }

  /** Dossiers that were returned and have not been handed in again. */
  async returned(
    scope: Scope,
    filter: FigureFilter,
  ): Promise<{ readonly groups: readonly ReturnedFigure[]; readonly reasons: readonly ReturnReason[] }> {
    const where = conditions('d', scope, filter).add(`d.outcome = 'returned'`);
    const groups = await this.#rows<ReturnedFigure>(
      `select d.procedure_code as award, count(*) as count from ${dossierListTable.sqlName} d
       where ${String(where)} group by 1 order by 1`,
      where,
    );
    const reasons = await this.#rows<ReturnReason>(
      `select d.id as "dossierId", d.procedure_code as award, r.effective_at as at, r.data->>'reason' as reason
       from ${dossierListTable.sqlName} d
       cross join lateral (
         select t.effective_at, t.data from ${timelineTable.sqlName} t
         where t.dossier_id = d.id and t.type = 'DossierReturned' order by t.ordinal desc limit 1) r
       where ${String(where)} order by r.effective_at desc, d.id limit ${REASONS_TOLD}`,
      where,
    );
    return { groups, reasons };
  }

  async #rows<Row>(sql: string, where: Conditions): Promise<readonly Row[]> {
    const { rows } = await this.database.query<Row & Record<string, unknown>>(sql, where.values);
    return rows;
  }
}

/** `p` has the place of a dossier, `d` its award and cluster; `receivedOn` is the office's day of the receipt. */
function conditions(
  places: 'p' | 'd',
  scope: Scope,
  { award, cluster, unit, body, receivedFrom, receivedTo }: FigureFilter,
  receivedOn = RECEIVED_ON,
): Conditions {
  const where = new Conditions()
    .within(places, scope)
    .equals('d.procedure_code', award)
    .stated('d.cluster', cluster)
    .equals(`${places}.submitting_unit_id`, unit)
    .equals(`${places}.body_id`, body);
  if (receivedFrom !== undefined) where.add(`${receivedOn} >= ${where.value(receivedFrom)}::date`);
  if (receivedTo !== undefined) where.add(`${receivedOn} <= ${where.value(receivedTo)}::date`);
  return where;
}
