import { type Clock, type Decision, ok, refuse } from '#libs/domain/kernel';
import type { Database, Queryable } from '#libs/platform/postgres';
import { newRecoveryCodes, recoveryDigest } from './recovery-codes.js';
import type { SecretBox } from './secret-box.js';
import { newTotpSecret, stepOfCode, totpUri } from './totp.js';

/** What an authenticator app needs, shown once. */
export interface Enrolment {
  readonly secret: string;
  readonly uri: string;
}

interface FactorRow {
  sealed: Buffer;
  confirmed: boolean;
}

/** Second factors of accounts: time-based codes (RFC 6238), and recovery codes for the day the telephone is gone. */
export class SecondFactors {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly box: SecretBox,
  ) {}

  async isOn(accountId: string): Promise<boolean> {
    return (await this.#row(accountId))?.confirmed ?? false;
  }

  /** Begins to set one up; what was begun before is void. Refuses with `SECOND_FACTOR_ALREADY_ON`. */
  async start(accountId: string): Promise<Decision<Enrolment>> {
    const secret = newTotpSecret();
    const { rowCount } = await this.database.query(
      `insert into ops.second_factor as f (account_id, sealed) values ($1, $2)
       on conflict (account_id) do update set sealed = excluded.sealed, last_step = 0 where f.confirmed_at is null`,
      [accountId, this.box.seal(secret, accountId)],
    );
    return rowCount === 1 ? ok({ secret, uri: totpUri(secret, accountId) }) : refuse('SECOND_FACTOR_ALREADY_ON');
  }

  /** Switches it on with a first code, which is used up by that. @returns the recovery codes, shown once. */
  async confirm(accountId: string, code: string): Promise<Decision<readonly string[]>> {
    const row = await this.#row(accountId);
    if (!row) return refuse('SECOND_FACTOR_NOT_ON');
    if (row.confirmed) return refuse('SECOND_FACTOR_ALREADY_ON');
    const step = this.#stepOf(accountId, row, code);
    if (!step.ok) return step;
    if (step.value === undefined) return refuse('SECOND_FACTOR_CODE_WRONG');
    const codes = newRecoveryCodes();
    return this.database.transaction(async (connection) => {
      const { rowCount } = await connection.query(
        `update ops.second_factor set confirmed_at = $2, last_step = $3
         where account_id = $1 and confirmed_at is null and sealed = $4`,
        [accountId, this.clock.now(), step.value, row.sealed],
      );
      if (rowCount !== 1) return refuse('SECOND_FACTOR_ALREADY_ON');
      await connection.query('delete from ops.recovery_code where account_id = $1', [accountId]);
      await connection.query('insert into ops.recovery_code (account_id, digest) select $1, unnest($2::bytea[])', [
        accountId,
        codes.map(recoveryDigest),
      ]);
      return ok(codes);
    });
  }

  /** Whether a code is right now, and uses it up: neither a time step nor a recovery code counts twice. */
  async use(accountId: string, code: string): Promise<Decision<boolean>> {
    const row = await this.#row(accountId);
    if (!row?.confirmed) return ok(false);
    const typed = code.replace(/\s/g, '');
    const step = this.#stepOf(accountId, row, typed);
    if (!step.ok) return step;
    if (step.value !== undefined) return ok(await this.#useStep(accountId, step.value));
    return ok(await this.#useRecoveryCode(accountId, typed));
  }

  /** Takes it off, with the recovery codes. @returns whether there was one. */
  async remove(accountId: string, queryable: Queryable = this.database): Promise<boolean> {
    await queryable.query('delete from ops.recovery_code where account_id = $1', [accountId]);
    const { rowCount } = await queryable.query('delete from ops.second_factor where account_id = $1', [accountId]);
    return rowCount === 1;
  }

  async #useStep(accountId: string, step: number): Promise<boolean> {
    const { rowCount } = await this.database.query(
      'update ops.second_factor set last_step = $2 where account_id = $1 and last_step < $2',
      [accountId, step],
    );
    return rowCount === 1;
  }

  async #useRecoveryCode(accountId: string, typed: string): Promise<boolean> {
    const digest = recoveryDigest(typed);
    if (!digest) return false;
    const { rowCount } = await this.database.query(
      'update ops.recovery_code set used_at = $3 where account_id = $1 and digest = $2 and used_at is null',
      [accountId, digest, this.clock.now()],
    );
    return rowCount === 1;
  }

  async #row(accountId: string): Promise<FactorRow | undefined> {
    const { rows } = await this.database.query<FactorRow>(
      'select sealed, confirmed_at is not null as confirmed from ops.second_factor where account_id = $1',
      [accountId],
    );
    return rows[0];
  }

  #stepOf(accountId: string, { sealed }: FactorRow, code: string): Decision<number | undefined> {
    const secret = this.box.open(sealed, accountId);
    return secret === undefined ? refuse('SECOND_FACTOR_UNREADABLE') : ok(stepOfCode(secret, code, this.clock.now()));
  }
}
