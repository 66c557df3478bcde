import { chmod, readFile, rename, writeFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { type Account, type Accounts, type Passwords, sampleAccounts } from '#libs/service/access';
import { z } from 'zod';

export interface SampleAccount {
  readonly account: Account;
  /** For machines and curl. */
  readonly token: string;
  /** For signing in with a browser. */
  readonly password: string;
}

interface Keys {
  readonly token: string;
  readonly password: string;
}

/** A second operator: what one has drafted, another one publishes. His position comes with the samples. */
export const secondOperator: Account = {
  id: 'acc-van-hanh-hai',
  name: 'Lương Thị Gia Bảo',
  email: 'bao@trung-tam-du-lieu.example',
  language: 'vi',
};

const people: readonly Account[] = [...sampleAccounts, secondOperator];

/** Where tokens and passwords of the sample accounts are kept: in the data folder, for its owner only. */
export const accountsFileOf = (dataFolder: string): string => join(dataFolder, 'sample-accounts.json');

/**
 * Opens the sample accounts and gives each a token and a password of its own, made at random on the first run and kept in a file
 * that only its owner may read. The file is complete before the first of them counts, so a kill in between loses none. A password
 * that was changed since is left as it is.
 */
export async function openSampleAccounts(
  accounts: Accounts,
  passwords: Passwords,
  dataFolder: string,
): Promise<readonly SampleAccount[]> {
  const keys = await keysIn(accountsFileOf(dataFolder));
  const opened = people.flatMap((account) => {
    const own = keys[account.id];
    return own ? [{ account, ...own }] : [];
  });
  await Promise.all(
    opened.map(async ({ account, token, password }) => {
      await accounts.open(account, { sample: true });
      await accounts.issueToken(account.id, token);
      if (!(await passwords.isSet(account.id))) await passwords.set(account.id, password);
    }),
  );
  return opened;
}

/** An older file has the token only. */
const fileShape = z.record(
  z.string(),
  z.union([z.string(), z.object({ token: z.string(), password: z.string().optional() })]),
);

async function keysIn(file: string): Promise<Readonly<Record<string, Keys>>> {
  const old = fileShape.parse(await readJson(file));
  const keys = Object.fromEntries(
    people.map(({ id }): [string, Keys] => {
      const own = old[id];
      const { token, password } = typeof own === 'string' ? { token: own } : (own ?? {});
      return [id, { token: token ?? secret(24), password: password ?? secret(15) }];
    }),
  );
  const text = `${JSON.stringify(keys, null, 2)}\n`;
  if (text === `${JSON.stringify(old, null, 2)}\n`) return keys;
  await writeFile(`${file}.new`, text, { mode: 0o600 });
  await chmod(`${file}.new`, 0o600);
  await rename(`${file}.new`, file);
  return keys;
}

const secret = (bytes: number): string => randomBytes(bytes).toString('base64url');

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
}
