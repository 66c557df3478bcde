import { dropOldTables, oldTables } from '#libs/engine/projections';
import { EXIT, type ExitCode, type Terminal } from '../terminal.js';
import { withModels } from './with-models.js';

/** Lists tables of read models that this program does not use any more, and drops them when told to. */
export async function dropOld(
  { remove }: { readonly remove: boolean },
  env: Readonly<Record<string, string | undefined>>,
  terminal: Terminal,
): Promise<ExitCode> {
  return withModels(undefined, env, terminal, async ({ owner, projections }) => {
    const found = await oldTables(owner, projections);
    const dropped = new Set(remove ? (await dropOldTables(owner, projections)).map(({ name }) => name) : []);
    for (const { name, bytes, usedBy } of found) {
      const user = usedBy === null ? '' : `, đang dùng · in use: ${usedBy}`;
      terminal.out(`${dropped.has(name) ? '✗' : '·'} ${name} ${Math.ceil(bytes / 1024)} kB${user}`);
    }
    const [vi, en] = remove ? ['bảng đã xóa', 'tables dropped'] : ['bảng cũ', 'old tables'];
    terminal.out(`${remove ? dropped.size : found.length} ${vi} · ${en}`);
    return EXIT.good;
  });
}
