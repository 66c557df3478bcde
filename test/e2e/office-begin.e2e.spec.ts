import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localDateOf } from '#libs/domain/kernel';
import { actingAs } from '#libs/domain/organization';
import { PostgresEventStore } from '#libs/engine/event-store';
import { createTestDatabase } from '#libs/platform/testing';
import { Organization } from '#libs/service/commands';
import { launch } from '../support/command-line.js';

describe('vinhdanh office begin', () => {
  it('establishes the root unit and the first operator, once', async () => {
    const database = await createTestDatabase();
    const dataFolder = await mkdtemp(join(tmpdir(), 'vinhdanh-begin-'));
    const env = { DATABASE_URL: database.url, VINHDANH_DATA: dataFolder };
    const begin = (unit: string, operator: string) =>
      launch(['office', 'begin', '--unit', unit, '--name', 'Ủy ban nhân dân tỉnh', '--operator', operator], env);
    try {
      expect((await launch(['migrate'], env)).code).toBe(0);
      const unknown = await begin('ubnd', 'ai-do');
      expect([unknown.code, unknown.err]).toEqual([1, expect.stringContaining('ai-do')]);
      expect((await launch(['account', 'open', 'van-hanh', '--name', 'Người Vận Hành'], env)).code).toBe(0);
      expect(await begin('ubnd', 'van-hanh')).toMatchObject({ code: 0, out: 'ubnd: ubnd-van-hanh ← van-hanh\n' });
      // Again: nothing happens. Otherwise: the office has begun.
      expect((await begin('ubnd', 'van-hanh')).code).toBe(0);
      const second = await begin('khac', 'van-hanh');
      // ORGANIZATION_BEGUN
      expect([second.code, second.err]).toEqual([1, expect.stringContaining('ubnd')]);
      const store = new PostgresEventStore({ url: database.url, applicationName: 'test' });
      const { units } = await new Organization(store).read();
      await store.close();
      expect([...units.keys()]).toEqual(['ubnd']);
      expect(actingAs(units, 'van-hanh', 'ubnd-van-hanh', localDateOf(new Date().toISOString()))).toMatchObject({
        ok: true,
        value: { roles: ['operator'], unitId: 'ubnd' },
      });
    } finally {
      await rm(dataFolder, { recursive: true, force: true });
      await database.drop();
    }
  });
});
