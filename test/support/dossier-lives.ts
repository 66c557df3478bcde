import { moveBy, type Throw } from './dossier-chance.js';
import { Desk } from './dossier-desk.js';
import { departedBy } from './dossier-departures.js';
import { filled } from './dossier-paths.js';

/** A life of a dossier and of those that leave it, as chance has it: the desks at which they lie. Ids begin with `prefix`. */
export function liveDossier(
  procedure: 'BK_TINH' | 'CSTDCS' | 'CSTD_BT',
  chances: readonly Throw[],
  prefix: string,
): readonly Desk[] {
  const first = new Desk({ dossierId: `${prefix}-0` });
  for (const move of filled({ procedure })) first.take(move);
  const desks = [first];
  for (const [turn, chance] of chances.entries()) {
    const desk = desks[Math.floor(chance.which / 40) % desks.length] ?? first;
    const before = desk.state;
    if (!before) throw new Error('A dossier has begun.');
    const childDossierId = `${prefix}-${turn + 1}`;
    const decided = desk.take({ ...moveBy(desk, before, chance), childDossierId });
    const departed = departedBy(decided, before, desk.now);
    if (departed) desks.push(departed.desk);
  }
  return desks;
}
