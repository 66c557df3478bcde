import { z } from 'zod';
import document from './audiences.json' with { type: 'json' };

/** Cần làm, Để biết, Hệ thống. */
export const notificationGroups = ['todo', 'info', 'system'] as const;
export type NotificationGroup = (typeof notificationGroups)[number];

/** In which group messages that are no facts are told: deadlines are something to do, letters that came back concern the system. */
export const messageKindsOf: Readonly<Record<NotificationGroup, readonly ('reminder' | 'alarm')[]>> = {
  todo: ['reminder'],
  info: [],
  system: ['alarm'],
};

/** What a message is about. */
export const notificationCategories = [
  'dossier',
  'supplement',
  'appraisal',
  'decision',
  'correction',
  'handover',
  'position',
  'calendar',
  'procedure',
  'opinion',
  'notice',
] as const;
export type NotificationCategory = (typeof notificationCategories)[number];

const message = {
  group: z.enum(notificationGroups),
  category: z.enum(notificationCategories),
  /** Told only when a field of the event has this value. */
  when: z.strictObject({ field: z.string(), is: z.string() }).optional(),
  /** Events after which there is nothing left to do about it. */
  doneBy: z.array(z.string()).min(1).optional(),
};

const audience = z.union([
  /**
   * Who holds a role in the unit that submitted, in the body before which the dossier lies, in the unit of the event, or in the
   * unit that is asked for its opinion; `anywhere` for what is nobody's in particular.
   */
  z.strictObject({
    role: z.enum(['submitter', 'officer', 'section_head', 'secretary', 'authority', 'clerk', 'operator']),
    of: z.enum(['submitting_unit', 'body', 'asked_unit', 'unit', 'anywhere']),
    ...message,
  }),
  /** One person, whose account stands in this field of the event. */
  z.strictObject({ account: z.string(), ...message }),
]);

export type Audience = z.infer<typeof audience>;

const schema = z.strictObject({
  /** Raised with each change: what was told before is told anew by the new table, in tables of its own. */
  version: z.int().positive(),
  source: z.string(),
  events: z.record(z.string(), z.array(audience)),
});

/** Whom each event tells, in the application. An event that tells nobody stands there as well, with an empty list. */
export const audiences = schema.parse(document);

/** The events that end what somebody had to do. */
export const endingEvents: ReadonlySet<string> = new Set(
  Object.values(audiences.events).flatMap((told) => told.flatMap(({ doneBy }) => doneBy ?? [])),
);
