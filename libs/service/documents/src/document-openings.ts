import { type Decision, type Instant, ok } from '#libs/domain/kernel';
import type { Queryable } from '#libs/platform/postgres';
import { type Page, type PageRequest, readPageRequest, toPage } from '#libs/service/read-models';
import { z } from 'zod';

/** That somebody opened a file of a dossier. */
export interface DocumentOpening {
  readonly id: number;
  readonly account: string;
  readonly at: Instant;
}

const lastId = z.tuple([z.int().nonnegative()]);

/** Who opened what, kept in the table `ops.document_opening`. Not facts of the dossier: a reader changes nothing about it. */
export class DocumentOpenings {
  constructor(private readonly database: Queryable) {}

  async record(opening: { account: string; dossierId: string; sha256: string; at: Instant }): Promise<void> {
    await this.database.query(
      'insert into ops.document_opening (account_id, dossier_id, sha256, at) values ($1, $2, $3, $4)',
      [opening.account, opening.dossierId, opening.sha256, opening.at],
    );
  }

  /** Newest first. */
  async page(dossierId: string, sha256: string, asked: PageRequest): Promise<Decision<Page<DocumentOpening>>> {
    const start = readPageRequest(asked, lastId);
    if (!start.ok) return start;
    const { after, limit } = start.value;
    const { rows } = await this.database.query<{ id: number; account: string; at: Instant }>(
      `select id, account_id as account, at from ops.document_opening
       where dossier_id = $1 and sha256 = $2 and ($3::bigint is null or id < $3) order by id desc limit $4`,
      [dossierId, sha256, after?.[0] ?? null, limit + 1],
    );
    return ok(toPage(rows, limit, ({ id }) => [id]));
  }
}
