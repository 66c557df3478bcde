import { type Decision, type LocalDate, ok, refuse } from '#libs/domain/kernel';
import type { Queryable } from '#libs/platform/postgres';
import { Conditions, type Scope } from '../shared/scope.js';
import {
  statisticsDossierTable,
  statisticsPlacesTable,
  statisticsTable,
  statisticsUnitTable,
} from './statistics.tables.js';

const OUTCOME = `coalesce(n.outcome, d.outcome, 'open')`;
const OUTCOME_ON = `coalesce(n.outcome_on, d.outcome_on)`;
/** What only an individual has: a collective has none, and of some individuals it is not known. */
const ofIndividual = (column: string): string =>
  `case when n.kind <> 'individual' then 'none' else coalesce(n.${column}, 'unknown') end`;

/** By what may be counted. What no fact says is `unknown`. */
const DIMENSIONS = {
  /** Code of the procedure. */
  award: 'd.procedure_code',
  /** Loại khen thưởng. */
  form: 'd.form',
  /** Of the outcome: of a granted award, the year of its decision. */
  year: `coalesce(extract(year from ${OUTCOME_ON})::int::text, 'unknown')`,
  /** In which it was earned: no fact says so yet. */
  meritYear: `'unknown'::text`,
  /** That submitted. */
  unit: 'p.submitting_unit_id',
  /** Before which it lies, or that decided. */
  body: 'p.body_id',
  cluster: `coalesce(n.cluster, d.cluster, 'unknown')`,
  /** Of the body, as the office's chart names it. */
  level: `coalesce(u.level, 'unknown')`,
  kind: 'n.kind',
  sex: ofIndividual('sex'),
  standing: ofIndividual('standing'),
  outcome: OUTCOME,
  late: `case d.late when true then 'yes' when false then 'no' else 'unknown' end`,
} as const;

export type StatisticsDimension = keyof typeof DIMENSIONS;
export const statisticsDimensions = Object.keys(DIMENSIONS) as [StatisticsDimension, ...StatisticsDimension[]];

export const statisticsOutcomes = ['open', 'granted', 'rejected', 'returned', 'withdrawn', 'cancelled'] as const;
export type StatisticsOutcome = (typeof statisticsOutcomes)[number];

export interface StatisticsFilter {
  /** First and last day of the outcome, both included. With either, what is still open is left out. */
  readonly from?: LocalDate;
  readonly to?: LocalDate;
  readonly award?: string;
  readonly unit?: string;
  readonly body?: string;
  readonly outcome?: StatisticsOutcome;
}

/** A share in whole numbers; of `unknown` more nobody knows on which side they stand. */
export interface Share {
  readonly numerator: number;
  readonly denominator: number;
  readonly unknown: number;
}

export interface Figures {
  readonly nominees: number;
  readonly outcomes: Readonly<Record<StatisticsOutcome, number>>;
  readonly kinds: { readonly individual: number; readonly collective: number; readonly household: number };
  /** Người lao động trực tiếp among the individuals (F9). */
  readonly directWorkers: Share;
  /** Women among the individuals. */
  readonly women: Share;
  /** Calendar days from receipt to outcome: their sum, and of how many nominees. */
  readonly days: { readonly sum: number; readonly of: number };
  /** Of dossiers with a clock that ran out, among those with a clock that was met or ran out; counted in nominees. */
  readonly late: Share;
}

export interface StatisticsGroup extends Figures {
  /** A value for each dimension that was asked for. */
  readonly by: Readonly<Partial<Record<StatisticsDimension, string>>>;
}

export interface Statistics {
  readonly groups: readonly StatisticsGroup[];
  readonly total: Figures;
}

const MOST_GROUPS = 5_000;

const count = (condition: string): string => `count(*) filter (where ${condition})`;

/** Over `c`, the rows that are counted. */
const MEASURES = [
  `count(*) as nominees`,
  ...statisticsOutcomes.map((outcome) => `${count(`outcome = '${outcome}'`)} as "${outcome}"`),
  ...['individual', 'collective', 'household'].map((kind) => `${count(`kind = '${kind}'`)} as "${kind}"`),
  `${count(`standing = 'direct_worker'`)} as workers`,
  `count(standing) as standings`,
  `${count(`sex = 'female'`)} as women`,
  `count(sex) as sexes`,
  `coalesce(sum(days), 0)::int as "daySum"`,
  `count(days) as "dayCount"`,
  `${count('late')} as "lateOnes"`,
  `count(late) as "clockedOnes"`,
];

/** Thống kê: how many, of whom, with what outcome. */
export class StatisticsQuery {
  constructor(private readonly database: Queryable) {}

  /**
   * Counts what the reader may see. Refuses `STATISTICS_TOO_MANY_GROUPS` when nobody could read the answer.
   * @param by at most four; without any, everything is one group.
   */
  async count(
    scope: Scope,
    by: readonly StatisticsDimension[],
    filter: StatisticsFilter,
  ): Promise<Decision<Statistics>> {
    const where = new Conditions()
      .within('p', scope)
      .equals('d.procedure_code', filter.award)
      .equals('p.submitting_unit_id', filter.unit)
      .equals('p.body_id', filter.body)
      .equals(OUTCOME, filter.outcome);
    if (filter.from !== undefined) where.add(`${OUTCOME_ON} >= ${where.value(filter.from)}::date`);
    if (filter.to !== undefined) where.add(`${OUTCOME_ON} <= ${where.value(filter.to)}::date`);
    const keys = by.map((_, index) => `"by${index}"`).join(', ');
    const columns = by.map((dimension, index) => `${DIMENSIONS[dimension]} as "by${index}", `).join('');
    const { rows } = await this.database.query<Counted>(
      `select ${keys === '' ? 'true as total' : `${keys}, grouping(${keys}) > 0 as total`}, ${MEASURES.join(', ')}
       from (
         select ${columns} n.kind, n.sex, n.standing, d.late, ${OUTCOME} as outcome, ${OUTCOME_ON} - d.received_on as days
         from ${statisticsTable.sqlName} n
         join ${statisticsDossierTable.sqlName} d on d.dossier_id = n.dossier_id
         join ${statisticsPlacesTable.sqlName} p on p.dossier_id = n.dossier_id
         left join ${statisticsUnitTable.sqlName} u on u.unit_id = p.body_id
         where ${String(where)}
       ) c
       ${keys === '' ? '' : `group by grouping sets ((${keys}), ()) order by total, ${keys}`}
       limit ${MOST_GROUPS + 2}`,
      where.values,
    );
    if (rows.length > MOST_GROUPS + 1) return refuse('STATISTICS_TOO_MANY_GROUPS', { params: { limit: MOST_GROUPS } });
    const groups = rows.filter(({ total }) => !total);
    const total = rows.find((row) => row.total);
    return ok({
      groups: groups.map((row) => ({
        by: Object.fromEntries(by.map((dimension, index) => [dimension, String(row[`by${index}`])])),
        ...figuresOf(row),
      })),
      total: figuresOf(total ?? {}),
    });
  }
}

type Counted = Readonly<Record<string, unknown>>;

function figuresOf(row: Counted): Figures {
  const number = (name: string): number => Number(row[name] ?? 0);
  const share = (part: string, known: string, all: number): Share => ({
    numerator: number(part),
    denominator: number(known),
    unknown: all - number(known),
  });
  return {
    nominees: number('nominees'),
    outcomes: Object.fromEntries(
      statisticsOutcomes.map((outcome) => [outcome, number(outcome)]),
    ) as Figures['outcomes'],
    kinds: { individual: number('individual'), collective: number('collective'), household: number('household') },
    directWorkers: share('workers', 'standings', number('individual')),
    women: share('women', 'sexes', number('individual')),
    days: { sum: number('daySum'), of: number('dayCount') },
    late: share('lateOnes', 'clockedOnes', number('nominees')),
  };
}
