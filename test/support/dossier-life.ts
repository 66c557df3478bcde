import type { DossierState } from '#libs/domain/dossier';
import { moveBy, type Throw } from './dossier-chance.js';
import { Desk, type Move } from './dossier-desk.js';
import { departedBy } from './dossier-departures.js';
import { filled } from './dossier-paths.js';

export const awards = ['BK_TINH', 'CSTDCS', 'CSTD_BT', 'HYCK'] as const;

/** How an act is recorded late now and then: some hours after it took place. The desk refuses what the gate refuses. */
function lately(move: Move, { some, hours }: Throw): Move {
  if (some % 3 !== 0 || move.at === undefined) return move;
  const later = Date.parse(move.at) + (1 + ((hours * 7 + some) % 60)) * 3_600_000;
  return { ...move, recordedAt: new Date(later).toISOString(), reason: 'Ghi lại sau' };
}

/** An act that took place before what the desk has recorded already, but is recorded only now. */
function backDated(desk: Desk, move: Move, { which, some }: Throw): Move {
  if (some % 5 !== 0) return move;
  const earlier = Date.parse(desk.now) - (1 + (which % 50)) * 3_600_000;
  return { ...move, at: new Date(earlier).toISOString(), recordedAt: move.at ?? desk.now, reason: 'Ghi lùi' };
}

export interface LifeOptions {
  /** Acts are recorded late and out of order, as far as the gate lets them. */
  readonly late?: boolean;
  /** Sees the dossier before each act. */
  readonly before?: (desk: Desk, state: DossierState) => void;
}

/** The lives of a dossier and of those that left it, as chance has it. */
export function livesOf(
  procedure: (typeof awards)[number],
  chances: readonly Throw[],
  { late = false, before = () => {} }: LifeOptions = {},
): readonly Desk[] {
  const first = new Desk({ dossierId: 'D0' });
  for (const move of filled({ procedure })) first.take(move);
  const desks = [first];
  for (const [turn, chance] of chances.entries()) {
    const desk = desks[Math.floor(chance.which / 40) % desks.length] ?? first;
    const { state } = desk;
    if (!state) throw new Error('A dossier has begun.');
    before(desk, state);
    const childDossierId = `D${turn + 1}`;
    const usual = { ...moveBy(desk, state, chance), childDossierId };
    const isPersons = usual.by.roles[0] !== 'system';
    const decided = desk.take(late && isPersons ? backDated(desk, lately(usual, chance), chance) : usual);
    const departed = departedBy(decided, state, desk.now);
    if (departed) desks.push(departed.desk);
  }
  return desks;
}
