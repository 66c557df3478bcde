import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readConfig } from '#libs/platform/config';
import { home } from '#libs/service/foundation';

const whyNot = process.env['VINHDANH_TEST_WITHOUT_COMPOSE'];
const describeHere = whyNot === undefined ? describe : describe.skip;

interface Service {
  readonly image: string;
  readonly environment?: Readonly<Record<string, string | number>>;
  readonly healthcheck?: { readonly disable?: boolean };
  readonly read_only?: boolean;
  readonly security_opt?: readonly string[];
  readonly mem_limit?: unknown;
  readonly cpus?: unknown;
  readonly pids_limit?: number;
  readonly ports?: readonly string[];
  readonly deploy?: { readonly replicas?: number };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
}

describeHere(`the compose file${whyNot ? ` (skipped: ${whyNot})` : ''}`, () => {
  let folder: string;
  const secrets = () => join(folder, 'docker', 'secrets');
  const compose = (...args: string[]) =>
    spawnSync(
      'docker-compose',
      ['--project-name', 'vinhdanh', '--file', join(folder, 'docker', 'compose.yaml'), ...args],
      {
        encoding: 'utf8',
        // Nothing of this machine's own settings.
        env: { PATH: process.env['PATH'] ?? '', HOME: folder },
      },
    );
  const makeSecrets = () => spawnSync(process.execPath, [join(folder, 'docker', 'secrets.mjs')], { encoding: 'utf8' });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vinhdanh-compose-'));
    for (const file of ['compose.yaml', 'secrets.mjs', 'Dockerfile'])
      await cp(join(home, 'docker', file), join(folder, 'docker', file));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('starts nothing before secrets were made: there are no default passwords', () => {
    const { status, stderr } = compose('config', '--quiet');
    expect(status).not.toBe(0);
    expect(stderr).toContain('secrets');
  });

  it('gets secrets of its own, once, which nobody else on the machine can read', async () => {
    expect(makeSecrets()).toMatchObject({ status: 0 });
    const files = ['roles.env', 'postgres.env', 'kurrentdb.env', 'redis.conf', 'kurrentdb.key'];
    const read = () => Promise.all(files.map((file) => readFile(join(secrets(), file), 'utf8')));
    const before = await read();
    expect((await stat(secrets())).mode & 0o077).toBe(0);
    expect(before.join('\n').match(/[0-9a-f]{48}/g)?.length).toBeGreaterThan(5);
    expect(makeSecrets()).toMatchObject({ status: 0, stdout: expect.stringContaining('nothing was changed') });
    expect(await read()).toEqual(before);
    const verified = spawnSync('openssl', [
      'verify',
      '-CAfile',
      join(secrets(), 'kurrentdb-ca.crt'),
      join(secrets(), 'kurrentdb.crt'),
    ]);
    expect(verified.status).toBe(0);
  });

  it('is understood, and starts each role, twice, when what it stands on is healthy', async () => {
    const { status, stdout, stderr } = compose('config');
    expect([status, stderr]).toEqual([0, '']);
    const { services } = parse(stdout) as { services: Readonly<Record<string, Service>> };
    expect(Object.keys(services).toSorted()).toEqual([
      'api',
      'kurrentdb',
      'migrate',
      'postgres',
      'projector',
      'redis',
      'worker',
    ]);
    for (const [name, service] of Object.entries(services)) {
      expect([name, service.read_only, service.security_opt]).toEqual([name, true, ['no-new-privileges:true']]);
      expect([name, service.mem_limit, service.cpus, service.pids_limit].includes(undefined)).toBe(false);
      expect([name, service.image]).toEqual([name, expect.stringMatching(/:\d/)]);
      // The database's ports are nobody's business outside.
      if (name !== 'api') expect([name, service.ports]).toEqual([name, undefined]);
    }
    for (const role of ['api', 'projector', 'worker']) {
      const { deploy, depends_on, healthcheck, environment } = services[role] ?? ({} as Service);
      expect([role, deploy?.replicas, healthcheck]).toEqual([role, 2, undefined]);
      expect(depends_on).toEqual({
        migrate: { condition: 'service_completed_successfully' },
        kurrentdb: { condition: 'service_healthy' },
        redis: { condition: 'service_healthy' },
      });
      // What a role is given is a configuration that it takes.
      const given = Object.entries(environment ?? {}).map(([name, value]) => [name, String(value)]);
      expect(readConfig(Object.fromEntries(given) as Record<string, string>)).toMatchObject({ ok: true });
      expect(environment?.['VINHDANH_HEALTH_PORT'] === undefined).toBe(role === 'api');
    }
    expect(services['api']?.ports).toEqual([expect.stringMatching(/^127\.0\.0\.1:/)]);
    for (const server of ['postgres', 'kurrentdb', 'redis']) expect(services[server]?.healthcheck).toBeDefined();
  });
});
