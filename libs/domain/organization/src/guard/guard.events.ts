import { type Fact, type Recorded, label, personal } from '#libs/domain/kernel';
import { z } from 'zod';

/**
 * Báo trước thay đổi tổ chức: what is about to be recorded of one unit or cluster and rests on others. Whoever comes next
 * completes it before he decides, so that nobody decides on an organization in which something is still on its way.
 */
const organizationChangeAnnounced = z.strictObject({
  /** The stream to which the facts go. */
  stream: label(),
  /** The revision on which they were decided; -1 where there is no such stream yet. */
  expected: z.int().min(-1),
  /** Who sent the command, and which: under this key the facts are recorded once, by whomever. */
  account: label(),
  commandId: label(),
  fingerprint: label(),
  /** The facts as JSON, as they are to be recorded. A reason among them may name people. */
  facts: personal(z.string().min(2), 'cluster'),
});

/** The facts of the stream `organization-guard`, in the order in which changes of the organization are decided. */
export const guardEvents = {
  OrganizationChangeAnnounced: { schemaVersion: 1, schema: organizationChangeAnnounced },
} as const;

export type GuardEventType = keyof typeof guardEvents;
export type GuardFact = Fact<'OrganizationChangeAnnounced', z.infer<typeof organizationChangeAnnounced>>;
export type RecordedGuardFact = Recorded<GuardFact>;
