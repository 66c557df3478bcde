import { z } from 'zod';

const entry = z.strictObject({
  id: z.uuid(),
  position: z.string(),
  stream: z.string(),
  revision: z.int(),
  type: z.string(),
  schemaVersion: z.int(),
  recordedAt: z.iso.datetime(),
  effectiveAt: z.iso.datetime(),
  data: z
    .record(z.string(), z.unknown())
    .meta({ description: 'What the event holds: docs/events.md. Also personal data.' }),
  metadata: z.record(z.string(), z.unknown()),
});

export const logPage = z.strictObject({
  items: z.array(entry),
  position: z.string().meta({ description: 'The last position looked at, matching or not.' }),
  next: z.string().nullable().meta({ description: 'Hand it back as `after`; null at the end of the log.' }),
});

export const logReadingPage = z.strictObject({
  items: z.array(
    z.strictObject({
      id: z.int(),
      account: z.string(),
      positionId: z.string(),
      at: z.iso.datetime(),
      filter: z.record(z.string(), z.string()),
      from: z.string(),
      to: z.string(),
      events: z.int(),
    }),
  ),
  next: z.string().nullable(),
});
