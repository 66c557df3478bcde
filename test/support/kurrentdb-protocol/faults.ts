/** How the server is to misbehave, the next `times` times that it is asked. */
export type Fault =
  /** Does what was asked, and the connection breaks before the answer (`README.md`, 14). */
  | { readonly kind: 'answerLost' }
  /** Refuses, and nothing was done (15). */
  | { readonly kind: 'unavailable' }
  /** Does it, and never answers (16). */
  | { readonly kind: 'silent' }
  /** Does it this many milliseconds later (16). */
  | { readonly kind: 'slow'; readonly milliseconds: number }
  /** Does it, and says that its own time ran out (17). */
  | { readonly kind: 'deadlineExceeded' }
  /** Names another node (18). */
  | { readonly kind: 'notLeader'; readonly host: string; readonly port: number }
  /** A subscription hears each record twice (19). */
  | { readonly kind: 'twice' };

export type Occasion = 'append' | 'read' | 'subscribe';

export class Faults {
  readonly #planned = new Map<Occasion, Fault[]>();

  plan(occasion: Occasion, fault: Fault, times = 1): void {
    const planned = this.#planned.get(occasion) ?? [];
    planned.push(...Array.from({ length: times }, () => fault));
    this.#planned.set(occasion, planned);
  }

  /** The fault for this occasion, if one is due. */
  next(occasion: Occasion): Fault | undefined {
    return this.#planned.get(occasion)?.shift();
  }
}
