import { START, type Position } from './event-store.port.js';

/** Positions of stores that number their events 1, 2, 3… without a gap; 0 stands for the start. */
export const positionOf = (ordinal: number): Position => (ordinal === 0 ? START : String(ordinal));

export function ordinalOf(position: Position): number {
  if (position === START) return 0;
  const ordinal = Number(position);
  if (!Number.isSafeInteger(ordinal) || ordinal < 1) throw new RangeError(`Not a position of this log: ${position}`);
  return ordinal;
}
