import type { RungRecipient } from '#libs/domain/calendar';
import type { Instant } from '#libs/domain/kernel';
import type { DeadlineKey } from '#libs/engine/deadlines';
import type { MessageCategory } from '#libs/service/law';
import type { RecipientNote } from './resolve-recipients.js';

/** Which way a message goes: whatever the hour, by day, or with the daily summary. */
export type Lane = 'always' | 'ordinary' | 'digest';

export type LetterForm = 'single' | 'bundle' | 'digest';

export type DeliveryState = 'queued' | 'held' | 'suppressed' | 'sent' | 'failed_temporary' | 'bounced' | 'dead';

/** Why a message did not leave. */
export type SuppressReason = 'duplicate' | 'preference' | 'left_unit' | 'not_needed' | 'held_back';

interface AnyDelivery {
  readonly id: string;
  readonly accountId: string;
  readonly category: MessageCategory;
  /** By the office's clock. */
  readonly createdAt: Instant;
}

/** A message about a rung: all that is frozen about it. */
export interface ReminderDelivery extends AnyDelivery, DeadlineKey {
  readonly kind: 'reminder';
  readonly rung: string;
  /** Whom the rung was meant for, to see whether this account still is one of them. */
  readonly recipients: readonly RungRecipient[];
  readonly dueAt: Instant;
  readonly note?: RecipientNote;
}

/** A message to operators that another one did not arrive. */
export interface AlarmDelivery extends AnyDelivery {
  readonly kind: 'alarm';
  readonly aboutLetter: string;
  readonly aboutAccount: string;
  readonly code: string;
}

export type Delivery = ReminderDelivery | AlarmDelivery;

/** A row of `ops.delivery`. */
export interface DeliveryRow {
  id: string;
  account_id: string;
  kind: 'reminder' | 'alarm';
  category: MessageCategory;
  dossier_id: string | null;
  deadline_id: string | null;
  version: number | null;
  rung: string | null;
  recipients: RungRecipient[] | null;
  due_at: Instant | null;
  note: RecipientNote | null;
  about_letter: string | null;
  about_account: string | null;
  code: string | null;
  created_at: Instant;
}

export const DELIVERY_COLUMNS = `d.id, d.account_id, d.kind, d.category, d.dossier_id, d.deadline_id, d.version, d.rung,
  d.recipients, d.due_at, d.note, d.about_letter, d.about_account, d.code, d.created_at`;

export function deliveryOf(row: DeliveryRow): Delivery {
  const { id, account_id: accountId, category, created_at: createdAt } = row;
  const any = { id, accountId, category, createdAt };
  if (row.kind === 'alarm') {
    const { about_letter: aboutLetter, about_account: aboutAccount, code } = row;
    return {
      ...any,
      kind: 'alarm',
      aboutLetter: aboutLetter ?? '',
      aboutAccount: aboutAccount ?? '',
      code: code ?? '',
    };
  }
  return {
    ...any,
    kind: 'reminder',
    dossierId: row.dossier_id ?? '',
    deadlineId: row.deadline_id ?? '',
    version: row.version ?? 0,
    rung: row.rung ?? '',
    recipients: row.recipients ?? [],
    dueAt: row.due_at ?? '',
    ...(row.note ? { note: row.note } : {}),
  };
}
