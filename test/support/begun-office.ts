import { writeFile } from 'node:fs/promises';
import { createTestDatabase, type TestDatabase } from '#libs/platform/testing';
import { accountsFileOf } from '../../apps/standalone/src/sample-accounts.js';

/** A Monday morning under the regime of 2025, with all its figures known. */
export const MONDAY_MORNING = '2026-08-24T02:00:00.000Z';

/** An office that has begun on that morning: accounts, calendar and procedures as shipped, nobody in a position yet. */
export interface BegunOffice {
  /** Its database on the run's server. */
  readonly database: string;
  /** What the file of its sample accounts holds. */
  readonly accounts: string;
}

/** Where the run keeps it for its suites. */
export const BEGUN_VARIABLE = 'VINHDANH_TEST_BEGUN_OFFICE';

/** A copy of the begun office, with the keys of its accounts in the data folder; `undefined` where the run has none. */
export async function copyBegunOffice(dataFolder: string): Promise<TestDatabase | undefined> {
  const text = process.env[BEGUN_VARIABLE];
  if (text === undefined) return undefined;
  const { database, accounts } = JSON.parse(text) as BegunOffice;
  await writeFile(accountsFileOf(dataFolder), accounts, { mode: 0o600 });
  return createTestDatabase({ like: database });
}
