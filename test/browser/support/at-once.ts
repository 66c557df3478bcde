/** Begins the work on some things at once, so many at a time and in their order; each is awaited by itself. */
export function atOnce<Thing, Result>(
  most: number,
  things: readonly Thing[],
  work: (thing: Thing) => Promise<Result>,
): (thing: Thing) => Promise<Result> {
  const begun = new Map<Thing, Promise<Result>>();
  const places: Promise<unknown>[] = Array.from({ length: most }, () => Promise.resolve());
  for (const [at, thing] of things.entries()) {
    const result = (places[at % most] ?? Promise.resolve()).then(() => work(thing));
    begun.set(thing, result);
    // One that fails is told to whoever awaits it, and does not keep the next from its turn.
    places[at % most] = result.catch(() => undefined);
  }
  return (thing) => {
    const result = begun.get(thing);
    if (!result) throw new Error(`Nothing was begun for ${String(thing)}.`);
    return result;
  };
}
