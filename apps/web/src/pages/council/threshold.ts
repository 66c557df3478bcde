import type { Threshold } from '#libs/domain/council';
import type { ProcedureDocument } from '#libs/domain/procedure';

/** The bar of the vote at which a dossier lies, and where it stands written. */
export interface Bar {
  readonly threshold: Threshold | undefined;
  readonly quorum: { readonly numerator: number; readonly denominator: number } | undefined;
  readonly method: 'minutes' | 'ballot';
  readonly rule: string | undefined;
  readonly source: string | undefined;
  readonly confidence: string | undefined;
}

interface Written {
  readonly method?: string;
  readonly threshold?: unknown;
  readonly quorum?: unknown;
}

const known = (
  value: unknown,
): value is Threshold & { readonly rule?: string; readonly source?: string; readonly confidence?: string } =>
  typeof value === 'object' && value !== null && typeof (value as { numerator?: unknown }).numerator === 'number';

/** What the procedure says of the vote at one of the places; figures that nobody has read are left out. */
export function barOf(procedure: ProcedureDocument, places: readonly string[]): Bar {
  const step = places.map((place) => procedure.steps[place]).find((each) => each?.kind === 'vote') as
    | { readonly vote?: string }
    | undefined;
  const votes = procedure.votes as unknown as Readonly<Record<string, Written>>;
  const vote: Written | undefined = step?.vote === undefined ? Object.values(votes)[0] : votes[step.vote];
  const { threshold, quorum } = vote ?? {};
  return {
    threshold: known(threshold) ? threshold : undefined,
    quorum: known(quorum) ? quorum : undefined,
    method: vote?.method === 'ballot' ? 'ballot' : 'minutes',
    rule: known(threshold) ? threshold.rule : undefined,
    source: (threshold as { readonly source?: string } | undefined)?.source,
    confidence: (threshold as { readonly confidence?: string } | undefined)?.confidence,
  };
}
