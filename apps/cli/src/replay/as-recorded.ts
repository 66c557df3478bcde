import { type Instant, toInstant } from '#libs/domain/kernel';

/** Up to where a history is read: by what the log held, not by what was in force. */
export type AsRecorded = { readonly revision: number } | { readonly instant: Instant };

/** `12` is a revision, `2026-08-24T09:00+07:00` a moment; `undefined` for anything else. */
export function parseAsRecorded(text: string): AsRecorded | undefined {
  if (/^\d{1,9}$/.test(text)) return { revision: Number(text) };
  const instant = toInstant(text);
  return instant === undefined ? undefined : { instant };
}
