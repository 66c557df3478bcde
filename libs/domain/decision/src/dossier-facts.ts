import type { DossierState } from '#libs/domain/dossier';
import type { Act, NomineeKind, Procedure } from '#libs/domain/procedure';

/** A nominee to whom the authority said yes, and the draft in which it stands already. */
export interface ApprovedNominee {
  readonly id: string;
  readonly kind: NomineeKind;
  /** Hạng that he gets, where the award has several. */
  readonly grade?: string;
  readonly decisionId?: string;
}

/** What a decision has to know of a dossier: a cut of its state and the procedure to which it is pinned. */
export interface DossierFacts {
  readonly id: string;
  readonly bodyId: string;
  /** Absent before the receipt: such a dossier cannot be decided. */
  readonly procedure?: Procedure;
  readonly step: string;
  readonly suspended: boolean;
  readonly approved: readonly ApprovedNominee[];
  /** Who did which act, for four eyes (R42): account ids. */
  readonly actors: Readonly<Partial<Record<Act, readonly string[]>>>;
}

/** The cut of a dossier that a decision needs. `procedure` is the one of the dossier's pin. */
export function dossierFacts(state: DossierState, procedure: Procedure | undefined): DossierFacts {
  return {
    id: state.id,
    bodyId: state.bodyId,
    ...(procedure ? { procedure } : {}),
    step: state.step,
    suspended: state.suspended,
    approved: [...state.nominees.values()]
      .filter(({ approval }) => approval?.approved === true)
      .map(({ id, kind, grade, decisionId }) => ({
        id,
        kind,
        ...(grade === undefined ? {} : { grade }),
        ...(decisionId ? { decisionId } : {}),
      })),
    actors: state.actors,
  };
}
