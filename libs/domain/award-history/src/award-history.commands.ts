import { freeText, id, label } from '#libs/domain/kernel';
import { z } from 'zod';
import { awardHistoryEvents, coveredYears, MAX_LINES, pastAwardLine } from './award-history.events.js';

const { PastAwardStruck, RecipientRecognised } = awardHistoryEvents;

/** Commands on the awards that a unit keeps lists of: `POST /award-histories/{unit}/import`. */
export const awardHistoryCommands = {
  /** Nhập danh sách khen thưởng đã có: all lines or none. */
  import: z.strictObject({
    source: label(),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional(),
    covers: coveredYears.optional(),
    recipients: z.array(pastAwardLine).min(1).max(MAX_LINES),
  }),
  /** Gạch một dòng. */
  strike: PastAwardStruck.schema,
  /** Xác nhận cùng một người hay không. */
  recognise: RecipientRecognised.schema.extend({ reason: freeText(), nomineeId: id() }),
} as const;

export type AwardHistoryCommandName = keyof typeof awardHistoryCommands;

export type AwardHistoryCommandOf<N extends AwardHistoryCommandName> = N extends AwardHistoryCommandName
  ? { readonly type: N; readonly data: z.infer<(typeof awardHistoryCommands)[N]> }
  : never;

export type AwardHistoryCommand = {
  [N in AwardHistoryCommandName]: AwardHistoryCommandOf<N>;
}[AwardHistoryCommandName];
