import { type Decision, id as idShape, sentenceOf } from '#libs/domain/kernel';
import type { AccountAdministration } from '#libs/service/access';
import { EXIT, type ExitCode, type Terminal } from '../terminal.js';
import { onAccounts } from './on-accounts.js';

type Env = Readonly<Record<string, string | undefined>>;

/** Who acts is whoever may read the database's password; the record says so. */
const ACTOR = 'command-line';

export interface OpenRequest {
  readonly id: string;
  readonly name: string;
  readonly email?: string;
}

/** Opens an account and gives it a one-time password. */
export async function openAccount(asked: OpenRequest, env: Env, terminal: Terminal): Promise<ExitCode> {
  if (!idShape().safeParse(asked.id).success) {
    terminal.err('Mã tài khoản chỉ gồm chữ không dấu, số, dấu chấm, gạch; tối đa 80 ký tự.');
    terminal.err('An account’s id has letters, digits, dots, dashes and underscores only, 80 at most.');
    return EXIT.usage;
  }
  const { id, name, email } = asked;
  return run(env, terminal, async (administration) => {
    const account = { id, name: name.normalize('NFC'), language: 'vi' } as const;
    const opened = await administration.open(ACTOR, { ...account, ...(email ? { email } : {}) });
    return opened.ok ? oneTimePassword(administration, id) : opened;
  });
}

export const giveOneTimePassword = (id: string, env: Env, terminal: Terminal): Promise<ExitCode> =>
  run(env, terminal, (administration) => oneTimePassword(administration, id));

export async function giveToken(
  { id, name, days }: { readonly id: string; readonly name: string; readonly days: string },
  env: Env,
  terminal: Terminal,
): Promise<ExitCode> {
  const whole = /^\d{1,3}$/.test(days) ? Number(days) : 0;
  if (whole < 1 || whole > 366) {
    terminal.err('--days phải từ 1 đến 366.');
    terminal.err('--days must be from 1 to 366.');
    return EXIT.usage;
  }
  return run(env, terminal, async (administration) => {
    const issued = await administration.issueToken(ACTOR, id, { name, days: whole });
    if (!issued.ok) return issued;
    const { token, expiresAt } = issued.value;
    return said(token, `hiệu lực đến · valid until ${expiresAt}`);
  });
}

export const resetSecondFactor = (id: string, env: Env, terminal: Terminal): Promise<ExitCode> =>
  run(env, terminal, async (administration) => done(await administration.resetSecondFactor(ACTOR, id)));

export const closeAccount = (id: string, env: Env, terminal: Terminal): Promise<ExitCode> =>
  run(env, terminal, async (administration) => done(await administration.close(ACTOR, id)));

async function oneTimePassword(administration: AccountAdministration, id: string): Promise<Decision<Said>> {
  const given = await administration.giveOneTimePassword(ACTOR, id);
  if (!given.ok) return given;
  const { password, expiresAt } = given.value;
  return said(password, `mật khẩu dùng một lần, đến · one-time password, until ${expiresAt}`);
}

/** What may be piped on, and what is only for the eye. */
interface Said {
  readonly out?: string;
  readonly err: string;
}

const said = (out: string, err: string): Decision<Said> => ({ ok: true, value: { out, err } });
const done = (decision: Decision<void>): Decision<Said> =>
  decision.ok ? { ok: true, value: { err: 'Xong · Done' } } : decision;

async function run(
  env: Env,
  terminal: Terminal,
  work: (administration: AccountAdministration) => Promise<Decision<Said>>,
): Promise<ExitCode> {
  return onAccounts(env, terminal, async (administration) => {
    const outcome = await work(administration);
    if (outcome.ok) {
      if (outcome.value.out !== undefined) terminal.out(outcome.value.out);
      terminal.err(outcome.value.err);
      return EXIT.good;
    }
    terminal.err(sentenceOf(outcome.error, 'vi'));
    terminal.err(sentenceOf(outcome.error, 'en'));
    return EXIT.failed;
  });
}
