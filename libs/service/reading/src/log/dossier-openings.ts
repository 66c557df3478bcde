import { type Actor, type Decision, type Instant, ok } from '#libs/domain/kernel';
import type { Queryable } from '#libs/platform/postgres';
import { type Page, type PageRequest, readPageRequest, toPage } from '#libs/service/read-models';
import { z } from 'zod';

/** That somebody opened a dossier, one of its files, or its events in the log. */
export interface DossierOpening {
  readonly what: 'dossier' | 'document' | 'log';
  readonly account: string;
  readonly positionId: string | null;
  /** The last time in the hour. */
  readonly at: Instant;
  /** How often in the hour; of the log, how many events were given. */
  readonly times: number;
  readonly sha256: string | null;
}

const place = z.tuple([z.iso.datetime({ precision: 3 }), z.string().max(300)]);

/**
 * Who opened a dossier, its files and its events. The dossier itself is counted by the hour, so that a page which asks again and
 * again fills no table. Not facts of the dossier: a reader changes nothing about it.
 */
export class DossierOpenings {
  constructor(private readonly database: Queryable) {}

  async record(dossierId: string, { id, positionId }: Pick<Actor, 'id' | 'positionId'>, at: Instant): Promise<void> {
    await this.database.query(
      `insert into ops.dossier_opening as o (dossier_id, account_id, position_id, hour, first_at, last_at)
       values ($1, $2, $3, date_trunc('hour', $4::timestamptz), $4, $4)
       on conflict (dossier_id, account_id, position_id, hour)
       do update set times = o.times + 1, last_at = greatest(o.last_at, excluded.last_at)`,
      [dossierId, id, positionId, at],
    );
  }

  /** Newest first. Refuses a bad cursor or limit with `MALFORMED_REQUEST`. */
  async page(dossierId: string, asked: PageRequest): Promise<Decision<Page<DossierOpening>>> {
    const start = readPageRequest(asked, place);
    if (!start.ok) return start;
    const { after, limit } = start.value;
    const { rows } = await this.database.query<DossierOpening & { readonly key: string } & Record<string, unknown>>(
      `select * from (
         select 'dossier' as what, account_id as account, position_id as "positionId", last_at as at, times,
           null as sha256, 'dossier:' || account_id || ':' || position_id as key
         from ops.dossier_opening where dossier_id = $1
         union all
         select 'document', account_id, null, at, 1, sha256, 'document:' || id from ops.document_opening where dossier_id = $1
         union all
         select 'log', account_id, position_id, at, events, null, 'log:' || id
         from ops.log_reading where filter->>'stream' = 'dossier-' || $1
       ) o
       where $2::timestamptz is null or o.at < $2 or (o.at = $2 and o.key > $3)
       order by o.at desc, o.key limit $4`,
      [dossierId, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
    );
    const { items, next } = toPage(rows, limit, ({ at, key }) => [at, key]);
    return ok({ items: items.map(({ key: _key, ...opening }) => opening), next });
  }
}
