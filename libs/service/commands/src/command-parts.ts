import { createHash } from 'node:crypto';
import type { Fact, Instant } from '#libs/domain/kernel';
import { type JsonObject, LARGEST_APPEND_BYTES, type NewEvent } from '#libs/engine/event-store';
import { derivedId } from './ids.js';

/**
 * What the metadata of an event says of the part it came in. `decidedAt` and `digest` let the same command, sent again, be
 * decided as it was the first time, and notice when it is not.
 */
export interface PartMark {
  /** From 1. */
  readonly part: number;
  readonly of: number;
  /** What the clock said when the whole was decided. */
  readonly decidedAt: Instant;
  /** Of all facts, before they were split. */
  readonly digest: string;
}

/** What the mark adds to the text of an event, with room to spare. */
const MARK_BYTES = 200;

/** Under which command id a part stands: the first under the command's own, so that the store knows the key from then on. */
export const partCommandId = (commandId: string, part: number): string =>
  part === 1 ? commandId : derivedId('part', commandId, String(part));

export const digestOf = (facts: readonly Fact[]): string =>
  createHash('sha256').update(JSON.stringify(facts)).digest('hex');

/** The mark of a recorded or new event, if it is part of a command in several parts. */
export function partMarkOf(event: { readonly metadata: JsonObject } | undefined): PartMark | undefined {
  const mark = event?.metadata['part'] as PartMark | undefined;
  return typeof mark?.part === 'number' ? mark : undefined;
}

/** Half an append at most even if each letter took three bytes, with room for metadata: nearly all commands, seen at no cost. */
const SURELY_FITS_LETTERS = 150_000;

export const surelyFits = (facts: readonly Fact[]): boolean => JSON.stringify(facts).length <= SURELY_FITS_LETTERS;

export const fitsInOne = (weights: readonly number[]): boolean => sum(weights) <= LARGEST_APPEND_BYTES;

/** The events in order, packed into as few parts as go, each of which one append takes; `undefined` when one event is too large. */
export function packed(
  events: readonly NewEvent[],
  weights: readonly number[],
  decided: Pick<PartMark, 'decidedAt' | 'digest'>,
): readonly (readonly NewEvent[])[] | undefined {
  const parts: NewEvent[][] = [];
  let weight = Infinity;
  for (const [index, event] of events.entries()) {
    const bytes = (weights[index] ?? 0) + MARK_BYTES;
    if (bytes > LARGEST_APPEND_BYTES) return undefined;
    if (weight + bytes > LARGEST_APPEND_BYTES) {
      parts.push([]);
      weight = 0;
    }
    parts.at(-1)?.push(event);
    weight += bytes;
  }
  return parts.map((part, index) => {
    const mark: PartMark = { part: index + 1, of: parts.length, ...decided };
    return part.map((event) => ({ ...event, metadata: { ...event.metadata, part: { ...mark } } }));
  });
}

const sum = (weights: readonly number[]): number => weights.reduce((total, each) => total + each, 0);
