/**
 * Words that earlier programs took and never acted on. A version that was published with them is read as it was always applied: its dossiers
 * finish where they began, a later rule came by an act of its own, and no step was left out. Whoever writes a file today is told that
 * there are no such words. At which receipt dossiers are bound says the publication: to programs before it was said, `deciding_level` was
 * a word like these.
 */
export function withoutRetiredWords(document: unknown): unknown {
  if (!isObject(document)) return document;
  const { transition, steps } = document;
  return {
    ...document,
    ...(isObject(transition) ? { transition: { ...transition, ...AS_APPLIED, ...pinAtOf(transition) } } : {}),
    ...(isObject(steps)
      ? { steps: Object.fromEntries(Object.entries(steps).map(([name, step]) => [name, withoutSkippable(step)])) }
      : {}),
  };
}

const AS_APPLIED = { receivedBefore: 'finishes_here', moreFavourable: 'by_explicit_event' };

const pinAtOf = ({ pinAt }: Readonly<Record<string, unknown>>) => ({
  pinAt: pinAt === 'deciding_level' ? pinAt : 'first_receipt',
});

function withoutSkippable(step: unknown): unknown {
  if (!isObject(step)) return step;
  const { skippable: _skippable, ...others } = step;
  return others;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
