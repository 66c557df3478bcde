import type { Language } from '#libs/domain/kernel';
import { Command } from 'commander';
import type { CommandContext } from '../command-context.js';
import { both, languageOption } from '../usage.js';

/** `vinhdanh demo`. */
export const demoCommand = ({ terminal, env, ended }: CommandContext): Command =>
  new Command('demo')
    .summary(both('kể trọn một hồ sơ, từ nộp đến lưu trữ', 'tell a whole dossier, from submission to archive'))
    .description(
      both(
        'Dựng một hệ thống tạm với đồng hồ giả lập và đưa 61 đối tượng qua mọi bước, chỉ bằng HTTP API, rồi so mọi màn hình với nhật ký.',
        'Sets up a throw-away system with a travelling clock and takes 61 nominees through every step, by the HTTP API alone, then compares every view with the log.',
      ),
    )
    .option('--keep', both('giữ thư mục dữ liệu tạm lại để xem', 'keep the temporary data folder'))
    .addOption(languageOption())
    .action(async (options: { keep?: true; lang: Language }) => {
      const { demo } = await import('../demo/demo.js');
      ended(
        await demo(
          { language: options.lang, keep: options.keep === true, logLevel: env['VINHDANH_LOG_LEVEL'] ?? 'silent' },
          terminal,
        ),
      );
    });
