/** Where a command writes: results on one stream, complaints and progress on the other. */
export interface Terminal {
  out(line: string): void;
  err(line: string): void;
}

/** The exit codes of this program, the same for every command. */
export const EXIT = {
  /** Done, all good. */
  good: 0,
  /** Refused, failed or found wrong; a sentence on the error stream says why. */
  failed: 1,
  /** Asked for in a way this program does not understand. */
  usage: 2,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

export const processTerminal: Terminal = {
  out: (line) => void process.stdout.write(`${line}\n`),
  err: (line) => void process.stderr.write(`${line}\n`),
};
