import type { Language } from '#libs/domain/kernel';
import { Command, Option } from 'commander';
import type { CommandContext } from '../command-context.js';
import { demoStores, type DemoStore } from '../demo/demo-stores.js';
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
    .option(
      '--award <code>',
      both(
        'thay vì chuyện kể: đưa một hồ sơ của danh hiệu, hình thức này qua đúng các bước trong tệp quy trình',
        'instead of the story: take one dossier of this award through the steps of its procedure file',
      ),
    )
    .option('--keep', both('giữ thư mục dữ liệu tạm lại để xem', 'keep the temporary data folder'))
    .addOption(
      new Option(
        '--store <postgres|kurrentdb>',
        both(
          'nơi giữ nhật ký; kurrentdb cần KURRENTDB_URL của một máy chủ trống',
          'where the log is kept; kurrentdb needs the KURRENTDB_URL of an empty server',
        ),
      )
        .choices(demoStores)
        .default('postgres'),
    )
    .addOption(languageOption())
    .action(async (options: { award?: string; keep?: true; lang: Language; store: DemoStore }) => {
      const { demo } = await import('../demo/demo.js');
      ended(
        await demo(
          {
            language: options.lang,
            keep: options.keep === true,
            logLevel: env['VINHDANH_LOG_LEVEL'] ?? 'silent',
            ...(options.award === undefined ? {} : { award: options.award }),
            store: options.store,
            kurrentDbUrl: env['KURRENTDB_URL'],
          },
          terminal,
        ),
      );
    });
