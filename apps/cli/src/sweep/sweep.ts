import { DocumentStoreUnavailable, openDocumentStore, unreachableFiles } from '#libs/service/documents';
import { readConfiguration } from '../configuration.js';
import { openLog } from '../open-log.js';
import { EXIT, type ExitCode, type Terminal } from '../terminal.js';

/** Younger files may belong to an upload that is just being recorded. */
const LEAVE_MS = 24 * 3_600_000;

/** Lists the files that no dossier opens any more, and removes them when told to. Only reads the log. */
export async function sweep(
  { remove }: { readonly remove: boolean },
  env: Readonly<Record<string, string | undefined>>,
  terminal: Terminal,
): Promise<ExitCode> {
  const config = readConfiguration(env, terminal);
  if (!config) return EXIT.failed;
  const log = await openLog(config);
  if (!log.ok) {
    terminal.err(log.error.vi);
    terminal.err(log.error.en);
    return EXIT.failed;
  }
  try {
    const store = await openDocumentStore(config);
    const files = await unreachableFiles(store, log.value.store, new Date(Date.now() - LEAVE_MS));
    for (const { sha256, putAt } of files) {
      if (remove) await store.remove(sha256);
      terminal.out(`${remove ? '✗' : '·'} ${sha256} ${putAt.toISOString()}`);
    }
    await store.close();
    const [vi, en] = remove
      ? ['tệp đã xóa', 'files removed']
      : ['tệp không hồ sơ nào mở được', 'files that no dossier opens'];
    terminal.out(`${files.length} ${vi} · ${en}`);
    return EXIT.good;
  } catch (error) {
    if (!(error instanceof DocumentStoreUnavailable)) throw error;
    terminal.err('Không dùng được kho tệp; kiểm tra VINHDANH_DATA hoặc S3_URL.');
    terminal.err(`${error.message} Check VINHDANH_DATA or S3_URL.`);
    return EXIT.failed;
  } finally {
    await log.value.close();
  }
}
