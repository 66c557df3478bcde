export type DatabaseProblemCode =
  | 'DATABASE_URL_INVALID'
  | 'DATABASE_UNREACHABLE'
  | 'DATABASE_PASSWORD_WRONG'
  | 'DATABASE_MISSING'
  | 'DATABASE_FULL'
  | 'DATABASE_SERVER_TOO_OLD'
  | 'DATABASE_ROLE_MISSING'
  | 'DATABASE_RIGHT_MISSING'
  | 'MIGRATION_CHANGED'
  | 'MIGRATION_UNKNOWN'
  | 'MIGRATION_FAILED'
  | 'MIGRATION_WAITED';

/** Why the database cannot be used, in one sentence an operator can act on. Never holds a password. */
export class DatabaseProblem extends Error {
  override readonly name = 'DatabaseProblem';

  constructor(
    readonly code: DatabaseProblemCode,
    sentence: string,
    options?: { readonly cause?: unknown },
  ) {
    super(sentence, options);
  }
}

/** The SQLSTATE of a server's error or the code of a network error, if it has one. */
export function errorCodeOf(error: unknown): string | undefined {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

export const messageOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);

/** What went wrong while connecting, as a sentence; anything else is handed back as it was. */
export function explainConnectionError(error: unknown, url: string): unknown {
  if (error instanceof DatabaseProblem) return error;
  const place = addressOf(url);
  const problem = (code: DatabaseProblemCode, sentence: string): DatabaseProblem =>
    new DatabaseProblem(code, sentence, { cause: error });
  const code = errorCodeOf(error);
  const message = messageOf(error);
  switch (code) {
    case '28P01':
    case '28000':
      return problem(
        'DATABASE_PASSWORD_WRONG',
        `The database server at ${place} refused the login or its password (${message}).`,
      );
    case '3D000':
      return problem('DATABASE_MISSING', `There is no database at ${place}; create it first.`);
    case '53300':
      return problem('DATABASE_UNREACHABLE', `The database server at ${place} has no connection left (${message}).`);
    case '57P03':
      return problem('DATABASE_UNREACHABLE', `The database server at ${place} is not ready yet (${message}).`);
    case '22023':
      if (!/role/.test(message)) return error;
      return problem(
        'DATABASE_ROLE_MISSING',
        `The database at ${place} lacks our roles (${message}); run the migrations first.`,
      );
    case '42501':
      return problem('DATABASE_RIGHT_MISSING', `The login may not take its role at ${place} (${message}).`);
    default:
      return isUnreachable(error)
        ? problem('DATABASE_UNREACHABLE', `No database server answers at ${place} (${message || code}).`)
        : error;
  }
}

const NETWORK = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EPIPE',
]);

/** True when the connection, not the statement, is at fault: the outcome of what was sent is then unknown. */
export function isUnreachable(error: unknown): boolean {
  const code = errorCodeOf(error);
  if (code !== undefined) return NETWORK.has(code) || code.startsWith('08') || code.startsWith('57P0');
  // pg's own errors about a connection carry no code.
  return /^(Connection terminated|timeout expired|timeout exceeded|Query read timeout|Client (has encountered|was closed|is not queryable))/.test(
    messageOf(error),
  );
}

/** Where a URL points to, without login and password: for messages. */
export function addressOf(databaseUrl: string): string {
  try {
    const { host, pathname } = new URL(databaseUrl);
    return `${host}${pathname}`;
  } catch {
    return 'the given address';
  }
}
