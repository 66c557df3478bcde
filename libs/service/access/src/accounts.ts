import type { Clock, Role } from '#libs/domain/kernel';
import type { Database } from '#libs/platform/postgres';
import { AccessTokens } from './access-tokens.js';
import type { Account } from './account.js';
import { type AccountRow, accountColumns, toAccount } from './account-row.js';

/** Which roles somebody holds at this moment: the one question about roles that coming in asks. */
export type RolesOf = (accountId: string) => Promise<readonly Role[]>;

export interface AccountsOptions {
  readonly clock: Clock;
  /** Sample accounts come in only where nobody else can reach them. */
  readonly admitSamples: boolean;
}

/**
 * The accounts of this installation, kept in the table `ops.account`. Whoever is asked for here may come in: closed accounts are
 * found by nobody, and sample accounts only where they are admitted.
 */
export class Accounts {
  readonly tokens: AccessTokens;
  /** The condition under which an account `a` may come in, for joins of this library. */
  readonly mayComeIn: string;

  constructor(
    private readonly database: Database,
    { clock, admitSamples }: AccountsOptions,
  ) {
    this.mayComeIn = admitSamples ? 'a.closed_at is null' : 'a.closed_at is null and not a.sample';
    this.tokens = new AccessTokens(database, clock, this.mayComeIn);
  }

  /** Whose token it is; `undefined` for an unknown one. Looked up by digest, so that timing tells nothing about a token. */
  async findByToken(token: string): Promise<Account | undefined> {
    return this.tokens.holderOf(token);
  }

  /** The accounts of some ids, closed or not, for their names; unknown ids are left out. */
  async named(ids: readonly string[]): Promise<ReadonlyMap<string, Account>> {
    return this.#among(ids, 'true');
  }

  /** Those of some accounts that are not closed: who can be told something. */
  async reachable(ids: readonly string[]): Promise<ReadonlyMap<string, Account>> {
    return this.#among(ids, 'a.closed_at is null');
  }

  async #among(ids: readonly string[], condition: string): Promise<ReadonlyMap<string, Account>> {
    const { rows } = await this.database.query<AccountRow>(
      `select ${accountColumns} from ops.account a where a.id = any($1) and ${condition}`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, toAccount(row)]));
  }

  /** Chooses the position in which he acts where he names none; without one there is no default any more. */
  async chooseDefault(accountId: string, positionId: string | undefined): Promise<void> {
    await this.database.query('update ops.account set default_position_id = $2 where id = $1', [
      accountId,
      positionId ?? null,
    ]);
  }

  /** Anybody who ever had an account, closed or not: past acts keep their names. */
  async find(accountId: string): Promise<Account | undefined> {
    const { rows } = await this.database.query<AccountRow>(
      `select ${accountColumns} from ops.account a where a.id = $1`,
      [accountId],
    );
    return rows[0] && toAccount(rows[0]);
  }

  /** The one account that may come in under this id or, where no id is that, under this e-mail address. */
  async findByLogin(login: string): Promise<Account | undefined> {
    const { rows } = await this.database.query<AccountRow>(
      `select ${accountColumns} from ops.account a
       where (a.id = $1 or lower(a.email) = lower($1)) and ${this.mayComeIn} order by (a.id = $1) desc limit 2`,
      [login],
    );
    const [first, second] = rows;
    // Two with the same address: it says nothing about which of them it is.
    return first && (first.id === login || !second) ? toAccount(first) : undefined;
  }

  /** The one account that may come in and has this e-mail address. */
  async findByEmail(email: string): Promise<Account | undefined> {
    const { rows } = await this.database.query<AccountRow>(
      `select ${accountColumns} from ops.account a where lower(a.email) = lower($1) and ${this.mayComeIn} limit 2`,
      [email],
    );
    return rows[0] && rows.length === 1 ? toAccount(rows[0]) : undefined;
  }

  /** The account with this id, if it may come in. */
  async findOpen(accountId: string): Promise<Account | undefined> {
    const { rows } = await this.database.query<AccountRow>(
      `select ${accountColumns} from ops.account a where a.id = $1 and ${this.mayComeIn}`,
      [accountId],
    );
    return rows[0] && toAccount(rows[0]);
  }

  /** The invented accounts with a password that may come in: none where samples are not admitted. */
  async samples(): Promise<readonly Account[]> {
    const { rows } = await this.database.query<AccountRow>(
      `select ${accountColumns} from ops.account a where a.sample and ${this.mayComeIn}
         and exists (select 1 from ops.password p where p.account_id = a.id)
       order by a.id`,
    );
    return rows.map(toAccount);
  }

  /** Opens an account; one that is there already stays as it is. @returns whether it was opened now. */
  async open(account: Account, { sample }: { sample: boolean }): Promise<boolean> {
    const { rowCount } = await this.database.query(
      `insert into ops.account (id, name, email, language, sample)
       values ($1, $2, $3, $4, $5) on conflict (id) do nothing`,
      [account.id, account.name, account.email ?? null, account.language, sample],
    );
    return rowCount === 1;
  }

  /** The language in which the system speaks to somebody. */
  async speak(accountId: string, language: 'vi' | 'en'): Promise<void> {
    await this.database.query('update ops.account set language = $2 where id = $1', [accountId, language]);
  }

  /** Gives out a new access token that never expires. It is shown once; only its digest is kept. */
  async issueToken(accountId: string, token?: string): Promise<string> {
    return this.tokens.put(accountId, token);
  }
}
