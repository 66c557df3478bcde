import type { Instant } from '#libs/domain/kernel';
import type { Queryable } from '#libs/platform/postgres';
import type { MessageCategory } from '#libs/service/law';

interface AnyMessage {
  readonly id: number;
  readonly category: MessageCategory;
  readonly channel: 'in_app' | 'digest';
  readonly rungAt: Instant;
}

/** About a deadline. The dossier's title and people are looked up by whoever shows it. */
export interface InAppReminder extends AnyMessage {
  readonly kind: 'reminder';
  readonly dossierId: string;
  readonly deadlineId: string;
  readonly rung: string;
  readonly clock: string;
  readonly dueAt: Instant;
  readonly workingDaysLeft: number;
  readonly note?: 'position_vacant';
}

/** To operators: a letter to this account did not arrive, for the reason that the code names. */
export interface InAppAlarm extends AnyMessage {
  readonly kind: 'alarm';
  readonly letterId: string;
  readonly accountId: string;
  readonly code: string;
}

/** A message inside the application. */
export type InAppMessage = InAppReminder | InAppAlarm;

interface NotificationRow extends Record<string, unknown> {
  id: number;
  kind: 'reminder' | 'alarm';
  category: MessageCategory;
  channel: 'in_app' | 'digest';
  dossier_id: string;
  deadline_id: string;
  rung: string;
  clock: string;
  due_at: Instant;
  working_days_left: number;
  note: 'position_vacant' | null;
  about_letter: string;
  about_account: string;
  code: string;
  rung_at: Instant;
}

export interface InboxRequest {
  readonly limit: number;
  /** Older than the message with this number. */
  readonly before?: number | undefined;
  /** Of these kinds only. */
  readonly kinds?: readonly InAppMessage['kind'][] | undefined;
}

/** The latest messages of an account, newest first. */
export async function inboxOf(
  connection: Queryable,
  accountId: string,
  { limit, before, kinds }: InboxRequest,
): Promise<readonly InAppMessage[]> {
  const { rows } = await connection.query<NotificationRow>(
    `select id, kind, category, channel, dossier_id, deadline_id, rung, clock, due_at, working_days_left, note,
       about_letter, about_account, code, rung_at
     from ops.notification where account_id = $1 and ($3::bigint is null or id < $3) and ($4::text[] is null or kind = any($4))
     order by id desc limit $2`,
    [accountId, limit, before ?? null, kinds ?? null],
  );
  return rows.map(messageOf);
}

function messageOf(row: NotificationRow): InAppMessage {
  const { id, category, channel, rung_at: rungAt } = row;
  const any = { id, category, channel, rungAt };
  if (row.kind === 'alarm') {
    return { ...any, kind: 'alarm', letterId: row.about_letter, accountId: row.about_account, code: row.code };
  }
  return {
    ...any,
    kind: 'reminder',
    dossierId: row.dossier_id,
    deadlineId: row.deadline_id,
    rung: row.rung,
    clock: row.clock,
    dueAt: row.due_at,
    workingDaysLeft: row.working_days_left,
    ...(row.note ? { note: row.note } : {}),
  };
}
