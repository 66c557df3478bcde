import { setTimeout as pause } from 'node:timers/promises';
import { remainingAt } from '#libs/domain/calendar';
import type { Clock } from '#libs/domain/kernel';
import { loadDossiers, type ReminderRules, stillWaiting } from '#libs/engine/deadlines';
import type { EventStore } from '#libs/engine/event-store';
import type { Database } from '#libs/platform/postgres';
import type { Channel, ChannelMessage, LetterItem, SendOutcome } from './channel.port.js';
import type { Delivery, SuppressReason } from './delivery.js';
import type { Directory, Recipient } from './directory.port.js';
import {
  claim,
  type Claim,
  findClaimable,
  giveUp,
  holdUntil,
  type Letter,
  markSent,
  postpone,
  suppress,
  withdraw,
} from './letter-table.js';
import { MemoDirectory } from './memo-directory.js';
import { Choices, choicesOf } from './preferences.js';
import { raiseAlarm } from './raise-alarm.js';
import { resolveRecipients } from './resolve-recipients.js';
import type { SendingRules } from './sending-rules.js';
import type { TriggerPoints } from './trigger-points.port.js';

export interface SendLetterOptions {
  readonly database: Database;
  readonly events: Pick<EventStore, 'readStream'>;
  readonly rules: ReminderRules;
  readonly sending: SendingRules;
  readonly clock: Clock;
  readonly directory: Directory;
  /** Who is told of letters that do not arrive. */
  readonly operators: () => Promise<readonly Recipient[]>;
  readonly channels: readonly Channel[];
  readonly triggers: TriggerPoints;
  /** Which worker claims; any text of its own. */
  readonly owner: string;
  readonly leaseMs: number;
  /** The pauses between attempts; after the last one the letter is given up. */
  readonly retryDelaysMs: readonly number[];
}

export type LetterResult =
  | { readonly kind: 'sent' | 'lapsed' | 'held' | 'notMine' }
  | { readonly kind: 'postponed'; readonly delayMs: number }
  | { readonly kind: 'failed'; readonly code: string };

/**
 * Sends one letter: looks which of its messages are still needed, claims it, sends it, notes it. At least once: the letter
 * leaves twice only when this process dies between the server's answer and the note (or a connection breaks before the answer
 * arrives), and then under the same Message-ID; such takeovers are counted in the row.
 */
export async function sendLetter(options: SendLetterOptions, id: string): Promise<LetterResult> {
  const { database, triggers, owner, leaseMs, sending, clock } = options;
  const now = clock.now();
  const found = await findClaimable(database, id, now);
  if (!found) return { kind: 'notMine' };
  const { letter } = found;
  const personal = (await Choices.of(database, [letter.accountId])).quietHours(letter.accountId);
  if (sending.quiet(letter.lane, personal, now)) {
    await holdUntil(database, id, now, sending.release(personal, now));
    return { kind: 'held' };
  }
  // Everything that can fail is done before the claim: nothing but the sending itself stands between claim and note.
  const { recipient, items, suppressed } = await examine(options, letter, found.deliveries);
  await suppress(database, suppressed);
  if (!recipient || items.length === 0) {
    await withdraw(database, id, now);
    return { kind: 'lapsed' };
  }
  const channel = options.channels.find(({ name }) => name === letter.channel);
  const { form, madeAt: date, messageId } = letter;
  const droppable = droppableOf(options, letter, items);
  await triggers.reached('before-claim');
  const claimed = await claim(database, id, owner, { now, leaseMs });
  if (!claimed) return { kind: 'notMine' };
  await triggers.reached('claimed');
  const outcome = await attempt(channel, { letterId: id, messageId, form, date, recipient, items, droppable });
  if (outcome.kind === 'sent') await triggers.reached('sent');
  return note(options, letter, claimed, items, outcome);
}

interface Examined {
  readonly recipient?: Recipient | undefined;
  readonly items: readonly LetterItem[];
  readonly suppressed: readonly { readonly id: string; readonly reason: SuppressReason }[];
}

/** Asks the truth of every message: does somebody still wait for it, and is this still whom it was meant for? */
async function examine(options: SendLetterOptions, letter: Letter, deliveries: readonly Delivery[]): Promise<Examined> {
  const { events, rules } = options;
  const chart = new MemoDirectory(options.directory);
  const recipient = await chart.account(letter.accountId);
  if (!recipient) return { items: [], suppressed: deliveries.map(({ id }) => ({ id, reason: 'left_unit' })) };
  const about = deliveries.flatMap((delivery) => (delivery.kind === 'reminder' ? [delivery.dossierId] : []));
  const dossiers = await loadDossiers(events, about);
  const items: LetterItem[] = [];
  const suppressed: { id: string; reason: SuppressReason }[] = [];
  for (const delivery of deliveries) {
    if (delivery.kind === 'alarm') {
      items.push({ delivery });
      continue;
    }
    const waiting = stillWaiting(rules, dossiers.get(delivery.dossierId), delivery);
    if (!waiting.ok) {
      suppressed.push({ id: delivery.id, reason: 'not_needed' });
      continue;
    }
    const { dossier, deadline } = waiting;
    const addressees = await resolveRecipients(chart, dossier, deadline, delivery.recipients);
    if (!addressees.some(({ recipient: { accountId } }) => accountId === letter.accountId)) {
      suppressed.push({ id: delivery.id, reason: 'left_unit' });
      continue;
    }
    const procedure = dossier.procedure && rules.procedure(dossier.procedure);
    const { clock, calendar, dueAt } = deadline.terms;
    const days = rules.calendar(calendar.id);
    const left = days ? remainingAt(days, letter.madeAt, dueAt) : { workingDays: 0, exact: false };
    items.push({ delivery, dossier, clock, procedure, left });
  }
  return { recipient, items, suppressed };
}

/** A summary is the least that a duty can come by; of what comes at once there can be less. */
function droppableOf({ sending }: SendLetterOptions, { form }: Letter, items: readonly LetterItem[]) {
  const categories = [...new Set(items.map(({ delivery }) => delivery.category))];
  return form === 'digest'
    ? categories.filter((category) => !sending.law.categories[category].statutory)
    : categories.filter((category) => choicesOf(sending.law, category, 'email').length > 1);
}

async function attempt(channel: Channel | undefined, message: ChannelMessage): Promise<SendOutcome> {
  if (!channel) return { kind: 'temporary', code: 'CHANNEL_MISSING' };
  try {
    const reached = await channel.reached([message.recipient]);
    if (!reached.has(message.recipient.accountId)) return { kind: 'permanent', code: 'NO_ADDRESS' };
    return await channel.send(message);
  } catch {
    // A bug of an adapter, whose message may hold anything.
    return { kind: 'temporary', code: 'CHANNEL_FAILED' };
  }
}

async function note(
  options: SendLetterOptions,
  letter: Letter,
  claimed: Claim,
  items: readonly LetterItem[],
  outcome: SendOutcome,
): Promise<LetterResult> {
  const { database, retryDelaysMs } = options;
  const carried = items.map(({ delivery }) => delivery);
  if (outcome.kind === 'sent') {
    const ids = carried.map(({ id }) => id);
    await noteWhileAlive(() => markSent(database, claimed, ids), options.leaseMs);
    return { kind: 'sent' };
  }
  const { code } = outcome;
  const delayMs = outcome.kind === 'temporary' ? retryDelaysMs[claimed.attemptOfRound - 1] : undefined;
  if (delayMs !== undefined) {
    await postpone(database, claimed, code, delayMs);
    return { kind: 'postponed', delayMs };
  }
  const operators = await options.operators();
  await database.transaction(async (connection) => {
    const state = outcome.kind === 'permanent' ? 'bounced' : 'dead';
    if (!(await giveUp(connection, claimed, state, code))) return;
    const now = options.clock.now();
    await raiseAlarm(connection, { ...options, now }, operators, { letter, carried, code });
  });
  return { kind: 'failed', code };
}

/** A database that is away for a moment must not make a letter leave twice: as long as the lease lasts, the note is tried. */
async function noteWhileAlive(write: () => Promise<void>, leaseMs: number): Promise<void> {
  for (const start = performance.now(); ;) {
    try {
      return await write();
    } catch (error) {
      if (performance.now() - start > leaseMs / 2) throw error;
      await pause(Math.min(250, leaseMs / 20));
    }
  }
}
