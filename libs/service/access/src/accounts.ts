import { createHash, randomBytes } from 'node:crypto';
import type { Role } from '#libs/domain/kernel';
import type { Database } from '#libs/platform/postgres';
import type { Account } from './account.js';

interface AccountRow {
  id: string;
  name: string;
  email: string | null;
  unit_id: string;
  position_id: string;
  roles: Role[];
  language: 'vi' | 'en';
}

const columns = 'a.id, a.name, a.email, a.unit_id, a.position_id, a.roles, a.language';

const digestOf = (token: string): Buffer => createHash('sha256').update(token).digest();

function toAccount({ unit_id: unitId, position_id: positionId, email, ...row }: AccountRow): Account {
  return { ...row, unitId, positionId, ...(email === null ? {} : { email }) };
}

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

  /** Who holds a role in a unit, in the order of their ids. */
  async holding(role: Role, unitId: string): Promise<readonly Account[]> {
    const { rows } = await this.database.query<AccountRow>(
      `select ${columns} from ops.account a where a.unit_id = $2 and $1 = any(a.roles) order by a.id`,
      [role, unitId],
    );
    return rows.map(toAccount);
  }

  /** Who holds a role in whichever unit, in the order of their ids. */
  async holdingAnywhere(role: Role): Promise<readonly Account[]> {
    const { rows } = await this.database.query<AccountRow>(
      `select ${columns} from ops.account a where $1 = any(a.roles) order by a.id`,
      [role],
    );
    return rows.map(toAccount);
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
      `insert into ops.account (id, name, email, unit_id, position_id, roles, language, sample)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (id) do nothing`,
      [
        account.id,
        account.name,
        account.email ?? null,
        account.unitId,
        account.positionId,
        account.roles,
        account.language,
        sample,
      ],
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
