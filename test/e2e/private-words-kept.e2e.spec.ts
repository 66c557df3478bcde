import { type Database, openDatabase } from '#libs/platform/postgres';
import { eventually } from '#libs/platform/testing';
import { must } from '../support/office-client.js';
import { officeWay } from '../support/office-way.js';
import { planted, tells } from '../support/planted-words.js';
import { type Office, openOffice } from '../support/office.js';

/** Names and addresses of accounts stand where accounts are kept, and nowhere else. */
const ACCOUNTS = ['ops.account'];

describe('names and reasons, beside log and read models', () => {
  let office: Office;
  let owner: Database;
  beforeAll(async () => {
    office = await openOffice({ env: { VINHDANH_SWEEP_SECONDS: '1' } });
    owner = openDatabase({ url: office.databaseUrl, applicationName: 'test', max: 2 });
    await copyEveryJob(owner);
  });
  afterAll(async () => {
    await owner?.close();
    await office.close();
  });

  it('stand in no job, in no table of what is being done, and in no address', async () => {
    const { path, answers } = await officeWay(office, 'received', { title: planted.title });
    const unit = office.as('acc-don-vi');
    const officer = office.as('acc-tham-dinh');
    const asked = { items: [{ document: 'TT' }], reason: planted.reason, answerBy: '2026-09-04' };
    await must(officer.post(`${path}/request-supplement`, asked));
    // The morning of the day on which the unit has to answer.
    office.clock.travelTo('2026-09-04T02:00:00.000Z');
    await eventually(
      'somebody is to be told',
      async () => (await owner.query('select from ops.delivery')).rows.length > 0,
      60_000,
    );
    // Letters to one person are gathered for ten minutes.
    office.clock.travelTo('2026-09-04T02:15:00.000Z');
    await eventually(
      'a letter about the dossier has gone out',
      async () => {
        const { rows } = await owner.query(`select from ops.delivery where state = 'sent'`);
        return rows.length > 0;
      },
      60_000,
    );
    const detached = await officer.post(`${path}/detach-nominees`, { nominees: ['N1'], reason: planted.reason });
    const page = await unit.get<{ next: string | null }>('/api/v1/dossiers?limit=1&q=zembala');

    const jobs = (await owner.query<{ payload: string }>('select payload from test_jobs.copy')).rows;
    expect(jobs.length).toBeGreaterThan(0);
    expect(jobs.flatMap(({ payload }) => tells(payload))).toEqual([]);
    const leaks: Record<string, string[]> = {};
    for (const table of await tablesOf(owner, 'ops', 'bullmq')) {
      const { rows } = await owner.query<{ row: string }>(`select to_json(t)::text as row from ${table} t`);
      const found = rows.flatMap(({ row }) => tells(row));
      if (found.length > 0 && !ACCOUNTS.includes(table)) leaks[table] = found;
    }
    expect(leaks).toEqual({});
    const addresses = [...Object.values(answers), detached.headers.get('location'), cursorOf(page.body.next)];
    expect(addresses.flatMap((address) => tells(JSON.stringify(address)))).toEqual([]);
    expect(tells(office.log.join(''))).toEqual([]);
  }, 150_000);

  it('would be found in a job', async () => {
    await owner.query(`insert into test_jobs.copy values ($1)`, [JSON.stringify({ title: planted.title })]);
    const { rows } = await owner.query<{ payload: string }>('select payload from test_jobs.copy');
    expect(rows.flatMap(({ payload }) => tells(payload))).toEqual(['zembala']);
  });
});

/** Jobs live for seconds: a copy of every row that the queue ever writes stays. */
async function copyEveryJob(owner: Database): Promise<void> {
  await owner.query('create schema test_jobs');
  await owner.query('create table test_jobs.copy (payload text not null)');
  await owner.query(`create function test_jobs.keep() returns trigger language plpgsql security definer as
    $$ begin insert into test_jobs.copy values (row_to_json(new)::text); return null; end $$`);
  for (const table of await tablesOf(owner, 'bullmq'))
    await owner.query(
      `create trigger keep after insert or update on ${table} for each row execute function test_jobs.keep()`,
    );
}

async function tablesOf(owner: Database, ...schemas: string[]): Promise<readonly string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = any($1) order by 1`,
    [schemas],
  );
  return rows.map(({ name }) => name);
}

const cursorOf = (next: string | null): string => Buffer.from(next ?? '', 'base64url').toString();
