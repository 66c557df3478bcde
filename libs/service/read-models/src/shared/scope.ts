import type { ReadScope, ReadWay } from '#libs/service/access';

/** Which dossiers somebody may see: the policy's answer. */
export type Scope = ReadScope;

/** The words and values of a `where`: conditions are ANDed, values become `$1`, `$2`… */
export class Conditions {
  readonly #conditions: string[] = [];

  /** @param values of the statement in which these conditions are to stand, where others stand in it already. */
  constructor(readonly values: unknown[] = []) {}

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

  /** Adds that the column has one of the values, unless none was asked for. */
  among(column: string, values: readonly string[] | undefined): this {
    return values === undefined ? this : this.add(`${column} = any (${this.value(values)})`);
  }

  /** As `equals`; `unknown` asks for rows in which nobody has said it. */
  stated(column: string, value: string | undefined): this {
    return value === 'unknown' ? this.add(`${column} is null`) : this.equals(column, value);
  }

  /**
   * Keeps out what the reader may not see: the policy's ways, as `covers` reads them. `alias` has the columns of a dossier's
   * place (`placeColumns`).
   * @throws TypeError on a scope that says nothing: in doubt nobody sees anything.
   */
  within(alias: string, scope: Scope): this {
    if ('all' in scope && scope.all) return this;
    if (!('ways' in scope) || scope.ways.length === 0) throw new TypeError('A scope must say all, or a way.');
    return this.add(scope.ways.map((way) => this.#way(alias, way)).join(' or '));
  }

  #way(alias: string, { submittingUnitId, bodyId, laidBefore, councilOf, secretToo }: ReadWay): string {
    const parts = [
      ...(submittingUnitId === undefined ? [] : [`${alias}.submitting_unit_id = ${this.value(submittingUnitId)}`]),
      ...(bodyId === undefined ? [] : [`${alias}.body_id = ${this.value(bodyId)}`]),
      ...(laidBefore === undefined ? [] : [`${alias}.bodies ? ${this.value(laidBefore)}`]),
      ...(councilOf === undefined ? [] : [`${alias}.councils ? ${this.value(councilOf)}`]),
      ...(secretToo ? [] : [`${alias}.secrecy = 'none'`]),
    ];
    if (parts.length === 0) throw new TypeError('A way must lead from somewhere.');
    return `(${parts.join(' and ')})`;
  }

  toString(): string {
    return this.#conditions.length === 0 ? 'true' : this.#conditions.join(' and ');
  }
}
