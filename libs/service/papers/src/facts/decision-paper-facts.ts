import type { DecisionState } from '#libs/domain/decision';
import type { DossierPaperFacts } from './dossier-paper-facts.js';

/** All that the paper of a decision is made of: the decision, and what its dossiers say. */
export interface DecisionPaperFacts {
  readonly decision: DecisionState;
  /** In the order in which the decision names them. */
  readonly dossiers: readonly DossierPaperFacts[];
}
