import { Command } from 'commander';
import type { CommandContext } from '../command-context.js';
import { both } from '../usage.js';

/** `vinhdanh migrate`. */
export const migrateCommand = ({ terminal, env, ended }: CommandContext): Command =>
  new Command('migrate')
    .summary(both('cập nhật cấu trúc cơ sở dữ liệu ngoài', 'bring an external database up to date'))
    .description(
      both(
        'Chạy các bước cập nhật còn thiếu trên DATABASE_OWNER_URL (hoặc DATABASE_URL). Máy chủ nhúng tự cập nhật khi khởi động.',
        'Runs the missing migrations on DATABASE_OWNER_URL (or DATABASE_URL). The embedded server is brought up to date at start.',
      ),
    )
    .action(async () => {
      const { migrate } = await import('../migrate/migrate.js');
      ended(await migrate(env, terminal));
    });
