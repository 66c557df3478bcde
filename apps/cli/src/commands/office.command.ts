import { Command } from 'commander';
import type { CommandContext } from '../command-context.js';
import type { BeginRequest } from '../office/begin-office.js';
import { both, speakBoth } from '../usage.js';

/** `vinhdanh office begin`. */
export const officeCommand = (context: CommandContext): Command => {
  const office = new Command('office')
    .summary(both('lập cơ quan lần đầu', 'begin an office'))
    .description(
      both(
        'Lập đơn vị gốc, vị trí vận hành và người giữ vị trí đó, ngay trên cơ sở dữ liệu; mọi việc tiếp theo làm qua API.',
        'Establishes the root unit, the operator’s position and who holds it, in the database itself; all else goes over the API.',
      ),
    );
  office.addCommand(speakBoth(begin(context), context.terminal));
  return office;
};

const begin = ({ terminal, env, ended }: CommandContext): Command =>
  new Command('begin')
    .summary(both('lập đơn vị gốc và người vận hành đầu tiên', 'establish the root unit and its first operator'))
    .requiredOption('--unit <id>', both('mã đơn vị gốc', 'the root unit’s id'))
    .requiredOption('--name <vi>', both('tên đơn vị', 'the unit’s name in Vietnamese'))
    .option('--name-en <en>', both('tên tiếng Anh', 'its name in English'))
    .requiredOption('--operator <account>', both('tài khoản của người vận hành', 'the operator’s account'))
    .action(async (options: BeginRequest) => {
      const { beginOffice } = await import('../office/begin-office.js');
      ended(await beginOffice(options, env, terminal));
    });
