import { type Decision, ok, refuse } from '#libs/domain/kernel';
import type { DossierPaperFacts } from '../facts/dossier-paper-facts.js';
import type { Paper } from '../paper.js';
import type { DossierPaperKind } from '../paper-kinds.js';
import type { ComposeContext } from './context.js';
import { composeMinutes } from './minutes.js';
import { composeReceipt } from './receipt.js';
import { composeForwarding, composeSubmission } from './submission.js';
import { composeSummary } from './summary.js';
import { composeSupplementRequest } from './supplement-request.js';

/**
 * Whether there is something that a paper would state. Refuses `DOSSIER_IS_SECRET` (R9), `PAPER_NEEDS_RECEIPT`,
 * `PAPER_NEEDS_SUPPLEMENT_REQUEST`, `PAPER_NEEDS_COUNCIL_RESULT` and `PAPER_NEEDS_FORWARDING`.
 */
export function checkDossierPaper(kind: DossierPaperKind, facts: DossierPaperFacts): Decision<void> {
  if (facts.dossier.secrecy !== 'none') return refuse('DOSSIER_IS_SECRET', { rule: 'R9' });
  if (kind === 'receipt' && !facts.receipt) return refuse('PAPER_NEEDS_RECEIPT');
  if (kind === 'supplement-request' && !facts.supplement) return refuse('PAPER_NEEDS_SUPPLEMENT_REQUEST');
  if (kind === 'minutes' && !facts.council) return refuse('PAPER_NEEDS_COUNCIL_RESULT');
  if (kind === 'forwarding' && !facts.forwarding) return refuse('PAPER_NEEDS_FORWARDING');
  return ok(undefined);
}

/** The paper, or why there is none yet: as `checkDossierPaper`. `receiptCode`: for who may hand the receipt out. */
export function composeDossierPaper(
  kind: DossierPaperKind,
  facts: DossierPaperFacts,
  receiptCode: string | undefined,
  context: ComposeContext,
): Decision<Paper> {
  const possible = checkDossierPaper(kind, facts);
  if (!possible.ok) return possible;
  const { receipt, supplement, council, forwarding } = facts;
  if (kind === 'submission') return ok(composeSubmission(facts, context));
  if (kind === 'receipt' && receipt) return ok(composeReceipt(facts, receipt, receiptCode, context));
  if (kind === 'supplement-request' && supplement) return ok(composeSupplementRequest(facts, supplement, context));
  if (kind === 'minutes' && council) return ok(composeMinutes(facts, council, context));
  if (kind === 'forwarding' && forwarding) return ok(composeForwarding(facts, forwarding, context));
  return ok(composeSummary(facts, context));
}
