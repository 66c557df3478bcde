import { label, personal } from '#libs/domain/kernel';
import { z } from 'zod';

/** Áp dụng quy định có lợi hơn. A reason is demanded by rule (R2), not by shape: the refusal then names the rule and its source. */
export const applyFavourable = z.strictObject({
  /** Where the rule stands in the later version: `votes.ballot.threshold`. */
  rule: label(120),
  /** The later version. */
  version: label(40),
  reason: personal(z.string().trim().max(2_000).normalize('NFC'), 'dossier').default(''),
});
