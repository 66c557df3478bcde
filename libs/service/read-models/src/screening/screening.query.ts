import { type Decision, type Instant, type LocalDate, OFFICE_TIME_ZONE, ok } from '#libs/domain/kernel';
import type { Queryable } from '#libs/platform/postgres';
import { z } from 'zod';
import { deadlinesTable } from '../deadlines/deadlines.tables.js';
import { dossierListTable } from '../dossier-list/dossier-list.tables.js';
import { cursorText, type Page, type PageRequest, readPageRequest, toPage } from '../shared/page.js';
import { Conditions } from '../shared/scope.js';
import { timelineTable } from '../timeline/timeline.tables.js';

export const screeningQuestions = [
  'overdue',
  'deadline-changed',
  'against-the-machine',
  'replaced-after-appraisal',
  'outside-working-hours',
  'same-officer',
  'without-assignment',
  'sample',
] as const;
export type ScreeningQuestion = (typeof screeningQuestions)[number];

/** A question, with what it needs to be asked. */
export type ScreeningAsked =
  /** Still open, and due before this moment. */
  | { readonly question: 'overdue'; readonly dueBefore: Instant }
  | { readonly question: 'deadline-changed' | 'against-the-machine' | 'replaced-after-appraisal' | 'same-officer' }
  /** Approved or issued on another day than these, or after this hour of the office. */
  | { readonly question: 'outside-working-hours'; readonly workingDays: readonly LocalDate[]; readonly ends: string }
  /** Opened by somebody who has done nothing with it, in another position than these, whose work is to look. */
  | { readonly question: 'without-assignment'; readonly lookers: readonly string[] }
  | { readonly question: 'sample'; readonly seed: string };

/** A case worth a look: the dossier, and the fact or clock for which it is on the list. */
export interface Screened {
  readonly dossierId: string;
  readonly title: string;
  readonly award: string;
  readonly submittingUnitId: string;
  readonly step: string;
  /** When it happened; of a clock, when it was due; of an opening, the last one; of a sample, when the dossier was drafted. */
  readonly at: Instant;
  /** The fact in the dossier's own stream, or in its decision's. */
  readonly stream: string | null;
  readonly revision: number | null;
  /** How far the dossier's own stream had come with it: where a replay shows it. Null where no fact is behind it. */
  readonly replayAt: number | null;
  readonly actorId: string | null;
  readonly actorPositionId: string | null;
  /** What the fact says that matters here; nothing of a sample. */
  readonly about: Readonly<Record<string, unknown>>;
}

const TITLE = `d.id as "dossierId", d.title, d.procedure_code as award, d.submitting_unit_id as "submittingUnitId", d.step`;
const FACT = `${TITLE}, t.effective_at as at, t.stream, t.revision, t.actor_id as "actorId", t.actor_position_id as "actorPositionId",
  (select max(o.revision) from ${timelineTable.sqlName} o
   where o.dossier_id = t.dossier_id and o.stream = 'dossier-' || t.dossier_id and o.ordinal <= t.ordinal) as "replayAt"`;
const NOBODY = `null as stream, null as revision, null as "actorId", null as "actorPositionId"`;
const FACTS = `${timelineTable.sqlName} t join ${dossierListTable.sqlName} d on d.id = t.dossier_id`;
/** Newest first: a text that sorts as the place in the log does, the other way round. */
const NEWEST = `lpad((9000000000000000 - t.ordinal)::text, 16, '0') || t.dossier_id`;

interface Search {
  readonly select: string;
  readonly from: string;
  /** A text by which the list is sorted, unique. */
  readonly key: string;
  /** The value on which the order depends, so that a statement without an order names its type too. */
  readonly seed?: string;
}

/** Câu hỏi sàng lọc: for auditors, who see everything. */
export class ScreeningQuery {
  constructor(private readonly database: Queryable) {}

  /** How many cases a question finds; of a sample, of how many dossiers it is drawn. */
  async count(asked: ScreeningAsked): Promise<number> {
    const where = new Conditions();
    const { from, seed } = searchFor(asked, where);
    const { rows } = await this.database.query<{ readonly found: number }>(
      `select count(*)::int as found from ${from} where ${String(where)}${seed ? ` and ${seed} is not null` : ''}`,
      where.values,
    );
    return rows[0]?.found ?? 0;
  }

  /** One page of what a question finds. Refuses a bad cursor or limit with `MALFORMED_REQUEST`. */
  async page(asked: ScreeningAsked, request: PageRequest): Promise<Decision<Page<Screened>>> {
    const start = readPageRequest(request, z.tuple([cursorText]));
    if (!start.ok) return start;
    const { after, limit } = start.value;
    const where = new Conditions();
    const { select, from, key } = searchFor(asked, where);
    if (after) where.add(`(${key}) collate "C" > ${where.value(after[0])}`);
    const { rows } = await this.database.query<Screened & { readonly key: string } & Record<string, unknown>>(
      `select ${select}, ${key} as key from ${from} where ${String(where)} order by (${key}) collate "C" limit ${where.value(limit + 1)}`,
      where.values,
    );
    const { items, next } = toPage(rows, limit, (row) => [row.key]);
    return ok({ items: items.map(({ key: _key, ...item }) => item), next });
  }
}

function searchFor(asked: ScreeningAsked, where: Conditions): Search {
  switch (asked.question) {
    case 'overdue':
      where.add(`t.state in ('running', 'missed') and t.due_at < ${where.value(asked.dueBefore)}`);
      return {
        // The last fact about the clock: that it was missed, or what gave it its day.
        select: `${TITLE}, t.due_at as at, ${NOBODY}, t.revision as "replayAt",
          jsonb_build_object('clock', t.clock, 'deadlineId', t.deadline_id, 'responsible', t.responsible) as about`,
        from: `${deadlinesTable.sqlName} t join ${dossierListTable.sqlName} d on d.id = t.dossier_id`,
        key: `to_char(t.due_at at time zone 'UTC', 'YYYYMMDDHH24MISSMS') || t.dossier_id || t.deadline_id`,
      };
    case 'deadline-changed':
      where.add(`t.type = 'DeadlineExtended'`);
      return fact(`t.data - 'calendar' - 'version'`);
    case 'against-the-machine':
      where.add(`t.type = 'NomineesAppraised' and jsonb_path_exists(t.data, '$.verdicts[*].deviation')`);
      return fact(`jsonb_build_object('nominees', jsonb_path_query_array(t.data, '$.verdicts[*] ? (exists(@.deviation)).nomineeId'),
        'reasons', jsonb_path_query_array(t.data, '$.verdicts[*].deviation'))`);
    case 'replaced-after-appraisal':
      where.add(
        `t.type = 'DocumentAttached'
         and exists (select from ${timelineTable.sqlName} a
           where a.dossier_id = t.dossier_id and a.type = 'NomineesAppraised' and a.ordinal < t.ordinal)
         and exists (select from ${timelineTable.sqlName} b
           where b.dossier_id = t.dossier_id and b.type = 'DocumentAttached' and b.ordinal < t.ordinal
             and b.data->>'document' = t.data->>'document')`,
      );
      return fact(`jsonb_build_object('document', t.data->'document', 'sha256', t.data->'sha256')`);
    case 'outside-working-hours': {
      const here = `t.effective_at at time zone ${where.value(OFFICE_TIME_ZONE)}`;
      where.add(`t.type in ('DossierApproved', 'DecisionIssued')`);
      where.add(
        `to_char(${here}, 'HH24:MI') > ${where.value(asked.ends)}
         or not to_char(${here}, 'YYYY-MM-DD') = any(${where.value(asked.workingDays)}::text[])`,
      );
      return fact(`jsonb_build_object('type', t.type, 'symbol', t.data->'symbol')`);
    }
    case 'same-officer':
      where.add(
        `t.type in ('DossierApproved', 'DecisionIssued')
         and exists (select from ${timelineTable.sqlName} a
           where a.dossier_id = t.dossier_id and a.type in ('NomineesAppraised', 'DossierAppraised')
             and a.actor_id = t.actor_id and a.ordinal < t.ordinal)`,
      );
      return fact(`jsonb_build_object('type', t.type, 'symbol', t.data->'symbol')`);
    case 'without-assignment':
      return openingsBeside(asked.lookers, where);
    default: {
      const seed = `${where.value(asked.seed)}::text`;
      return {
        select: `${TITLE}, d.drafted_at as at, ${NOBODY}, d.revision as "replayAt", '{}'::jsonb as about`,
        from: `${dossierListTable.sqlName} d`,
        key: `md5(${seed} || ':' || d.id) || d.id`,
        seed,
      };
    }
  }
}

const fact = (about: string): Search => ({ select: `${FACT}, ${about} as about`, from: FACTS, key: NEWEST });

/** Who opened a dossier although no fact of it is his, none gave it to him, and to look at dossiers is not his work. */
function openingsBeside(lookers: readonly string[], where: Conditions): Search {
  where.add(`not t.position_id = any(${where.value(lookers)}::text[])`);
  where.add(
    `not exists (select from ${timelineTable.sqlName} a where a.dossier_id = t.dossier_id
       and (a.actor_id = t.account_id or a.on_behalf_of = t.account_id or a.data->>'accountId' = t.account_id))`,
  );
  return {
    select: `${TITLE}, t.at, null as stream, null as revision, t.account_id as "actorId", t.position_id as "actorPositionId",
      null as "replayAt", jsonb_build_object('times', t.times) as about`,
    from: `(select dossier_id, account_id, position_id, max(last_at) as at, sum(times)::int as times
        from ops.dossier_opening group by dossier_id, account_id, position_id) t
      join ${dossierListTable.sqlName} d on d.id = t.dossier_id`,
    key: `lpad((9000000000000000 - (extract(epoch from t.at) * 1000)::bigint)::text, 16, '0')
      || t.dossier_id || ' ' || t.account_id || ' ' || t.position_id`,
  };
}
