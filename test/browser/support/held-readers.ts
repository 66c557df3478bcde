import { openDatabase } from '#libs/platform/postgres';

/**
 * Keeps every read model where it is for as long as something else is done: whoever moves its checkpoint waits. Lists are read as
 * before, and show less than the log has.
 */
export async function withReadersHeld<T>(databaseUrl: string, work: () => Promise<T>): Promise<T> {
  const database = openDatabase({ url: databaseUrl, applicationName: 'held-readers' });
  try {
    return await database.transaction(async (connection) => {
      await connection.query('lock table read.checkpoint in exclusive mode');
      return work();
    });
  } finally {
    await database.close();
  }
}
