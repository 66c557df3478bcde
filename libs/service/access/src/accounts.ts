import { createHash, randomBytes } from 'node:crypto';
import type { Database } from '#libs/platform/postgres';
import type { Account } from './account.js';

interface AccountRow {
  id: string;
  name: string;
  email: string | null;
  language: 'vi' | 'en';
  default_position_id: string | null;
}

const columns = 'a.id, a.name, a.email, a.language, a.default_position_id';

const digestOf = (token: string): Buffer => createHash('sha256').update(token).digest();

const toAccount = ({ email, default_position_id: defaultPositionId, ...row }: AccountRow): Account => ({
  ...row,
  ...(email === null ? {} : { email }),
  ...(defaultPositionId === null ? {} : { defaultPositionId }),
});

/** The accounts of this installation, kept in the table `ops.account`. */
export class Accounts {
  constructor(private readonly database: Database) {}

  /** Whose token it is; `undefined` for an unknown one. Looked up by digest, so that timing tells nothing about a token. */
  async findByToken(token: string): Promise<Account | undefined> {
    const { rows } = await this.database.query<AccountRow>(
      `select ${columns} from ops.access_token t join ops.account a on a.id = t.account_id where t.digest = $1`,
      [digestOf(token)],
    );
    return rows[0] && toAccount(rows[0]);
  }

  /** The accounts of some ids, for their names; unknown ids are left out. */
  async named(ids: readonly string[]): Promise<ReadonlyMap<string, Account>> {
    const { rows } = await this.database.query<AccountRow>(
      `select ${columns} from ops.account a where a.id = any($1)`,
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

  async find(accountId: string): Promise<Account | undefined> {
    const { rows } = await this.database.query<AccountRow>(`select ${columns} from ops.account a where a.id = $1`, [
      accountId,
    ]);
    return rows[0] && toAccount(rows[0]);
  }

  /** Opens an account; one that is there already stays as it is. */
  async open(account: Account, { sample }: { sample: boolean }): Promise<void> {
    await this.database.query(
      `insert into ops.account (id, name, email, language, sample)
       values ($1, $2, $3, $4, $5) on conflict (id) do nothing`,
      [account.id, account.name, account.email ?? null, account.language, sample],
    );
  }

  /** Gives out a new access token. It is shown once; only its digest is kept. */
  async issueToken(accountId: string, token: string = randomBytes(24).toString('base64url')): Promise<string> {
    await this.database.query(
      'insert into ops.access_token (digest, account_id) values ($1, $2) on conflict (digest) do nothing',
      [digestOf(token), accountId],
    );
    return token;
  }
}
