import { Command } from 'commander';
import type { CommandContext } from '../command-context.js';
import { both } from '../usage.js';

/** `vinhdanh resume-sending --from <moment>`. */
export const resumeSendingCommand = ({ terminal, env, ended }: CommandContext): Command =>
  new Command('resume-sending')
    .summary(both('cho gửi thông báo trở lại', 'let messages leave again'))
    .description(
      both(
        'Cho gửi lại những gì đến hạn từ thời điểm --from; việc nhắc trước đó được ghi là bỏ qua, không bao giờ gửi.',
        'What is due from --from on leaves again; reminders before it are recorded as skipped and never sent.',
      ),
    )
    .requiredOption(
      '--from <moment>',
      both('thời điểm, ví dụ 2026-10-27T08:00+07:00', 'a moment, as 2026-10-27T08:00+07:00'),
    )
    .action(async ({ from }: { from: string }) => {
      const { resume } = await import('../sending/sending.js');
      ended(await resume(from, env, terminal));
    });
