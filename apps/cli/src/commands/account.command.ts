import { Command } from 'commander';
import type { OpenRequest } from '../account/account.js';
import type { CommandContext } from '../command-context.js';
import { both, speakBoth } from '../usage.js';

const ID = ['<id>', both('mã tài khoản', 'the account’s id')] as const;

/** `vinhdanh account open|password|token|totp-reset|close`. */
export const accountCommand = (context: CommandContext): Command => {
  const account = new Command('account')
    .summary(
      both('mở, đóng tài khoản; cấp mật khẩu, mã truy cập', 'open and close accounts, give passwords and tokens'),
    )
    .description(
      both(
        'Làm việc với tài khoản ngay trên cơ sở dữ liệu, cho người vận hành đầu tiên. Mật khẩu và mã chỉ in ra một lần; mỗi việc đều được ghi lại.',
        'Works on accounts in the database itself, for a first operator. Passwords and tokens are printed once; each act is recorded.',
      ),
    );
  for (const create of [openAccount, password, token, totpReset, close])
    account.addCommand(speakBoth(create(context), context.terminal));
  return account;
};

const openAccount = ({ terminal, env, ended }: CommandContext): Command =>
  new Command('open')
    .summary(both('mở tài khoản, in mật khẩu dùng một lần', 'open an account, print a one-time password'))
    .argument(...ID)
    .requiredOption('--name <name>', both('họ và tên', 'full name'))
    .option('--email <address>', both('địa chỉ thư điện tử', 'e-mail address'))
    .action(async (id: string, options: Omit<OpenRequest, 'id'>) => {
      const { openAccount } = await import('../account/account.js');
      ended(await openAccount({ id, ...options }, env, terminal));
    });

const password = ({ terminal, env, ended }: CommandContext): Command =>
  new Command('password')
    .summary(both('cấp mật khẩu dùng một lần', 'give a one-time password'))
    .argument(...ID)
    .action(async (id: string) => {
      const { giveOneTimePassword } = await import('../account/account.js');
      ended(await giveOneTimePassword(id, env, terminal));
    });

const token = ({ terminal, env, ended }: CommandContext): Command =>
  new Command('token')
    .summary(both('cấp mã truy cập cho máy', 'give an access token for a machine'))
    .argument(...ID)
    .requiredOption('--name <name>', both('mã dùng để làm gì', 'what it is for'))
    .option('--days <days>', both('hiệu lực, từ 1 đến 366 ngày', 'for how long, 1 to 366 days'), '90')
    .action(async (id: string, options: { name: string; days: string }) => {
      const { giveToken } = await import('../account/account.js');
      ended(await giveToken({ id, ...options }, env, terminal));
    });

const totpReset = ({ terminal, env, ended }: CommandContext): Command =>
  new Command('totp-reset')
    .summary(both('gỡ xác thực hai lớp', 'take a second factor off'))
    .argument(...ID)
    .action(async (id: string) => {
      const { resetSecondFactor } = await import('../account/account.js');
      ended(await resetSecondFactor(id, env, terminal));
    });

const close = ({ terminal, env, ended }: CommandContext): Command =>
  new Command('close')
    .summary(both('đóng tài khoản, thu hồi phiên và mã', 'close an account, end its sessions and tokens'))
    .argument(...ID)
    .action(async (id: string) => {
      const { closeAccount } = await import('../account/account.js');
      ended(await closeAccount(id, env, terminal));
    });
