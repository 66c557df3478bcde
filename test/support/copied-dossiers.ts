import type { Database } from '#libs/platform/postgres';

/**
 * Writes copies of a dossier into the log, as the server's owner and past the append: where thousands are needed, how they came
 * into the log is not what is looked at. Their ids are `<prefix>000001` and on; where they lie beside each other in time, they
 * are told apart by nothing else.
 */
export async function copyDossier(
  database: Database,
  {
    from,
    prefix,
    count,
    body,
  }: {
    readonly from: string;
    readonly prefix: string;
    readonly count: number;
    readonly body?: { readonly from: string; readonly of: number };
  },
): Promise<void> {
  await database.transaction(async (connection) => {
    await connection.query(`select position from es.head for update`);
    await connection.query(
      `insert into es.events
         (position, recorded_at, effective_at, id, revision, schema_version, stream, type, data, metadata)
       select h.position + row_number() over (order by n, e.revision), h.recorded_at, e.effective_at, gen_random_uuid(),
         e.revision, e.schema_version, 'dossier-' || $2 || lpad(n::text, 6, '0'), e.type,
         case when $4::text is null then d.own else replace(d.own, '"' || $4 || '"', '"' || $4 || '-' || (n % $5) || '"') end,
         e.metadata
       from es.head h, es.events e, generate_series(1, $3::int) as n,
         lateral (select replace(e.data, '"' || $1 || '"', '"' || $2 || lpad(n::text, 6, '0') || '"') as own) d
       where e.stream = 'dossier-' || $1`,
      [from, prefix, count, body?.from ?? null, body?.of ?? 1],
    );
    await connection.query(`update es.head set position = (select max(position) from es.events)`);
  });
}
