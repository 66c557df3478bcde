import { type DestinationStream, type Logger, pino } from 'pino';

export type { Logger } from 'pino';

/** Paths that must never be written, should anybody log a request or an error whole. */
const NEVER = [
  'authorization',
  'headers.authorization',
  'req.headers',
  'body',
  'password',
  'token',
  'url',
  'connectionString',
];

/**
 * The log of one process: one JSON line an entry, with the role that wrote it. Ids, codes, counts and durations only;
 * a name, a reason or a title of somebody's dossier has no place here.
 */
export function createLogger(options: { role: string; level: string }, destination?: DestinationStream): Logger {
  const settings = {
    level: options.level,
    base: { role: options.role },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: NEVER, censor: '…' },
    serializers: { err: errorWithoutWords },
  };
  return destination ? pino(settings, destination) : pino(settings, pino.destination({ dest: 2, sync: false }));
}

/** Type, code and place of an error. Its message may quote what somebody sent, so it stays out. */
export function errorWithoutWords(error: unknown): { type: string; code?: string; at: readonly string[] } {
  if (!(error instanceof Error)) return { type: typeof error, at: [] };
  const { code } = error as { code?: unknown };
  const at = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    ...(typeof code === 'string' ? { code } : {}),
    at: at.slice(0, 12).map((line) => line.trim()),
  };
}
