import {
  type Bilingual,
  type Confidence,
  type Decision,
  type LocalDate,
  label,
  localDate,
  ok,
  refuse,
} from '#libs/domain/kernel';
import { z } from 'zod';
import document from './signer-capacities.json' with { type: 'json' };

/** Thẩm quyền ký: in what capacity somebody signs. Which there are, and which needs a mandate, is data. */
export const capacities = Object.keys(document.capacities) as [SignerCapacity, ...SignerCapacity[]];
export type SignerCapacity = keyof typeof document.capacities;

export const capacityNames: Readonly<Record<SignerCapacity, Bilingual & { readonly needsMandate: boolean }>> =
  document.capacities;
export const capacitySource: { readonly source: string; readonly confidence: Confidence } = {
  source: document.source,
  confidence: document.confidence as Confidence,
};

/** Văn bản ủy quyền: a written mandate to sign, for a time and for some awards; both days included. */
export const signingMandate = z.strictObject({
  number: label(80),
  date: localDate(),
  from: localDate(),
  to: localDate(),
  /** Awards by code. */
  scope: z.array(label(40)).min(1).max(50),
  /** Whether it was passed on by somebody who had it himself. */
  redelegated: z.boolean(),
});

export type SigningMandate = z.infer<typeof signingMandate>;

/**
 * Whether somebody may sign in a capacity on a day (R44): one by authorisation needs a written mandate that runs
 * (`SIGNER_NEEDS_MANDATE`, `SIGNER_MANDATE_NOT_RUNNING`), is for this award (`SIGNER_MANDATE_OUT_OF_SCOPE`) and was not passed on
 * (`SIGNER_MANDATE_PASSED_ON`). In no capacity does a paper count that was signed later than what it allows
 * (`SIGNER_MANDATE_DATED_LATER`).
 */
export function checkCapacity(
  { capacity, mandate }: { readonly capacity: SignerCapacity; readonly mandate?: SigningMandate | undefined },
  { award, date }: { readonly award: string; readonly date: LocalDate },
): Decision<void> {
  const rule = { rule: 'R44', source: capacitySource.source } as const;
  if (mandate && mandate.date > date) {
    return refuse('SIGNER_MANDATE_DATED_LATER', { ...rule, params: { date, dated: mandate.date } });
  }
  if (!capacityNames[capacity].needsMandate) return ok(undefined);
  if (!mandate) return refuse('SIGNER_NEEDS_MANDATE', { ...rule, params: { capacity } });
  const { from, to, scope, redelegated } = mandate;
  if (redelegated) return refuse('SIGNER_MANDATE_PASSED_ON', rule);
  if (date < from || date > to) return refuse('SIGNER_MANDATE_NOT_RUNNING', { ...rule, params: { date, from, to } });
  return scope.includes(award) ? ok(undefined) : refuse('SIGNER_MANDATE_OUT_OF_SCOPE', { ...rule, params: { award } });
}
