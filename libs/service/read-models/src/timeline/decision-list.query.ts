import { type Decision, type Instant, ok } from '#libs/domain/kernel';
import type { Queryable } from '#libs/platform/postgres';
import { z } from 'zod';
import { dossierListTable } from '../dossier-list/dossier-list.tables.js';
import { cursorInstant, cursorText, type Page, type PageRequest, readPageRequest, toPage } from '../shared/page.js';
import { Conditions, type Scope } from '../shared/scope.js';
import { timelineTable } from './timeline.tables.js';

export const decisionStages = ['drafted', 'issued', 'given_up'] as const;
export type DecisionStage = (typeof decisionStages)[number];

export interface DecisionFilter {
  readonly stage: DecisionStage;
  readonly bodyId?: string;
  readonly award?: string;
}

/** A decision as lists show it. */
export interface DecisionListItem {
  readonly id: string;
  readonly bodyId: string;
  readonly award: string;
  readonly draftedAt: Instant;
  /** Of what is not drafted any more: since when. */
  readonly closedAt: Instant | null;
  /** The soonest open due moment of its dossiers; null where none of them has one. */
  readonly nextDueAt: Instant | null;
  readonly dossiers: number;
}

const place = z.tuple([cursorInstant.nullable(), cursorInstant, cursorText]);

/** Which fact ends a draft. */
const ENDS: Readonly<Record<DecisionStage, string>> = {
  drafted: 'closed.type is null',
  issued: `closed.type = 'DecisionIssued'`,
  given_up: `closed.type = 'NumberGivenUp'`,
};

/** Quyết định: drafts that wait for a signature, and what became of others. */
export class DecisionListQuery {
  constructor(private readonly database: Queryable) {}

  /**
   * One page: what is due soonest first, of what is equally urgent the oldest draft first. Refuses a bad cursor or limit with
   * `MALFORMED_REQUEST`.
   */
  async page(scope: Scope, filter: DecisionFilter, request: PageRequest): Promise<Decision<Page<DecisionListItem>>> {
    const start = readPageRequest(request, place);
    if (!start.ok) return start;
    const { after, limit } = start.value;
    // A decision names recipients of several units: it is for its body, and for auditors (`sightOfDecision`).
    const where = new Conditions()
      .add(ENDS[filter.stage])
      .within('f', scope)
      .equals('f.body_id', filter.bodyId)
      .equals('f.award', filter.award);
    if (after)
      where.add(
        `(coalesce(due.at, 'infinity'), f.effective_at, f.stream) >
         (${where.value(after[0] ?? 'infinity')}::timestamptz, ${where.value(after[1])}::timestamptz, ${where.value(`decision-${after[2]}`)})`,
      );
    const { rows } = await this.database.query<DecisionListItem & Record<string, unknown>>(
      `with f as (
         select distinct on (t.stream) t.stream, t.dossier_id, t.effective_at, t.ordinal, t.data->>'award' as award,
           '' as submitting_unit_id, t.data->>'bodyId' as body_id, jsonb_build_array(t.data->>'bodyId') as bodies,
           '[]'::jsonb as councils, 'none' as secrecy
         from ${timelineTable.sqlName} t where t.type = 'DecisionDrafted' order by t.stream, t.dossier_id)
       select substr(f.stream, 10) as id, f.body_id as "bodyId", f.award, f.effective_at as "draftedAt",
         closed.effective_at as "closedAt", due.at as "nextDueAt", due.dossiers
       from f
       left join lateral (
         select t.type, t.effective_at from ${timelineTable.sqlName} t
         where t.dossier_id = f.dossier_id and t.stream = f.stream and t.type in ('DecisionIssued', 'NumberGivenUp')
         order by t.ordinal limit 1) closed on true
       cross join lateral (
         select min(d.next_due_at) as at, count(*) as dossiers
         from ${timelineTable.sqlName} t join ${dossierListTable.sqlName} d on d.id = t.dossier_id
         where t.type = 'DecisionDrafted' and t.stream = f.stream) due
       where ${String(where)}
       order by coalesce(due.at, 'infinity'), f.effective_at, f.stream limit ${where.value(limit + 1)}`,
      where.values,
    );
    return ok(toPage(rows, limit, ({ nextDueAt, draftedAt, id }) => [nextDueAt, draftedAt, id]));
  }
}
