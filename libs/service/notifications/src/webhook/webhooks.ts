import { createHmac } from 'node:crypto';
import { type Decision, type Instant, ok } from '#libs/domain/kernel';
import type { Queryable } from '#libs/platform/postgres';
import { checkTarget, type OwnTargets } from './webhook-target.js';

/** Where somebody's messages go, and what they are signed with. */
export interface WebhookTarget {
  readonly url: string;
  readonly secret: string;
}

/** A webhook as operators see it. */
export interface PointedWebhook {
  readonly url: string;
  readonly pointedBy: string;
  readonly pointedAt: Instant;
}

/** The webhooks of accounts. The secret of each follows from the installation's key and from how often it was pointed anew. */
export class Webhooks {
  constructor(
    private readonly database: Queryable,
    private readonly secretKey: string,
    private readonly own: OwnTargets,
  ) {}

  /**
   * Points an account's webhook to an address, in place of another one, under a new secret, which is shown once. Refuses
   * `WEBHOOK_TARGET_NOT_ALLOWED`.
   */
  async point(accountId: string, url: string, by: string): Promise<Decision<{ readonly secret: string }>> {
    const target = checkTarget(url, this.own);
    if (!target.ok) return target;
    const { rows } = await this.database.query<{ generation: number }>(
      `insert into ops.webhook as w (account_id, url, pointed_by) values ($1, $2, $3)
       on conflict (account_id) do update set url = excluded.url, pointed_by = excluded.pointed_by,
         generation = w.generation + 1, pointed_at = clock_timestamp()
       returning generation`,
      [accountId, target.value.href, by],
    );
    return ok({ secret: this.secretOf(accountId, rows[0]?.generation ?? 1) });
  }

  /** From now on nothing goes there. Asked again, it changes nothing. */
  async remove(accountId: string): Promise<void> {
    await this.database.query('delete from ops.webhook where account_id = $1', [accountId]);
  }

  async find(accountId: string): Promise<PointedWebhook | undefined> {
    const { rows } = await this.database.query<{ url: string; pointed_by: string; pointed_at: Instant }>(
      'select url, pointed_by, pointed_at from ops.webhook where account_id = $1',
      [accountId],
    );
    const [row] = rows;
    return row && { url: row.url, pointedBy: row.pointed_by, pointedAt: row.pointed_at };
  }

  /** The targets of those of some accounts that have one. */
  async targetsOf(accountIds: readonly string[]): Promise<ReadonlyMap<string, WebhookTarget>> {
    const { rows } = await this.database.query<{ account_id: string; url: string; generation: number }>(
      'select account_id, url, generation from ops.webhook where account_id = any($1)',
      [accountIds],
    );
    return new Map(
      rows.map(({ account_id: id, url, generation }) => [id, { url, secret: this.secretOf(id, generation) }]),
    );
  }

  private secretOf(accountId: string, generation: number): string {
    const key = createHmac('sha256', this.secretKey).update(JSON.stringify(['webhook', accountId, generation]));
    return `whsec_${key.digest('base64')}`;
  }
}
