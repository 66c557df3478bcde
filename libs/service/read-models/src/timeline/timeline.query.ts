import { type Decision, ok } from '#libs/domain/kernel';
import { selectList } from '#libs/engine/projections';
import type { Queryable } from '#libs/platform/postgres';
import { z } from 'zod';
import { readPageRequest, toPage, type Page, type PageRequest } from '../shared/page.js';
import { Conditions, type Scope } from '../shared/scope.js';
import { timelinePlacesTable, timelineTable, type TimelineRow } from './timeline.tables.js';

export interface TimelineRequest extends PageRequest {
  /** Default `oldestFirst`. */
  readonly order?: 'oldestFirst' | 'newestFirst';
}

const place = z.tuple([z.int().positive()]);

/** Dòng thời gian của một hồ sơ: what happened to a dossier, in the order in which it was recorded. */
export class TimelineQuery {
  constructor(private readonly database: Queryable) {}

  /**
   * One page of a dossier's timeline; empty when the reader may not see the dossier. Refuses a bad cursor or limit with
   * `MALFORMED_REQUEST`.
   */
  async ofDossier(scope: Scope, dossierId: string, request: TimelineRequest): Promise<Decision<Page<TimelineRow>>> {
    const start = readPageRequest(request, place);
    if (!start.ok) return start;
    const { after, limit } = start.value;
    const newestFirst = request.order === 'newestFirst';
    const where = new Conditions().within('p', scope).equals('t.dossier_id', dossierId);
    if (after) where.add(`t.ordinal ${newestFirst ? '<' : '>'} ${where.value(after[0])}`);
    const { rows } = await this.database.query<TimelineRow>(
      `select ${selectList(timelineTable, 't')} from ${timelineTable.sqlName} t
       join ${timelinePlacesTable.sqlName} p on p.dossier_id = t.dossier_id
       where ${String(where)} order by t.ordinal ${newestFirst ? 'desc' : ''} limit ${where.value(limit + 1)}`,
      where.values,
    );
    return ok(toPage(rows, limit, ({ ordinal }) => [ordinal]));
  }
}
