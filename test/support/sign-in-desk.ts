import { codeAt } from '#libs/service/access';
import { Browser } from './browser.js';
import { employ, type Office } from './office.js';
import { type Problem, type Reply } from './office-client.js';
import type { Person } from './other-people.js';

export const PASSWORD = 'Ba con trâu uống nước sông Lô';

export interface SignedIn {
  readonly account: { readonly id: string; readonly name: string; readonly language: string };
  readonly session: { readonly id: string; readonly endsAt: string; readonly secondFactor: boolean };
  readonly incomplete: string | null;
}

/** Somebody of the office with a password, who is no sample account. */
export const person = (id: string, roles: Person['roles'] = ['officer']): Person => ({
  id,
  name: 'Trần Văn Thử',
  email: `${id}@thu.example`,
  unitId: 'ubnd-tinh',
  positionId: `pos-thu-${id}`,
  roles,
  language: 'vi',
});

/** Opens a real account, gives it the password, and appoints its owner. */
export async function hire(office: Office, account: Person): Promise<Person> {
  await office.foundation.accounts.open(account, { sample: false });
  await office.foundation.passwords.set(account.id, PASSWORD);
  await employ(office.foundation, account);
  return account;
}

/** Signs in, and fails where the office says no. */
export async function signedIn(
  office: Pick<Office, 'url'>,
  login: string,
  more: { readonly password?: string; readonly code?: string } = {},
): Promise<Browser & { readonly answer: SignedIn }> {
  const browser = new Browser(office.url);
  const reply = await trySignIn(browser, login, more);
  if (reply.status !== 201) throw new Error(`${login} does not come in: ${reply.status} ${reply.text}`);
  return Object.assign(browser, { answer: reply.body });
}

export const trySignIn = (
  browser: Browser,
  login: string,
  more: { readonly password?: string; readonly code?: string } = {},
): Promise<Reply<SignedIn & Problem>> => browser.post('/api/v1/sessions', { login, password: PASSWORD, ...more });

/** What the office's clock shows on an authenticator app, some steps of 30 s from now. */
export const codeOf = (office: Office, secret: string, steps = 0): string =>
  codeAt(secret, new Date(Date.parse(office.clock.now()) + steps * 30_000).toISOString());
