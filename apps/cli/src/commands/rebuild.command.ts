import { Command } from 'commander';
import type { CommandContext } from '../command-context.js';
import { EXIT } from '../terminal.js';
import { both } from '../usage.js';

/** `vinhdanh rebuild <model>|--all [--verify] [--fresh]`. */
export const rebuildCommand = ({ terminal, env, ended }: CommandContext): Command =>
  new Command('rebuild')
    .summary(both('dựng lại bảng đọc từ nhật ký', 'fill read models anew from the log'))
    .description(
      both(
        'Dựng bản mới bên cạnh bản đang phục vụ rồi thay trong một giao dịch; không gửi gì đi. Dừng giữa chừng được, chạy lại thì làm tiếp. --verify chỉ so từng dòng, in khóa của dòng khác và kết thúc với mã 1 nếu có.',
        'Fills a copy beside the one that serves, then switches in one transaction; sends nothing. May be stopped, and goes on when run again. --verify only compares row by row, prints the keys of rows that differ and ends with 1 if there are any.',
      ),
    )
    .argument('[model]', both('tên bảng đọc, như dossier-list', 'name of a read model, as dossier-list'))
    .option('--all', both('mọi bảng đọc', 'every read model'))
    .option('--verify', both('chỉ so với nhật ký', 'only compare with the log'))
    .option('--fresh', both('bỏ phần đã dựng dở', 'forget what an earlier attempt has filled'))
    .action(async (name: string | undefined, options: { all?: boolean; verify?: boolean; fresh?: boolean }) => {
      if ((name === undefined) !== (options.all === true)) {
        terminal.err('Nêu tên một bảng đọc, hoặc --all.');
        terminal.err('Name one read model, or --all.');
        return ended(EXIT.usage);
      }
      const { rebuild } = await import('../models/rebuild.js');
      const { verify = false, fresh = false } = options;
      ended(await rebuild({ ...(name === undefined ? {} : { name }), verify, fresh }, env, terminal));
    });
