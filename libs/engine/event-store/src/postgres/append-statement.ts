import { toInstant, type Instant, type Result, fail, ok } from '#libs/domain/kernel';
import { int4Array, textArray, timestamptzArray, uuidArray, type QueryConfig } from '#libs/platform/postgres';
import { positionOf } from '../dense-position.js';
import type { AppendFailure, Appended, ExpectedRevision } from '../event-store.port.js';
import type { PreparedAppend, PreparedEvent } from '../prepared-append.js';

/** What one append of a batch is answered. */
export type AppendOutcome = Result<Appended, AppendFailure>;

/** The row that `es.append` returns; see the migration for its letters. */
export interface AppendRow {
  readonly base: number;
  readonly recorded: Instant;
  readonly verdicts: string;
  readonly revisions: string;
  readonly earlier: readonly EarlierAnswer[] | null;
}

interface EarlierAnswer {
  readonly first: number;
  readonly last: number;
  readonly position: number;
  readonly recordedAt: string;
}

const TEXT = `select base, recorded, verdicts, revisions, earlier
  from es.append($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`;

/** The one statement that writes to the log; named, so that each session parses and plans it once. */
export function appendStatement(batch: readonly PreparedAppend[]): QueryConfig {
  const events: PreparedEvent[] = [];
  const appendOf: number[] = [];
  const nthOf: number[] = [];
  batch.forEach((append, index) => {
    append.events.forEach((event, nth) => {
      events.push(event);
      appendOf.push(index + 1);
      nthOf.push(nth + 1);
    });
  });
  return {
    name: 'es.append',
    text: TEXT,
    values: [
      textArray(batch.map((append) => Buffer.from(append.command.account))),
      textArray(batch.map((append) => Buffer.from(append.command.commandId))),
      textArray(batch.map((append) => Buffer.from(append.command.fingerprint))),
      textArray(batch.map((append) => Buffer.from(append.stream))),
      int4Array(batch.map((append) => expectedCode(append.expected))),
      int4Array(batch.map((append) => append.events.length)),
      int4Array(appendOf),
      int4Array(nthOf),
      uuidArray(events.map((event) => event.id)),
      textArray(events.map((event) => Buffer.from(event.type))),
      int4Array(events.map((event) => event.schemaVersion)),
      timestamptzArray(events.map((event) => event.effectiveAt)),
      textArray(events.map((event) => event.data)),
      textArray(events.map((event) => event.metadata)),
    ],
  };
}

function expectedCode(expected: ExpectedRevision): number {
  switch (expected) {
    case 'noStream':
      return -1;
    case 'any':
      return -2;
    case 'exists':
      return -3;
    default:
      return expected;
  }
}

/** The outcome of each append of the batch, and where the log ended after it. */
export function outcomesOf(
  batch: readonly PreparedAppend[],
  row: AppendRow,
): { readonly outcomes: readonly AppendOutcome[]; readonly head: number; readonly written: number } {
  const revisions = row.revisions.split(',');
  const earlier = row.earlier?.values();
  let head = row.base;
  const outcomes = batch.map((append, index): AppendOutcome => {
    const revision = Number(revisions[index]);
    const { stream, expected, events } = append;
    switch (row.verdicts[index]) {
      case 'a':
        head += events.length;
        return ok({
          stream,
          firstRevision: revision + 1,
          lastRevision: revision + events.length,
          position: positionOf(head),
          recordedAt: row.recorded,
          repeated: false,
        });
      case 'r':
        return ok(earlierAnswer(stream, earlier?.next().value));
      case 'k':
        return fail({ code: 'COMMAND_ID_REUSED' });
      case 'c':
        return fail({ code: 'REVISION_CONFLICT', expected, actual: revision < 0 ? 'noStream' : revision });
      default:
        throw new Error(`es.append answered "${row.verdicts}" to ${batch.length} appends.`);
    }
  });
  return { outcomes, head, written: head - row.base };
}

function earlierAnswer(stream: string, earlier: EarlierAnswer | undefined): Appended {
  const recordedAt = earlier && toInstant(earlier.recordedAt);
  if (!earlier || !recordedAt) throw new Error(`es.append did not hand out the first answer for ${stream}.`);
  return {
    stream,
    firstRevision: earlier.first,
    lastRevision: earlier.last,
    position: positionOf(earlier.position),
    recordedAt,
    repeated: true,
  };
}
