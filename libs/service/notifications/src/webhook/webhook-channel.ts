import type { Channel, ChannelMessage, LetterItem, SendOutcome } from '../channel.port.js';
import type { Recipient } from '../directory.port.js';
import { postWebhook, type PostWebhookOptions } from './post-webhook.js';
import type { Webhooks } from './webhooks.js';

/** Messages to a program of the receiver: ids, codes and moments, no name, no title and no address. */
export class WebhookChannel implements Channel {
  readonly name = 'webhook';
  readonly defaultOn = false;

  constructor(
    private readonly webhooks: Webhooks,
    private readonly options: PostWebhookOptions,
  ) {}

  async reached(recipients: readonly Recipient[]): Promise<ReadonlySet<string>> {
    return new Set((await this.webhooks.targetsOf(recipients.map(({ accountId }) => accountId))).keys());
  }

  async send({ letterId, form, date, recipient: { accountId }, items }: ChannelMessage): Promise<SendOutcome> {
    const target = (await this.webhooks.targetsOf([accountId])).get(accountId);
    if (!target) return { kind: 'permanent', code: 'NO_ADDRESS' };
    const body = JSON.stringify({
      type: 'notification',
      id: letterId,
      form,
      date,
      account: accountId,
      items: items.map(itemOf),
    });
    return postWebhook({ ...target, id: letterId, body }, this.options);
  }
}

function itemOf(item: LetterItem): object {
  const { delivery } = item;
  const { kind, category, createdAt } = delivery;
  if (delivery.kind === 'alarm' || !('clock' in item)) {
    const { aboutLetter, aboutAccount, code } = delivery as Extract<typeof delivery, { kind: 'alarm' }>;
    return { kind, category, createdAt, letter: aboutLetter, account: aboutAccount, code };
  }
  const { dossierId, deadlineId, rung, dueAt } = delivery;
  const { clock, left } = item;
  return { kind, category, createdAt, dossierId, deadlineId, clock, rung, dueAt, workingDaysLeft: left.workingDays };
}
