import type { Language } from '#libs/domain/kernel';
import { Command } from 'commander';
import type { CommandContext } from '../command-context.js';
import { both, languageOption } from '../usage.js';

/** `vinhdanh doctor`. */
export const doctorCommand = ({ terminal, env, ended }: CommandContext): Command =>
  new Command('doctor')
    .summary(both('khám hệ thống và nêu cách chữa', 'check the system and say what to do'))
    .description(
      both(
        'Kiểm tra cấu hình, máy chủ, vai trò, cấu trúc dữ liệu, đầu nhật ký, độ trễ bộ chiếu, hàng đợi và thư điện tử: mỗi mục một dòng.',
        'Checks configuration, servers, roles, migrations, log head, projection lag, queue and mail: one line each.',
      ),
    )
    .addOption(languageOption())
    .action(async (options: { lang: Language }) => {
      const { doctor } = await import('../doctor/doctor.js');
      ended(await doctor(env, options.lang, terminal));
    });
