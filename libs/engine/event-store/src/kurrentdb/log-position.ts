import { START as FIRST } from '@kurrent/kurrentdb-client';
import { START, type Position } from '../event-store.port.js';

/** A place in the server's log. Its numbers are byte offsets: they grow, with gaps. */
export interface ServerPosition {
  readonly commit: bigint;
  readonly prepare: bigint;
}

/** `commit/prepare`: opaque to everybody else. */
export const positionAt = ({ commit, prepare }: ServerPosition): Position => `${commit}/${prepare}`;

const POSITION = /^(\d{1,19})\/(\d{1,19})$/;

/** The place meant by a position of this log, as the client takes it. */
export function serverPositionOf(position: Position): ServerPosition | typeof FIRST {
  if (position === START) return FIRST;
  const [, commit, prepare] = POSITION.exec(position) ?? [];
  if (commit === undefined || prepare === undefined) throw new RangeError(`Not a position of this log: ${position}`);
  return { commit: BigInt(commit), prepare: BigInt(prepare) };
}

/** By commit, then by prepare: the server's own order. */
export function comparePositions(a: Position, b: Position): number {
  const [left, right] = [serverPositionOf(a), serverPositionOf(b)];
  if (left === FIRST || right === FIRST) return Number(right === FIRST) - Number(left === FIRST);
  return signOf(left.commit - right.commit) || signOf(left.prepare - right.prepare);
}

const signOf = (difference: bigint): number => Number(difference > 0n) - Number(difference < 0n);
