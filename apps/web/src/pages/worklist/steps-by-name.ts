/** Steps of one name are one choice: procedures call them by codes of their own. */
export function stepsByName(all: readonly (readonly [step: string, name: string])[]): Map<string, string> {
  const codes = new Map<string, Set<string>>();
  for (const [step, name] of all) codes.set(name, (codes.get(name) ?? new Set()).add(step));
  return new Map([...codes].map(([name, own]) => [[...own].sort().join(','), name]));
}
