import type { Connection } from './database.js';
import { DatabaseProblem, errorCodeOf, messageOf } from './database-problem.js';
import type { DatabaseRole } from './connection-config.js';

const ROLES: readonly DatabaseRole[] = ['vinhdanh_owner', 'vinhdanh_app', 'vinhdanh_reader'];
const PATIENCE = 20;

/**
 * Sees to it that the group roles exist and that this login may take them.
 *
 * Roles belong to the whole server, a migration's lock to one database: two databases migrated at once meet here, and the
 * catalogue answers the second with "exists already" or "tuple concurrently updated". Both mean: look again.
 */
export async function ensureRoles(connection: Connection): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      for (const role of ROLES) await ensureRole(connection, role);
      return;
    } catch (error) {
      const code = errorCodeOf(error);
      if (code === '42501') throw await missingRight(connection, error);
      const somebodyElseDidIt = code === '42710' || code === '23505' || /concurrently/.test(messageOf(error));
      if (!somebodyElseDidIt || attempt === PATIENCE) throw error;
      await new Promise((resolve) => setTimeout(resolve, 5 * attempt));
    }
  }
}

async function ensureRole(connection: Connection, role: DatabaseRole): Promise<void> {
  const { rows: found } = await connection.query(`select from pg_roles where rolname = $1`, [role]);
  if (found.length === 0) await connection.query(`create role ${role} nologin`);
  // From version 16 on, being a member and being allowed to take the role are two things.
  const { rows } = await connection.query<{ member: boolean }>(
    `select pg_has_role(current_user, $1::text,
       case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end) as member`,
    [role],
  );
  if (rows[0]?.member !== true) await connection.query(`grant ${role} to current_user`);
}

async function missingRight(connection: Connection, cause: unknown): Promise<DatabaseProblem> {
  const { rows } = await connection.query<{ login: string }>('select current_user as login');
  const login = rows[0]?.login ?? 'the login';
  return new DatabaseProblem(
    'DATABASE_RIGHT_MISSING',
    `The login "${login}" may not create or take our roles. Let an administrator run: ` +
      `${ROLES.map((role) => `create role ${role} nologin;`).join(' ')} grant ${ROLES.join(', ')} to "${login}";`,
    { cause },
  );
}
