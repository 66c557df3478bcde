import { Command } from 'commander';
import type { CommandContext } from '../command-context.js';
import { both } from '../usage.js';

/** `vinhdanh hold-sending`. */
export const holdSendingCommand = ({ terminal, env, ended }: CommandContext): Command =>
  new Command('hold-sending')
    .summary(both('giữ lại mọi thông báo', 'hold all messages back'))
    .description(
      both(
        'Không gửi gì ra ngoài cho đến khi chạy resume-sending. Chạy trước khi đưa bản sao lưu vào dùng.',
        'Nothing leaves until resume-sending is run. Run it before a restored backup is put to work.',
      ),
    )
    .action(async () => {
      const { hold } = await import('../sending/sending.js');
      ended(await hold(env, terminal));
    });
