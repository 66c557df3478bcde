import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type Database, openDatabase } from '#libs/platform/postgres';
import { undocumented } from '../support/documented-answer.js';
import { upload } from '../support/document-desk.js';
import type { Generated } from '../support/generated/generated-request.js';
import { generatedRequests } from '../support/generated/requests.js';
import { type Answered, Sender, sendBytes } from '../support/generated/sender.js';
import type { Known } from '../support/generated/words.js';
import { must } from '../support/office-client.js';
import { officeWay, type WayfarerDossier } from '../support/office-way.js';
import { type Office, openOffice } from '../support/office.js';
import { neighbour } from '../support/other-people.js';
import { pdf } from '../support/sample-files.js';

const REQUESTS = 10_000;
const BATCH = 100;
const LINES = 6;
const SEED = Number(process.env['VINHDANH_TEST_SEED'] ?? 20260824);
/** What the worker writes in its own time, and what counts those who come without a right to. */
const WRITTEN_BY_OTHERS = '^(reaction|notification|delivery|deadline|rung|reminder|sign_in|look_up|rate)';
const GROWTH_AT_MOST_BYTES = 200 * 1_048_576;

/** What a request is told by to whoever looks for it again: its place in the run, and nothing that it holds. */
const nameOf = ({ kind, operation, method, who }: Generated, index: number): string =>
  `seed ${SEED}, request ${index}: ${kind} ${method} ${operation} by ${who ?? 'nobody'}`;

describe('ten thousand requests made from the document', () => {
  let office: Office;
  let database: Database;
  let things: Known;
  const url = () => new URL(office.url);
  const people = [
    'acc-don-vi',
    'acc-tham-dinh',
    'acc-thu-ky',
    'acc-lanh-dao',
    'acc-van-thu',
    'acc-thanh-tra',
    'acc-van-hanh',
    neighbour.id,
    undefined,
  ];

  beforeAll(async () => {
    console.log(`VINHDANH_TEST_SEED=${SEED}`);
    office = await openOffice({ accounts: [neighbour] });
    database = openDatabase({ url: office.databaseUrl, applicationName: 'vinhdanh tests', max: 2 });
    const dossiers = await Promise.all(
      (['filled', 'submitted', 'received', 'appraised', 'voted', 'approved', 'issued'] as const).map((stage) =>
        officeWay(office, stage, { individuals: 3 }),
      ),
    );
    const [first] = dossiers as [WayfarerDossier];
    await must(upload(office.as('acc-don-vi'), first.path, { document: 'TT' }, pdf()));
    const { items } = await must(
      office.as('acc-don-vi').get<{ items: { sha256: string }[] }>(`${first.path}/documents`),
    );
    const operator = office.as('acc-van-hanh');
    const from = '2025-07-01';
    const unit = { unitId: 'xa-mau', name: { vi: 'Xã Mẫu', en: 'Sample commune' }, kind: 'commune', from };
    await must(operator.post('/api/v1/units', unit));
    const place = { positionId: 'pos-xa', title: unit.name, roles: ['submitter'], from };
    await must(operator.post('/api/v1/units/xa-mau/create-position', place));
    const cluster = { clusterId: 'cum-mau', kind: 'cum', level: 'province', organizerId: 'xa-mau', from };
    const formed = await operator.post('/api/v1/clusters', {
      ...cluster,
      name: { vi: 'Cụm Mẫu', en: 'Sample cluster' },
      criterion: 'Cùng địa bàn',
      reason: 'Thử',
    });
    const decisions = dossiers.flatMap(({ decisionId }) => decisionId ?? []);
    const ids = dossiers.map(({ id }) => id);
    things = {
      'dossiers.id': ids,
      'decisions.id': decisions,
      'units.id': ['xa-mau'],
      'clusters.id': formed.status < 400 ? ['cum-mau'] : ['cum-khac'],
      dossierId: ids,
      decisionId: decisions,
      nomineeId: ['N1', 'N2', 'N3'],
      nominees: ['N1', 'N2', 'N3'],
      approved: ['N1', 'N2'],
      sha256: items.map(({ sha256 }) => sha256),
      procedure: ['BK_TINH', 'CSTDCS'],
      document: ['TT', 'DS', 'BC_CT_CN', 'BB'],
      bodyId: ['ubnd-tinh'],
      unitId: ['xa-mau', 'khoi-thi-dua-3'],
      accountId: ['acc-don-vi', 'acc-lanh-dao'],
      positionId: ['pos-xa', 'pos-chuyen-vien-1'],
      '?limit': ['1', '50', '200', '0', '201'],
      '?minPosition': ['1', '2', 'start', 'x'],
      '?cursor': ['bm90aGluZw', 'W251bGwsIngiXQ', 'WzFd'],
      '?asRecorded': ['0', '3', '2026-08-24T02:00:00Z', '999999999'],
    };
  }, 180_000);
  afterAll(async () => {
    await database?.close();
    await office?.close();
  });

  /** The tables that requests write to, with their rows: the log, what is known of commands, and what is kept beside it. */
  async function rows(): Promise<Readonly<Record<string, number>>> {
    const tables = await database.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('es', 'ops')
       and tablename !~ $1 order by 1`,
      [WRITTEN_BY_OTHERS],
    );
    const counted = await database.query<{ name: string; count: number }>(
      tables.rows
        .map(({ name }) => `select '${name}' as name, count(*)::int as count from ${name}`)
        .join(' union all '),
    );
    return Object.fromEntries(counted.rows.map(({ name, count }) => [name, count]));
  }

  const checked = (method: string, path: string, { status, headers, text }: Answered): string | undefined =>
    status >= 500
      ? `answered ${status}`
      : undocumented({ method, path, status, text, header: (name) => headers[name]?.toString() });

  it('are each answered as the document says, never by a 5xx, and a refused one leaves nothing behind', async () => {
    const cpu = process.cpuUsage();
    const requests = generatedRequests(REQUESTS, SEED, things, people);
    expect(requests).toHaveLength(REQUESTS);
    const sender = new Sender(url(), LINES);
    const faults: string[] = [];
    const byStatus: Record<number, number> = {};
    let unsendable = 0;
    collectGarbage();
    const memory = process.memoryUsage().rss;
    for (let start = 0; start < REQUESTS; start += BATCH) {
      const batch = requests.slice(start, start + BATCH);
      const [before, head] = [await rows(), await office.foundation.store.head()];
      const refusedKeys = new Set<string>();
      const acceptedKeys = new Set<string>();
      let openings = 0;
      let papers = 0;
      let looks = 0;
      let kept = 0;
      let next = 0;
      const work = async (): Promise<void> => {
        for (let index = next++; index < batch.length; index = next++) {
          const request = batch[index] as Generated;
          const headers = headersOf(request);
          const answer = await sender.send(request, headers).catch((error: unknown) => {
            faults.push(`${nameOf(request, start + index)}: no answer (${String(error)})`);
            return undefined;
          });
          if (!answer) {
            unsendable++;
            continue;
          }
          byStatus[answer.status] = (byStatus[answer.status] ?? 0) + 1;
          const fault = checked(request.method, request.path, answer);
          if (fault !== undefined) faults.push(`${nameOf(request, start + index)}: ${fault}`);
          const key = headers['idempotency-key']?.toLowerCase();
          if (key) (answer.status < 400 ? acceptedKeys : refusedKeys).add(key);
          if (answer.status < 400 && /\/documents\/[0-9a-f]{64}/.test(request.path)) openings++;
          if (answer.status < 400 && /\/papers\/[a-z-]+\./.test(request.path)) papers++;
          if (answer.status < 400 && /\/dossiers\/[0-9a-f-]{36}/.test(request.path)) looks++;
          if (answer.status < 400 && !headers['idempotency-key'] && !/^(GET|HEAD|OPTIONS)$/.test(request.method))
            kept++;
          see(request.path, answer);
        }
      };
      await Promise.all(Array.from({ length: LINES }, work));
      // Every new fact carries the key of the command that made it: no refused one made any.
      for (let after = head; ;) {
        const { events, scannedTo } = await office.foundation.store.readAll({ after, limit: 500 });
        for (const { metadata } of events) {
          const key = metadata['commandId'];
          if (typeof key === 'string' && refusedKeys.has(key) && !acceptedKeys.has(key))
            faults.push(`a refused command left a fact (batch at ${start})`);
        }
        if (events.length === 0) break;
        after = scannedTo;
      }
      const refused = [...refusedKeys].filter((key) => !acceptedKeys.has(key));
      const known = await database.query('select 1 from es.commands where command_id = any($1)', [refused]);
      if (known.rows.length > 0) faults.push(`a refused command is remembered (batch at ${start})`);
      // What accepted ones wrote aside, every table has the rows that it had.
      const after = await rows();
      const allowed: Readonly<Record<string, number>> = {
        'ops.document_opening': openings,
        'ops.paper_opening': papers,
        'ops.dossier_opening': looks,
      };
      for (const [table, count] of Object.entries(after)) {
        const more = count - (before[table] ?? 0);
        // Sessions, accounts and the like have no command id: where one was accepted, its rows are among these.
        if (kept === 0 && !table.startsWith('es.') && (more < 0 || more > (allowed[table] ?? 0)))
          faults.push(`${table} has ${more} rows more (batch at ${start})`);
      }
      if (faults.length > 20) break;
    }
    sender.close();
    collectGarbage();
    const { user, system } = process.cpuUsage(cpu);
    const cpuSeconds = Math.round((user + system) / 1e6);
    console.log(
      JSON.stringify({
        byStatus,
        unsendable,
        cpuSeconds,
        grownMB: Math.round((process.memoryUsage().rss - memory) / 1_048_576),
      }),
    );
    expect(faults).toEqual([]);
    expect(unsendable).toBeLessThan(REQUESTS / 20);
    // Each kind of answer was met: a generator that only ever makes nonsense would prove little.
    for (const status of [200, 201, 400, 401, 403, 404, 405, 409, 412, 413, 415, 422, 428])
      expect(byStatus).toHaveProperty(String(status));
    expect(process.memoryUsage().rss - memory).toBeLessThan(GROWTH_AT_MOST_BYTES);
    expect(office.log.filter((line) => line.includes('a request failed'))).toEqual([]);
  }, 600_000);

  it.each([
    'GET /api/v1/dossiers HTTP/1.1\r\nhost: x\r\nx-a: b\r\n injected: yes\r\n\r\n',
    'GET /api/v1/dossiers HTTP/1.1\r\nhost: x\r\nx-correlation-id: a\rset-cookie: b\r\n\r\n',
    'GET /api/v1/dossiers HTTP/1.1\r\n\r\n',
    'GET /api/v1/dossiers?q=\u0000 HTTP/1.1\r\nhost: x\r\n\r\n',
    'GET /api/v1/dossiers/ệ HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n',
    'BREW /coffee HTTP/1.1\r\nhost: x\r\n\r\n',
    'GET http://elsewhere.example/api/v1/dossiers HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n',
    'GET * HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n',
    'OPTIONS * HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n',
    `GET /health/live HTTP/1.1\r\nhost: x\r\nx-long: ${'a'.repeat(40_000)}\r\n\r\n`,
    'POST /api/v1/dossiers HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
    'POST /api/v1/dossiers HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{"a":',
    'POST /api/v1/dossiers HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n',
    '\u0016\u0003\u0001 TLS',
  ])('bytes that are hardly HTTP are answered with a no or not at all: %j', async (bytes) => {
    const answer = await sendBytes(url(), bytes);
    // To a request without a host Node itself says no, and nothing else.
    if (answer && !/^(0\s*)?$/.test(answer.text)) {
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
      expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
  });

  it('leave the office as healthy as it was', async () => {
    expect((await office.as(undefined).get('/health/ready')).status).toBe(200);
    const next = await officeWay(office, 'received');
    expect((await office.as('acc-tham-dinh').get(next.path)).status).toBe(200);
  });

  function headersOf({ who, path, headers }: Generated): Record<string, string> {
    const { line, token } = office.as(who);
    const seen = line.seen.get(path.split(/[/?]/).slice(0, 5).join('/')) ?? '"0"';
    const result: Record<string, string> = { ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers };
    if (result['if-match'] === '{current}') result['if-match'] = seen;
    return result;
  }

  function see(path: string, { headers }: Answered): void {
    const tag = headers.etag;
    const { seen } = office.as(undefined).line;
    if (tag !== undefined && !path.includes('asRecorded'))
      seen.set(headers.location ?? path.split(/[/?]/).slice(0, 5).join('/'), tag);
  }
});

/** Node hides its collector unless it is asked for. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}
