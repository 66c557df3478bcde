import { timelineProjection } from '#libs/service/read-models';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestDatabase, createTestDatabase, freePort } from '#libs/platform/testing';
import { openDatabase } from '#libs/platform/postgres';
import { runCommandLine } from '../program.js';

let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'vinhdanh-doctor-'));
});

afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

async function run(command: string, env: Record<string, string> = {}) {
  const lines: string[] = [];
  const errors: string[] = [];
  const terminal = { out: (line: string) => void lines.push(line), err: (line: string) => void errors.push(line) };
  const all = { DATABASE_URL: database.url, VINHDANH_DATA: folder, ...env };
  const code = await runCommandLine(command.split(' '), { terminal, env: all });
  return { code, lines, text: lines.join('\n'), errors: errors.join('\n') };
}

async function statement(sql: string): Promise<void> {
  const client = openDatabase({ url: database.url, applicationName: 'vinhdanh doctor spec', max: 1 });
  await client.query(sql);
  await client.close();
}

const TIMELINE = timelineProjection.version;

describe('the doctor', () => {
  test('finds a database that was never migrated, and says what to do', async () => {
    const { code, text } = await run('doctor');
    expect(code).toBe(1);
    expect(text).toMatch(/^✓ Máy chủ: PostgreSQL \d+/m);
    expect(text).toMatch(/^✗ Cấu trúc dữ liệu: .* → chạy vinhdanh start .* hoặc vinhdanh migrate$/m);
  });

  test('is content after the migrations, with one line for each thing it looked at', async () => {
    const migrated = await run('migrate');
    expect(migrated.code).toBe(0);
    expect(migrated.text).toContain('✓ event-store/0001-event-store');
    expect((await run('migrate')).text).toBe('Đã mới nhất · Up to date');

    const { code, lines } = await run('doctor --lang en');
    // From October on the calendar of the next year is asked for: a warning, and no fault.
    const calendar =
      /^! Working calendar: VN: [\d, ]+ not complete(; [^→]+)? → enter the notices with vinhdanh calendar enter$/;
    expect(lines.filter((line) => !line.startsWith('✓') && !calendar.test(line))).toEqual([]);
    expect(code).toBe(0);
    expect(lines.map((line) => /^[✓!] (.*?):/.exec(line)?.[1])).toEqual([
      'Configuration',
      'Node.js',
      'Law',
      'Data folder',
      'Mail',
      'Server',
      'Roles',
      'Migrations',
      'Log',
      'Projections',
      'Sending',
      'Search',
      'Working calendar',
      'Procedures',
      'Queue',
    ]);
  });

  test('shows no password', async () => {
    const { text } = await run('doctor');
    expect(text).not.toContain(new URL(database.url).password);
  });

  test('finds a Redis that does not answer', async () => {
    const port = await freePort();
    const { code, text } = await run('doctor', { REDIS_URL: `redis://127.0.0.1:${port}` });
    expect(code).toBe(1);
    expect(text).toMatch(/^✗ Hàng đợi: Redis: .+ → kiểm tra REDIS_URL$/m);
  });

  test('finds a migration that is newer than this program', async () => {
    await statement(`insert into vinhdanh.migrations values ('event-store', 99, '0099-future', 'x')`);
    const { code, text } = await run('doctor --lang en');
    await statement(`delete from vinhdanh.migrations where number = 99`);
    expect(code).toBe(1);
    expect(text).toMatch(/^✗ Migrations: .*event-store\/0099-future.*older than the database/m);
  });

  test('finds events that a read model could not take in', async () => {
    await statement(
      `insert into read.checkpoint (projection, version, position, ordinal) values ('timeline', ${TIMELINE}, 'start', 0);
       insert into read.dead_letter (projection, version, stream, revision, position, ordinal, event_id, type, error_code, origin)
       values ('timeline', ${TIMELINE}, 'dossier-x', 0, '1', 1, gen_random_uuid(), 'DossierDrafted', '22P02', 'spec')`,
    );
    const { code, text } = await run('doctor');
    await statement(`delete from read.dead_letter; delete from read.checkpoint`);
    expect(code).toBe(1);
    expect(text).toMatch(/^✗ Bộ chiếu: sự kiện bị gác lại: timeline 1 → /m);
  });

  test('counts letters that were given up, and tells when sending is held', async () => {
    await statement(
      `insert into ops.letter (id, channel, account_id, form, lane, made_at, not_before, message_id, state)
       values ('x1', 'email', 'acc-x', 'single', 'ordinary', now(), now(), '<x1@x>', 'dead')`,
    );
    expect((await run('doctor')).text).toMatch(/^✗ Gửi thông báo: 0 thư bị trả lại, 1 thư thôi gửi → /m);
    expect((await run('hold-sending')).code).toBe(0);
    expect((await run('doctor --lang en')).text).toMatch(
      /^✗ Sending: held \(operator\) → run vinhdanh resume-sending/m,
    );
    expect((await run('resume-sending --from yesterday')).code).toBe(2);
    expect((await run('resume-sending --from 2026-10-27T08:00+07:00')).code).toBe(0);
    expect((await run('resume-sending --from 2026-10-27T08:00+07:00')).errors).toContain('Sending is not held.');
    await statement(`delete from ops.letter`);
    expect((await run('doctor')).text).toMatch(/^✓ Gửi thông báo: /m);
  });

  test('finds a mail server that does not answer, and goes on', async () => {
    const port = await freePort();
    const { code, text } = await run('doctor', { SMTP_URL: `smtp://anna:geheim@127.0.0.1:${port}` });
    expect(code).toBe(1);
    expect(text).toContain(`✗ Thư điện tử: máy chủ 127.0.0.1:${port} không trả lời (ECONNREFUSED) → kiểm tra SMTP_URL`);
    expect(text).not.toContain('geheim');
    expect(text).toMatch(/^✓ Hàng đợi:/m);
  });

  test('finds a database server that does not answer', async () => {
    const port = await freePort();
    const { code, text } = await run('doctor', { DATABASE_URL: `postgres://anna:geheim@127.0.0.1:${port}/x` });
    expect(code).toBe(1);
    expect(text).toMatch(/^✗ Cơ sở dữ liệu: No database server answers/m);
    expect(text).not.toContain('geheim');
  });

  test('finds a wrong configuration, by variable', async () => {
    const { code, text } = await run('doctor', { VINHDANH_PORT: 'https' });
    expect(code).toBe(1);
    expect(text).toMatch(/^✗ Cấu hình: VINHDANH_PORT: /m);
  });
});
