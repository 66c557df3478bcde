/** A nominee who passed, as far as the order of places asks. */
export interface Contender {
  readonly id: string;
  readonly yes: number;
  /** A woman, or a collective with the share of women that the law prefers; see `isPreferred`. */
  readonly preferred: boolean;
}

/** Who gets a place, who does not, and what decided about the last one. */
export interface Placed {
  readonly chosen: readonly string[];
  readonly out: readonly string[];
  /** Those who were equal for the last places, if some of them got one and others did not. */
  readonly tied: readonly string[];
  /** `preferred`: by R21; `open`: still equal, which nobody but the chair can break. */
  readonly tieBreak?: 'preferred' | 'open';
}

/**
 * Takes from the highest number of yes down (R23); among equals a woman, or a collective with enough women, first (R21). Who is
 * still equal for the last place is not chosen by chance: none of them is placed, and the tie is said to be open.
 */
export function placed(contenders: readonly Contender[], places: number): Placed {
  const rank = ({ yes, preferred }: Contender): number => yes * 2 + (preferred ? 1 : 0);
  const ordered = contenders.toSorted((one, other) => rank(other) - rank(one));
  const last = ordered[places - 1];
  const next = ordered[places];
  const ids = (of: readonly Contender[]) => of.map(({ id }) => id);
  if (!next || !last) {
    const room = Math.max(0, places);
    return { chosen: ids(ordered.slice(0, room)), out: ids(ordered.slice(room)), tied: [] };
  }
  const tied = last.yes === next.yes ? ids(ordered.filter(({ yes }) => yes === last.yes)) : [];
  if (rank(last) !== rank(next)) {
    const cut = { chosen: ids(ordered.slice(0, places)), out: ids(ordered.slice(places)), tied };
    return tied.length > 0 ? { ...cut, tieBreak: 'preferred' } : cut;
  }
  const sure = ordered.filter((each) => rank(each) > rank(last));
  return { chosen: ids(sure), out: ids(ordered.slice(sure.length)), tied, tieBreak: 'open' };
}

/** Whether R21 prefers a nominee among equals: a woman, or a collective with at least a share of women, in integers. */
export function isPreferred(
  nominee: {
    readonly kind: string;
    readonly sex?: 'female' | 'male';
    readonly composition?: { readonly members: number; readonly women?: number | undefined };
  },
  share: { readonly numerator: number; readonly denominator: number },
): boolean {
  if (nominee.kind === 'individual') return nominee.sex === 'female';
  const { members = 0, women } = nominee.composition ?? {};
  return women !== undefined && women * share.denominator >= members * share.numerator;
}
