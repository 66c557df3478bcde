import type { Database, Queryable } from '#libs/platform/postgres';
import { nameIn, type Place } from '../place.js';
import type { Projection } from '../projection.js';
import { exists, nameLive } from '../tables.js';

/** Tables of read models that this program does not use: other versions, and those that a rebuild has replaced. */
export interface OldTable {
  /** With schema: `read.rm_timeline_v1_old_2`. */
  readonly name: string;
  readonly bytes: number;
  /** The runner of another program that still fills it, by its lease; such a table is not dropped. */
  readonly usedBy: string | null;
}

const PLACES: readonly Place[] = ['live', 'next', 'check'];

/** What `dropOldTables` would drop. */
export async function oldTables(database: Queryable, projections: readonly Projection[]): Promise<readonly OldTable[]> {
  const ours = projections.flatMap(({ tables }) =>
    tables.flatMap((table) => PLACES.map((place) => nameIn(table, place))),
  );
  const { rows } = await database.query<OldTable & { readonly version: string | null }>(
    `select 'read.' || relname as name, pg_total_relation_size(c.oid) as bytes,
       (select max(k.lease_owner) from read.checkpoint k
        where k.lease_until > clock_timestamp() and k.place = 'live' and relname !~ '_old_\\d+$'
          and relname ~ ('^rm_' || replace(k.projection, '-', '_') || '(_.*)?_v' || k.version || '$')) as "usedBy"
     from pg_class c
     where relnamespace = 'read'::regnamespace and relkind = 'r' and relname ~ '^rm_' and 'read.' || relname <> all($1)
     order by relname`,
    [ours],
  );
  return rows;
}

/** Drops them for good, with what is known of the versions they belonged to. @returns those that were dropped. */
export async function dropOldTables(owner: Database, projections: readonly Projection[]): Promise<readonly OldTable[]> {
  return owner.transaction(async (connection) => {
    const unused = (await oldTables(connection, projections)).filter(({ usedBy }) => usedBy === null);
    // A version that has caught up by following alone was never named to people; the one they still read goes now.
    for (const table of projections.flatMap(({ tables }) => tables))
      if (await exists(connection, table.sqlName)) await nameLive(connection, table);
    for (const { name } of unused) await connection.query(`drop table ${name}`);
    for (const kept of ['dead_letter', 'checkpoint'])
      await connection.query(
        `delete from read.${kept} k where not exists (
           select from unnest($1::text[], $2::int[]) as ours(projection, version)
           where ours.projection = k.projection and ours.version = k.version)
         and not exists (
           select from read.checkpoint c where c.projection = k.projection and c.version = k.version
             and c.lease_until > clock_timestamp())`,
        [projections.map(({ name }) => name), projections.map(({ version }) => version)],
      );
    return unused;
  });
}
