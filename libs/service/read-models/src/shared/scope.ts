/** Which dossiers somebody may see: all, those a unit has submitted, or those that lie before a body. */
export type Scope = { readonly all: true } | { readonly unitId: string } | { readonly bodyId: string };

/** The words and values of a `where`: conditions are ANDed, values become `$1`, `$2`… */
export class Conditions {
  readonly #conditions: string[] = [];
  readonly values: unknown[] = [];

  /** Gives a value its place: `conditions.value(now)` is `$3`. */
  value(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }

  add(condition: string): this {
    this.#conditions.push(`(${condition})`);
    return this;
  }

  /** Adds `column = value` unless the value was not asked for. */
  equals(column: string, value: unknown): this {
    return value === undefined ? this : this.add(`${column} = ${this.value(value)}`);
  }

  /**
   * Keeps out what the reader may not see. `alias` has the columns submitting_unit_id and body_id.
   * @throws TypeError on a scope that says nothing: in doubt nobody sees anything.
   */
  within(alias: string, scope: Scope): this {
    if ('all' in scope && scope.all) return this;
    if ('unitId' in scope && typeof scope.unitId === 'string')
      return this.equals(`${alias}.submitting_unit_id`, scope.unitId);
    if ('bodyId' in scope && typeof scope.bodyId === 'string') return this.equals(`${alias}.body_id`, scope.bodyId);
    throw new TypeError('A scope must say all, a unit or a body.');
  }

  toString(): string {
    return this.#conditions.length === 0 ? 'true' : this.#conditions.join(' and ');
  }
}
