import { openDatabase } from '#libs/platform/postgres';
import { createTestDatabase } from './test-database.js';

describe('a test database', () => {
  it('is empty, orders Vietnamese names when asked to, and is gone after drop', async () => {
    const { url, drop } = await createTestDatabase();
    const database = openDatabase({ url, applicationName: 'test', max: 1 });
    try {
      const { rows } = await database.query<{ name: string }>(
        `select name from unnest(array['Đức', 'Dũng', 'Ân', 'An', 'Em', 'Ăn']) as name order by name collate "vi-x-icu"`,
      );
      expect(rows.map(({ name }) => name)).toEqual(['An', 'Ăn', 'Ân', 'Dũng', 'Đức', 'Em']);
    } finally {
      await database.close();
      await drop();
    }
    const gone = openDatabase({ url, applicationName: 'test', max: 1 });
    await expect(gone.ready()).rejects.toMatchObject({ code: 'DATABASE_MISSING' });
    await gone.close();
    await drop();
  });

  it('knows nothing of its neighbours', async () => {
    const [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()]);
    expect(one.url).not.toBe(other.url);
    await Promise.all([one.drop(), other.drop()]);
  });
});
