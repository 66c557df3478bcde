import { chmod, readFile, rename, writeFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { type Account, type Accounts, sampleAccounts } from '#libs/service/access';

export interface SampleAccount {
  readonly account: Account;
  readonly token: string;
}

/** Where the tokens of the sample accounts are kept: in the data folder, for its owner only. */
export const accountsFileOf = (dataFolder: string): string => join(dataFolder, 'sample-accounts.json');

/**
 * Opens the sample accounts and gives each a token of its own, made at random on the first run and kept in a file that only
 * its owner may read. The file is complete before the first token counts, so a kill in between loses none.
 */
export async function openSampleAccounts(accounts: Accounts, dataFolder: string): Promise<readonly SampleAccount[]> {
  const file = accountsFileOf(dataFolder);
  const tokens = (await readTokens(file)) ?? (await writeTokens(file));
  const opened: SampleAccount[] = [];
  for (const account of sampleAccounts) {
    const token = tokens[account.id];
    if (!token) continue;
    await accounts.open(account, { sample: true });
    await accounts.issueToken(account.id, token);
    opened.push({ account, token });
  }
  return opened;
}

async function readTokens(file: string): Promise<Readonly<Record<string, string>> | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Record<string, string>;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

async function writeTokens(file: string): Promise<Readonly<Record<string, string>>> {
  const tokens = Object.fromEntries(sampleAccounts.map(({ id }) => [id, randomBytes(24).toString('base64url')]));
  await writeFile(`${file}.new`, `${JSON.stringify(tokens, null, 2)}\n`, { mode: 0o600 });
  await chmod(`${file}.new`, 0o600);
  await rename(`${file}.new`, file);
  return tokens;
}
