import type { Instant } from '#libs/domain/kernel';
import type { Connection } from '#libs/platform/postgres';
import { type Channel, reachOf } from './channel.port.js';
import type { AlarmDelivery, Delivery } from './delivery.js';
import type { Recipient } from './directory.port.js';
import type { Letter } from './letter-table.js';
import { Choices } from './preferences.js';
import type { SendingRules } from './sending-rules.js';
import { deliveryIdOf, writeDeliveries } from './write-deliveries.js';

export interface AlarmOptions {
  readonly sending: SendingRules;
  readonly channels: readonly Channel[];
  readonly now: Instant;
}

/**
 * Tells operators, inside the application and on their channels, that a letter did not arrive, by ids and the code only. A
 * letter of alarms that does not arrive raises no further letter: it would not arrive either.
 */
export async function raiseAlarm(
  connection: Connection,
  { sending, channels, now }: AlarmOptions,
  operators: readonly Recipient[],
  failed: { readonly letter: Letter; readonly carried: readonly Delivery[]; readonly code: string },
): Promise<void> {
  const { letter, carried, code } = failed;
  const choices = await Choices.of(
    connection,
    operators.map(({ accountId }) => accountId),
  );
  const told = operators.filter(({ accountId }) => choices.choice(accountId, 'alarm', 'in_app') !== 'off');
  await connection.query(
    `insert into ops.notification (account_id, kind, category, channel, about_letter, about_account, code, rung_at)
     select account_id, 'alarm', 'alarm', 'in_app', $2, $3, $4, $5 from unnest($1::text[]) as a(account_id)
     on conflict do nothing`,
    [told.map(({ accountId }) => accountId), letter.id, letter.accountId, code, now],
  );
  if (carried.some(({ kind }) => kind === 'alarm')) return;
  const reach = await reachOf(channels, operators);
  await writeDeliveries(
    connection,
    operators.flatMap((operator) =>
      channels.flatMap((channel) => {
        const choice = choices.choice(operator.accountId, 'alarm', channel.name);
        if (!reach.get(channel.name)?.has(operator.accountId) || (choice === 'off' && !channel.defaultOn)) return [];
        const delivery: AlarmDelivery = {
          id: deliveryIdOf(channel.name, operator.accountId, 'alarm', letter.id),
          kind: 'alarm',
          accountId: operator.accountId,
          category: 'alarm',
          createdAt: now,
          aboutLetter: letter.id,
          aboutAccount: letter.accountId,
          code,
        };
        const lane = sending.laneOf('alarm');
        const { closesAt, held } = sending.closing(lane, now, now, choices.quietHours(operator.accountId));
        const suppressed = choice === 'off' ? ('preference' as const) : undefined;
        return [{ delivery, channel: channel.name, lane, closesAt, held, suppressed }];
      }),
    ),
  );
}
