import { freeText, id, label, localDate, personal } from '#libs/domain/kernel';
import { z } from 'zod';
import { capacities, signingMandate } from './signer-capacity.js';

/** Dự thảo quyết định; recipients are numbered in the order of this list. `POST /decisions`. */
export const draftDecision = z.strictObject({
  series: label(20).default('QĐ'),
  dossiers: z
    .array(z.strictObject({ dossierId: id(), nominees: z.array(id()).min(1) }))
    .min(1)
    .max(50),
});

export const decisionCommands = {
  /** Ban hành: takes the next number of the register of the date's year. */
  issue: z.strictObject({
    date: localDate(),
    /** The sign printed behind the number: QĐ-UBND. */
    sign: label(40),
    signer: z.strictObject({
      accountId: id(),
      name: personal(label(), 'signer'),
      capacity: z.enum(capacities).default('none'),
      /** Of who signs by authorisation (TUQ., R44). */
      mandate: signingMandate.optional(),
    }),
  }),
  /** Bỏ dự thảo, và số đã lấy nếu có. */
  'give-up': z.strictObject({ reason: freeText() }),
  /** Hủy khen thưởng của một người nhận. */
  'cancel-award': z.strictObject({ dossierId: id(), nomineeId: id(), ground: label(40), reason: freeText() }),
  /** Phục hồi danh hiệu đã hủy của một người nhận. */
  'restore-award': z.strictObject({ dossierId: id(), nomineeId: id(), reason: freeText() }),
} as const;

export type DecisionCommandName = 'draft' | keyof typeof decisionCommands;

const all = { draft: draftDecision, ...decisionCommands };

export type DecisionCommandOf<N extends DecisionCommandName> = N extends DecisionCommandName
  ? { readonly type: N; readonly data: z.infer<(typeof all)[N]> }
  : never;

export type DecisionCommand = { [N in DecisionCommandName]: DecisionCommandOf<N> }[DecisionCommandName];
