import { freeText, label } from '#libs/domain/kernel';
import { z } from 'zod';
import { procedurePin } from './drafting.events.js';

/** A rule that is applied to a dossier in the version of a later procedure: where it stands, and in which version. */
export const favourableRule = z.strictObject({ rule: label(120), version: procedurePin });

/**
 * Áp dụng quy định có lợi hơn (R2): one rule of a later version, which marks it as more favourable, holds for the dossier from now on.
 * All other rules stay those of its receipt.
 */
export const favourableRuleApplied = favourableRule.extend({ reason: freeText() });
