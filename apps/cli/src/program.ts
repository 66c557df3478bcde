import { Command, CommanderError } from 'commander';
import type { CommandContext } from './command-context.js';
import { accountCommand } from './commands/account.command.js';
import { calendarCommand } from './commands/calendar.command.js';
import { demoCommand } from './commands/demo.command.js';
import { dossierCommand } from './commands/dossier.command.js';
import { doctorCommand } from './commands/doctor.command.js';
import { dropOldModelsCommand } from './commands/drop-old-models.command.js';
import { holdSendingCommand } from './commands/hold-sending.command.js';
import { importAwardsCommand } from './commands/import-awards.command.js';
import { importCommand } from './commands/import.command.js';
import { migrateCommand } from './commands/migrate.command.js';
import { officeCommand } from './commands/office.command.js';
import { procedureCommand } from './commands/procedure.command.js';
import { rebuildCommand } from './commands/rebuild.command.js';
import { replayCommand } from './commands/replay.command.js';
import { resumeSendingCommand } from './commands/resume-sending.command.js';
import { retryDeadLettersCommand } from './commands/retry-dead-letters.command.js';
import { startCommand } from './commands/start.command.js';
import { sweepCommand } from './commands/sweep.command.js';
import { EXIT, type ExitCode } from './terminal.js';
import { both, speakBoth, usageSentence } from './usage.js';

const COMMANDS = [
  startCommand,
  demoCommand,
  importCommand,
  importAwardsCommand,
  replayCommand,
  accountCommand,
  calendarCommand,
  doctorCommand,
  dossierCommand,
  migrateCommand,
  officeCommand,
  procedureCommand,
  rebuildCommand,
  retryDeadLettersCommand,
  dropOldModelsCommand,
  sweepCommand,
  holdSendingCommand,
  resumeSendingCommand,
];

/** The command line as one tree, to be run or to be described. */
export function createProgram(context: CommandContext): Command {
  const program = speakBoth(new Command('vinhdanh'), context.terminal)
    .description(
      both(
        'Vinh Danh: quy trình hồ sơ đề nghị khen thưởng, mọi bước là một sự kiện không sửa, không xóa.',
        'Vinh Danh: award dossiers as a workflow in which every step is a fact that is never changed.',
      ),
    )
    // Before a command, `--version` asks for ours; after one, `procedure diagram … --version` names that of a procedure.
    .enablePositionalOptions()
    .version(VERSION, '-V, --version', both('in phiên bản', 'print the version'))
    .helpCommand('help [command]', both('in phần giúp đỡ của một lệnh', 'print the help of a command'))
    .showSuggestionAfterError()
    .addHelpText('after', EXIT_CODES);
  for (const create of COMMANDS) program.addCommand(speakBoth(create(context), context.terminal));
  return program;
}

/** Runs one command line to its end and answers the exit code; never throws for what a user may do wrong. */
export async function runCommandLine(
  args: readonly string[],
  { terminal, env }: Omit<CommandContext, 'ended'>,
): Promise<ExitCode> {
  let outcome: ExitCode = EXIT.good;
  const program = createProgram({ terminal, env, ended: (code) => (outcome = code) });
  try {
    await program.parseAsync(args, { from: 'user' });
    return outcome;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return EXIT.good;
    if (error.code === 'commander.help') return EXIT.usage;
    const { vi, en } = usageSentence(error);
    terminal.err(vi);
    terminal.err(en);
    terminal.err('vinhdanh --help');
    return EXIT.usage;
  }
}

const VERSION = '0.1.0';

const EXIT_CODES = `
Mã thoát · Exit codes:
  0  tốt · all good
  1  bị từ chối, thất bại hoặc có lỗi; câu lý do ở stderr · refused, failed or found wrong; stderr says why
  2  gọi sai cách · wrong usage

Cấu hình bằng biến môi trường, xem README · Configuration by environment variables, see README.`;
