import { errorCodeOf } from '#libs/platform/postgres';

/** A handler threw. Handlers touch nothing but rows in memory, so the cause lies in the event or in the handler. */
export class HandlerFailed extends Error {
  override readonly name = 'HandlerFailed';

  constructor(override readonly cause: unknown) {
    super('A handler of a projection failed.');
  }
}

/** What is kept of an error: nothing that could hold a piece of the event, which may be personal data. */
export interface Symptom {
  /** SQLSTATE or the name of the exception. */
  readonly code: string;
  /** Where it came from: a place in the program, or the table, column or constraint. */
  readonly origin: string;
}

/** Cardinality, data exception, integrity constraint, program limit: the statement's content is at fault. */
const FAULT_OF_CONTENT = new Set(['21', '22', '23', '54']);

/**
 * What is wrong with the events, when trying the batch again cannot help; `undefined` when it can: a lost connection, a
 * deadlock, a full disk, a missing table say nothing about the event.
 */
export function symptomOf(error: unknown): Symptom | undefined {
  if (error instanceof HandlerFailed) return { code: exceptionName(error.cause), origin: placeInProgram(error.cause) };
  const code = errorCodeOf(error);
  if (code?.length !== 5 || !FAULT_OF_CONTENT.has(code.slice(0, 2))) return undefined;
  const { schema, table, column, constraint } = error as Record<string, unknown>;
  const origin = [schema, table, column, constraint].filter((part) => typeof part === 'string').join('.');
  return { code, origin: origin || 'statement' };
}

const exceptionName = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'name' in error ? String(error.name) : 'UnknownError';

/** The first line of the stack that lies in our own files. The message is left out: it may quote the event. */
function placeInProgram(error: unknown): string {
  const stack = typeof error === 'object' && error !== null && 'stack' in error ? String(error.stack) : '';
  const place = /\/(?:libs|apps|test)\/((?:[\w.-]+\/)*[\w.-]+\.[jt]s:\d+):\d+\)?$/m.exec(stack);
  return place?.[1] ?? 'handler';
}
