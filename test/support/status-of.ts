import type { Office } from './office.js';
import type { Asked } from './route-table.js';

/** Asks a route as somebody, and answers the status. */
export async function statusOf(
  office: Office,
  account: string | undefined,
  { method, path, answer }: { readonly method: string; readonly path: string; readonly answer?: unknown },
  { params = {}, query = '', body, headers = {} }: Asked,
): Promise<number> {
  const { token } = office.as(account);
  const address = path.replace(/:(\w+)/g, (_, name: string) => params[name] ?? `missing-${name}`) + query;
  const line = new AbortController();
  const reply = await fetch(office.url + address, {
    method,
    signal: line.signal,
    redirect: 'manual',
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(method === 'GET' ? {} : { 'idempotency-key': crypto.randomUUID() }),
      ...headers,
    },
  });
  // A line that stays open is hung up as soon as it is there.
  if (answer === 'events') line.abort();
  else await reply.arrayBuffer();
  return reply.status;
}
