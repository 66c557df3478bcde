import { type Decision, type Instant, ok } from '#libs/domain/kernel';
import type { Queryable } from '#libs/platform/postgres';
import { type Page, type PageRequest, readPageRequest, toPage } from '#libs/service/read-models';
import { z } from 'zod';
import type { PaperFormat, PaperKind } from './paper-kinds.js';

/** Of what a paper is made. */
export interface PaperSubject {
  readonly subject: 'dossier' | 'decision';
  readonly id: string;
}

/** That somebody had a paper made. */
export interface PaperOpening {
  readonly id: number;
  readonly account: string;
  readonly kind: PaperKind;
  readonly format: PaperFormat;
  readonly at: Instant;
}

const lastId = z.tuple([z.int().nonnegative()]);

/** Who had which paper made, kept in the table `ops.paper_opening`: papers name people, as the files of a dossier do. */
export class PaperOpenings {
  constructor(private readonly database: Queryable) {}

  async record({ subject, id }: PaperSubject, { account, kind, format, at }: Omit<PaperOpening, 'id'>): Promise<void> {
    await this.database.query(
      'insert into ops.paper_opening (account_id, subject, subject_id, kind, format, at) values ($1, $2, $3, $4, $5, $6)',
      [account, subject, id, kind, format, at],
    );
  }

  /** Newest first. */
  async page({ subject, id }: PaperSubject, asked: PageRequest): Promise<Decision<Page<PaperOpening>>> {
    const start = readPageRequest(asked, lastId);
    if (!start.ok) return start;
    const { after, limit } = start.value;
    const { rows } = await this.database.query<PaperOpening>(
      `select id, account_id as account, kind, format, at from ops.paper_opening
       where subject = $1 and subject_id = $2 and ($3::bigint is null or id < $3) order by id desc limit $4`,
      [subject, id, after?.[0] ?? null, limit + 1],
    );
    return ok(toPage(rows, limit, (row) => [row.id]));
  }
}
