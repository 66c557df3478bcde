import { setTimeout as pause } from 'node:timers/promises';
import { loadDossier, type ReminderRules, stillWaiting } from '#libs/engine/deadlines';
import type { EventStore } from '#libs/engine/event-store';
import type { Database } from '#libs/platform/postgres';
import { composeReminder } from './compose-reminder.js';
import {
  claim,
  type Claim,
  type Delivery,
  findClaimable,
  markFailed,
  markSent,
  postpone,
  withdraw,
} from './delivery-table.js';
import type { Directory } from './directory.port.js';
import type { Mail, Mailer, MailOutcome } from './mailer.port.js';
import type { TriggerPoints } from './trigger-points.port.js';

export interface SendDeliveryOptions {
  readonly database: Database;
  readonly events: Pick<EventStore, 'readStream'>;
  readonly rules: ReminderRules;
  readonly directory: Directory;
  readonly mailer: Mailer;
  readonly triggers: TriggerPoints;
  /** Which worker claims; any text of its own. */
  readonly owner: string;
  readonly leaseMs: number;
  /** The pauses between attempts; after the last one the letter is given up. */
  readonly retryDelaysMs: readonly number[];
  readonly dossierUrl?: (dossierId: string) => string;
}

export type DeliveryResult =
  | { readonly kind: 'sent' | 'lapsed' | 'notMine' }
  | { readonly kind: 'postponed'; readonly delayMs: number }
  | { readonly kind: 'failed'; readonly code: string };

/**
 * Sends one letter: looks whether it is still needed, writes it, claims it, sends it, notes it. At least once: the letter
 * leaves twice only when this process dies between the server's 250 and the note (or a connection breaks before the 250
 * arrives), and then under the same Message-ID; such takeovers are counted in the row.
 */
export async function sendDelivery(options: SendDeliveryOptions, id: string): Promise<DeliveryResult> {
  const { database, triggers, owner, leaseMs, mailer } = options;
  const delivery = await findClaimable(database, id);
  if (!delivery) return { kind: 'notMine' };
  // Everything that can fail is done before the claim: nothing but the sending itself stands between claim and note.
  const mail = await write(options, delivery);
  if (mail === 'lapsed' || mail === 'NO_ADDRESS') {
    await withdraw(database, id, mail === 'lapsed' ? 'lapsed' : 'failed', mail === 'lapsed' ? 'NOT_NEEDED' : mail);
    return mail === 'lapsed' ? { kind: 'lapsed' } : { kind: 'failed', code: mail };
  }
  await triggers.reached('before-claim');
  const claimed = await claim(database, id, owner, leaseMs);
  if (!claimed) return { kind: 'notMine' };
  await triggers.reached('claimed');
  const outcome = await mailer.send(mail);
  if (outcome.kind === 'sent') await triggers.reached('sent');
  return note(options, claimed, outcome);
}

async function write(options: SendDeliveryOptions, delivery: Delivery): Promise<Mail | 'lapsed' | 'NO_ADDRESS'> {
  const { events, rules, directory, mailer, dossierUrl } = options;
  const waiting = stillWaiting(rules, await loadDossier(events, delivery.dossierId), delivery);
  if (!waiting.ok) return 'lapsed';
  const { dossier, deadline } = waiting;
  const recipient = await directory.account(delivery.accountId);
  if (recipient?.email === undefined) return 'NO_ADDRESS';
  return composeReminder({
    delivery,
    dossier,
    clock: deadline.terms.clock,
    procedure: dossier.procedure && rules.procedure(dossier.procedure),
    recipient: { ...recipient, email: recipient.email },
    host: mailer.host,
    ...(dossierUrl ? { dossierUrl: dossierUrl(dossier.id) } : {}),
  });
}

async function note(options: SendDeliveryOptions, claimed: Claim, outcome: MailOutcome): Promise<DeliveryResult> {
  const { database, retryDelaysMs } = options;
  if (outcome.kind === 'sent') {
    await noteWhileAlive(() => markSent(database, claimed), options.leaseMs);
    return { kind: 'sent' };
  }
  const delayMs = outcome.kind === 'temporary' ? retryDelaysMs[claimed.attempt - 1] : undefined;
  if (delayMs === undefined) {
    await markFailed(database, claimed, outcome.code);
    return { kind: 'failed', code: outcome.code };
  }
  await postpone(database, claimed, outcome.code, delayMs);
  return { kind: 'postponed', delayMs };
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
