import type { OpinionStanding } from '#libs/domain/dossier';
import { type Decision, type Instant, ok } from '#libs/domain/kernel';
import { selectList } from '#libs/engine/projections';
import type { Queryable } from '#libs/platform/postgres';
import { z } from 'zod';
import { deadlinesTable } from '../deadlines/deadlines.tables.js';
import { dossierListTable } from '../dossier-list/dossier-list.tables.js';
import { cursorInstant, cursorText, readPageRequest, toPage, type Page, type PageRequest } from '../shared/page.js';
import { Conditions } from '../shared/scope.js';
import { type OpinionRow, opinionsTable } from './consultation.tables.js';

/** A question to a unit, as its list shows it: which award it is about and until when, and nothing else of the dossier. */
export interface AskedOpinion extends OpinionRow {
  readonly award: string;
  /** Null while nobody can count it, and where the law's figure is unknown. */
  readonly dueAt: Instant | null;
}

const place = z.tuple([cursorInstant, cursorText, cursorText]);

/** Ý kiến được hỏi: what a unit was asked. A secret dossier's questions are in no list (R9). */
export class OpinionsQuery {
  constructor(private readonly database: Queryable) {}

  /** What was asked of a unit, last first. Refuses a bad cursor or limit with `MALFORMED_REQUEST`. */
  async askedOf(
    unitId: string,
    { standing }: { readonly standing?: OpinionStanding | undefined },
    request: PageRequest,
  ): Promise<Decision<Page<AskedOpinion>>> {
    const start = readPageRequest(request, place);
    if (!start.ok) return start;
    const { after, limit } = start.value;
    const where = new Conditions()
      .equals('o.asked_unit_id', unitId)
      .equals('o.standing', standing)
      .equals('l.secrecy', 'none');
    if (after) {
      where.add(
        `(o.asked_at, o.dossier_id, o.opinion_id) <
          (${where.value(after[0])}::timestamptz, ${where.value(after[1])}, ${where.value(after[2])})`,
      );
    }
    const { rows } = await this.database.query<AskedOpinion>(
      `select ${selectList(opinionsTable, 'o')}, l.procedure_code as award, d.due_at as "dueAt"
       from ${opinionsTable.sqlName} o
       join ${dossierListTable.sqlName} l on l.id = o.dossier_id
       left join ${deadlinesTable.sqlName} d on d.dossier_id = o.dossier_id and d.deadline_id = o.deadline_id
       where ${String(where)}
       order by o.asked_at desc, o.dossier_id desc, o.opinion_id desc limit ${where.value(limit + 1)}`,
      where.values,
    );
    return ok(toPage(rows, limit, ({ askedAt, dossierId, opinionId }) => [askedAt, dossierId, opinionId]));
  }
}
