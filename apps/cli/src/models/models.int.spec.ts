import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PostgresEventStore } from '#libs/engine/event-store';
import { ProjectionRunner } from '#libs/engine/projections';
import { type Database, openDatabase } from '#libs/platform/postgres';
import { createTestDatabase, type TestDatabase } from '#libs/platform/testing';
import { migrateDatabase } from '#libs/service/foundation';
import { knownEventTypes, projections, timelineProjection } from '#libs/service/read-models';
import { officeLog } from '../../../../test/support/office-log.js';
import { append } from '../../../../test/support/read-side.js';
import { runCommandLine } from '../program.js';

describe('the command line about read models', () => {
  let server: TestDatabase;
  let database: Database;
  let folder: string;

  beforeAll(async () => {
    server = await createTestDatabase();
    folder = await mkdtemp(join(tmpdir(), 'vinhdanh-models-'));
    const { url } = server;
    await migrateDatabase(url);
    database = openDatabase({ url, applicationName: 'models spec', max: 20 });
    const store = new PostgresEventStore({ url, applicationName: 'models spec' });
    await append(store, ...officeLog(3, 10));
    const runner = new ProjectionRunner({ store, database, projections, knownTypes: knownEventTypes });
    await runner.start();
    await runner.progress.waitFor(projections, await store.head(), 20_000);
    await runner.stop();
    await store.close();
  }, 180_000);
  afterAll(async () => {
    await database.close();
    await server.drop();
    await rm(folder, { recursive: true, force: true });
  });

  async function run(line: string) {
    const said = { out: '', err: '' };
    const terminal = {
      out: (text: string) => void (said.out += `${text}\n`),
      err: (text: string) => void (said.err += `${text}\n`),
    };
    const env = { DATABASE_URL: server.url, VINHDANH_DATA: folder };
    const code = await runCommandLine(line.split(' '), { terminal, env });
    return { code, ...said };
  }

  const spoil = async (): Promise<string> => {
    const { rows } = await database.query<{ id: string }>(
      `update read.dossier_list set title = 'Bí mật của Nguyễn Văn A' where id = (select min(id) from read.dossier_list)
       returning id`,
    );
    return rows[0]?.id ?? '';
  };

  test('rebuild --verify finds all rows as the log has them, and ends with 0', async () => {
    const { code, out } = await run('rebuild --all --verify');
    expect(out).toMatch(/^✓ read\.rm_dossier_list_v\d+: \d+ dòng khớp · rows agree$/m);
    expect(code).toBe(0);
  });

  test('rebuild --verify names the keys of rows that differ, nothing of what is in them, and ends with 1', async () => {
    const id = await spoil();
    const { code, out, err } = await run('rebuild dossier-list --verify');
    expect(code).toBe(1);
    expect(out).toMatch(/^✗ read\.rm_dossier_list_v\d+: 0 thiếu · missing, 0 thừa · surplus, 1 khác · different$/m);
    expect(out).toContain(`different ${id}\n`);
    expect(out + err).not.toContain('Bí mật');
  });

  test('rebuild mends them, says how fast, and keeps what it replaced until told', async () => {
    const { code, out } = await run('rebuild dossier-list');
    expect(code).toBe(0);
    expect(out).toMatch(/^✓ dossier-list v\d+: (\d+)\/\1 sự kiện · events, \d+\/s$/m);
    expect((await run('rebuild dossier-list --verify')).code).toBe(0);

    expect((await run('drop-old-models')).out).toMatch(/^· read\.rm_dossier_list_v\d+_old_1 \d+ kB$/m);
    expect((await run('drop-old-models --remove')).out).toMatch(/^4 bảng đã xóa · tables dropped$/m);
    expect((await run('drop-old-models')).out).toMatch(/^0 bảng cũ · old tables$/m);
  });

  test('rebuild --all fills every read model', async () => {
    const { code, out } = await run('rebuild --all');
    expect(code).toBe(0);
    for (const { name } of projections) expect(out).toMatch(new RegExp(`^✓ ${name} v`, 'm'));
    await run('drop-old-models --remove');
  });

  test('retry-dead-letters takes in what was parked and counts it', async () => {
    await database.query(
      `with last as (
         select stream, revision, position, id, type from es.events where stream ^@ 'dossier-' order by position desc limit 1)
       insert into read.dead_letter
         (projection, version, stream, revision, position, ordinal, event_id, type, error_code, origin)
       select 'timeline', ${timelineProjection.version}, stream, revision, position::text, position, id, type, 'TypeError', 'spec' from last`,
    );
    const { code, out } = await run('retry-dead-letters');
    expect(out).toMatch(/^✓ timeline: 1 sự kiện đã vào · events taken in, 0 luồng/m);
    expect(code).toBe(0);
    expect((await run('retry-dead-letters timeline')).out).toMatch(/^✓ timeline: 0 sự kiện/m);
  });
});
