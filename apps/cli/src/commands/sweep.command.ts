import { Command } from 'commander';
import type { CommandContext } from '../command-context.js';
import { both } from '../usage.js';

/** `vinhdanh sweep [--remove]`. */
export const sweepCommand = ({ terminal, env, ended }: CommandContext): Command =>
  new Command('sweep')
    .summary(both('liệt kê tệp không hồ sơ nào mở được', 'list files that no dossier opens'))
    .description(
      both(
        'Liệt kê tệp cũ hơn một ngày của hồ sơ đã xác định mật (R9) hoặc của lần gửi không thành; --remove thì xóa. Chạy khi không có ai đang gửi tệp.',
        'Lists files older than a day of dossiers declared secret (R9) or of uploads that failed; --remove removes them. Run it while nobody sends files.',
      ),
    )
    .option('--remove', both('xóa các tệp đó', 'remove them'))
    .action(async ({ remove = false }: { remove?: boolean }) => {
      const { sweep } = await import('../sweep/sweep.js');
      ended(await sweep({ remove }, env, terminal));
    });
