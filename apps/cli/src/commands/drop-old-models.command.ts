import { Command } from 'commander';
import type { CommandContext } from '../command-context.js';
import { both } from '../usage.js';

/** `vinhdanh drop-old-models [--remove]`. */
export const dropOldModelsCommand = ({ terminal, env, ended }: CommandContext): Command =>
  new Command('drop-old-models')
    .summary(both('liệt kê bảng đọc không còn dùng', 'list tables of read models that are out of use'))
    .description(
      both(
        'Liệt kê bảng của phiên bản cũ và bảng đã được thay khi dựng lại; --remove thì xóa hẳn. Bảng mà chương trình khác còn dùng thì để lại.',
        'Lists tables of other versions and those that a rebuild has replaced; --remove drops them for good. Those that another program still fills stay.',
      ),
    )
    .option('--remove', both('xóa các bảng đó', 'drop them'))
    .action(async ({ remove = false }: { remove?: boolean }) => {
      const { dropOld } = await import('../models/drop-old.js');
      ended(await dropOld({ remove }, env, terminal));
    });
