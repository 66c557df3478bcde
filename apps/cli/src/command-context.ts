import type { ExitCode, Terminal } from './terminal.js';

/** What a command needs from the program that carries it. */
export interface CommandContext {
  readonly terminal: Terminal;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Hands back how it ended; without a call it ended well. */
  readonly ended: (code: ExitCode) => void;
}
