/**
 * Words that earlier programs took and never acted on. A version that was published with them is read as it was always applied: its dossiers
 * were bound at the first receipt and finish where they began, a later rule came by an act of its own, and no step was left out. Whoever
 * writes a file today is told that there are no such words.
 */
export function withoutRetiredWords(document: unknown): unknown {
  if (!isObject(document)) return document;
  const { transition, steps } = document;
  return {
    ...document,
    ...(isObject(transition) ? { transition: { ...transition, ...AS_APPLIED } } : {}),
    ...(isObject(steps)
      ? { steps: Object.fromEntries(Object.entries(steps).map(([name, step]) => [name, withoutSkippable(step)])) }
      : {}),
  };
}

const AS_APPLIED = { pinAt: 'first_receipt', receivedBefore: 'finishes_here', moreFavourable: 'by_explicit_event' };

function withoutSkippable(step: unknown): unknown {
  if (!isObject(step)) return step;
  const { skippable: _skippable, ...others } = step;
  return others;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
