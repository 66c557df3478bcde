import { Command } from 'commander';
import type { CommandContext } from '../command-context.js';
import { both } from '../usage.js';

/** `vinhdanh retry-dead-letters [model]`. */
export const retryDeadLettersCommand = ({ terminal, env, ended }: CommandContext): Command =>
  new Command('retry-dead-letters')
    .summary(both('đưa lại sự kiện bị gác vào bảng đọc', 'take parked events into the read models'))
    .description(
      both(
        'Sau khi sửa nguyên nhân: đưa sự kiện bị gác vào bảng đọc, theo từng luồng, đúng thứ tự.',
        'After the cause was mended: takes parked events into the read models, stream by stream and in order.',
      ),
    )
    .argument('[model]', both('một bảng đọc; không nêu là tất cả', 'one read model; all without it'))
    .action(async (name: string | undefined) => {
      const { retry } = await import('../models/retry.js');
      ended(await retry(name, env, terminal));
    });
