import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '#libs/platform/embedded';
import { valueOf } from '#libs/domain/kernel';
import { openDatabase, runMigrations, type Database } from './index.js';

const DATABASES = ['mot', 'hai', 'ba', 'bon'];

describe('a server that has never seen us', () => {
  let folder: string;
  let server: EmbeddedPostgres;
  let admin: Database;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vinhdanh-roles-'));
    server = valueOf(await startEmbeddedPostgres({ dataFolder: folder, settings: { fsync: 'off' } }));
    admin = openDatabase({ url: server.url, applicationName: 'roles spec' });
  });

  afterAll(async () => {
    await admin.close();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  test('gets our roles once, though four of its databases are migrated at the same moment', async () => {
    // The race is lost now and then only; each round it begins from nothing.
    for (let round = 0; round < 3; round++) {
      for (const name of DATABASES) await admin.query(`create database ${name}`);
      await admin.query(`create role deployer login createrole password 'secret'`);
      for (const name of DATABASES) await admin.query(`alter database ${name} owner to deployer`);
      const asDeployer = (name: string): string => {
        const url = new URL(server.urlFor(name));
        [url.username, url.password] = ['deployer', 'secret'];
        return url.href;
      };
      await Promise.all(DATABASES.map(async (name) => runMigrations(asDeployer(name), [])));
      const { rows } = await admin.query<{ roles: string[] }>(
        `select array_agg(rolname::text order by rolname) as roles from pg_roles where rolname like 'vinhdanh%'`,
      );
      expect(rows[0]?.roles).toEqual(['vinhdanh_app', 'vinhdanh_owner', 'vinhdanh_reader']);
      for (const name of DATABASES) {
        const app = openDatabase({ url: asDeployer(name), applicationName: 'x', role: 'vinhdanh_app' });
        await app.ready();
        await app.close();
        await admin.query(`drop database ${name}`);
      }
      await admin.query(`drop role vinhdanh_owner, vinhdanh_app, vinhdanh_reader, deployer`);
    }
  }, 180_000);
});
