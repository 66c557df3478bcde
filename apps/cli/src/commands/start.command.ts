import { Command } from 'commander';
import type { CommandContext } from '../command-context.js';
import { both } from '../usage.js';

/** `vinhdanh start`. */
export const startCommand = ({ env, ended }: CommandContext): Command =>
  new Command('start')
    .alias('serve')
    .summary(both('chạy hệ thống trên máy này', 'run the system on this machine'))
    .description(
      both(
        'Chạy toàn bộ hệ thống trong một tiến trình: PostgreSQL nhúng, API, bộ chiếu, bộ nhắc hạn. Ctrl+C để dừng.',
        'Runs everything in one process: embedded PostgreSQL, API, projector, worker. Ctrl+C stops it.',
      ),
    )
    .action(async () => {
      const { start } = await import('../start/start.js');
      ended(await start(env));
    });
