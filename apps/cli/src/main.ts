import { runCommandLine } from './program.js';
import { EXIT, processTerminal } from './terminal.js';

// Who reads only the beginning, as `head` does, has read enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : EXIT.failed));

try {
  process.exitCode = await runCommandLine(process.argv.slice(2), { terminal: processTerminal, env: process.env });
} catch (error) {
  // A bug, or an environment gone bad under a running command: the stack is for whoever mends it.
  processTerminal.err('Lỗi ngoài dự kiến, xin gửi cho người phát triển các dòng sau.');
  processTerminal.err('An unexpected error; please send the following lines to the developers.');
  processTerminal.err(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exitCode = EXIT.failed;
}
