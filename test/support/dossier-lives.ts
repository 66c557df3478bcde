import * as acts from './dossier-acts.js';
import { moveBy, type Throw } from './dossier-chance.js';
import { Desk } from './dossier-desk.js';
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
    const left = decided.ok ? decided.value.find(({ type }) => type === 'NomineesDetached') : undefined;
    if (left?.type !== 'NomineesDetached') continue;
    const child = new Desk({ dossierId: childDossierId });
    child.now = desk.now;
    const { nominees } = left.data;
    child.take(acts.openDetached({ parentDossierId: before.id, nominees, parent: before, at: desk.now }));
    desks.push(child);
  }
  return desks;
}
