import { DatabaseProblem } from '#libs/platform/postgres';
import { migrateDatabase } from '#libs/service/foundation';
import { readConfiguration } from '../configuration.js';
import { EXIT, type ExitCode, type Terminal } from '../terminal.js';

/** Brings an external database up to date and says what was done. */
export async function migrate(
  env: Readonly<Record<string, string | undefined>>,
  terminal: Terminal,
): Promise<ExitCode> {
  const config = readConfiguration(env, terminal);
  if (!config) return EXIT.failed;
  const url = config.databaseOwnerUrl ?? config.databaseUrl;
  if (!url) {
    terminal.err('Chưa đặt DATABASE_OWNER_URL hoặc DATABASE_URL; máy chủ nhúng tự cập nhật khi khởi động.');
    terminal.err(
      'Neither DATABASE_OWNER_URL nor DATABASE_URL is set; the embedded server is brought up to date at start.',
    );
    return EXIT.failed;
  }
  try {
    const done = await migrateDatabase(url);
    for (const name of done) terminal.out(`✓ ${name}`);
    terminal.out(done.length === 0 ? 'Đã mới nhất · Up to date' : `${done.length} bước đã chạy · migrations were run`);
    return EXIT.good;
  } catch (error) {
    if (!(error instanceof DatabaseProblem)) throw error;
    terminal.err(error.message);
    return EXIT.failed;
  }
}
