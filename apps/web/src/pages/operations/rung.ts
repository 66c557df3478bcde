/** A rung of a ladder as its usual name says it; `undefined` for a name of somebody's own. */
export interface Rung {
  readonly when: 'before' | 'on' | 'after';
  readonly days: number;
  readonly again: boolean;
}

/** `T-2`, `T-0 again`, `+5`: so many working days before, on, or after the due day. */
export function rungOf(name: string): Rung | undefined {
  const [, sign, days = '', again] = /^(T-|\+)(\d+)( again)?$/.exec(name) ?? [];
  if (sign === undefined) return undefined;
  const count = Number(days);
  return { when: count === 0 ? 'on' : sign === '+' ? 'after' : 'before', days: count, again: again !== undefined };
}
