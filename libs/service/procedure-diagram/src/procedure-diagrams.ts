import type { Language } from '#libs/domain/kernel';
import type { Procedure } from '#libs/domain/procedure';
import { procedureDiagram } from './procedure-diagram.js';

/** So many pictures are kept: the whole catalogue in both languages, and some versions that were taken back. */
const KEPT = 256;

/**
 * Pictures of procedures for whoever asks: each drawn once, since of a version only the days change on which it is in force,
 * and one after the other, so that many who ask at once take one thread and not many.
 */
export class ProcedureDiagrams {
  readonly #drawn = new Map<string, Promise<string>>();
  #last: Promise<unknown> = Promise.resolve();

  /** @throws Error when the layout fails; the next who asks tries again. */
  of(procedure: Procedure, language: Language): Promise<string> {
    const { hash, effective } = procedure;
    const key = `${hash} ${effective.from} ${effective.until} ${language}`;
    const known = this.#drawn.get(key);
    if (known) return known;
    const drawing = this.#last.then(() => procedureDiagram(procedure, language));
    this.#last = drawing.catch(() => this.#drawn.delete(key));
    this.#drawn.set(key, drawing);
    const [oldest] = this.#drawn.keys();
    if (this.#drawn.size > KEPT && oldest !== undefined) this.#drawn.delete(oldest);
    return drawing;
  }
}
