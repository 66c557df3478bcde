import { SignIn, readSecretKey } from '#libs/service/access';
import type { Acting } from '#libs/service/commands';
import type { Foundation } from '#libs/service/foundation';

/** All that coming in needs, on an open foundation. The first start makes the key that seals second factors. */
export async function openSignIn(foundation: Foundation, acting: Acting): Promise<SignIn> {
  const { database, clock, accounts, passwords, config, log } = foundation;
  return new SignIn({
    database,
    clock,
    accounts,
    passwords,
    // Every role that he could act in: also one in the place of somebody else.
    rolesOf: async (accountId) => [...new Set((await acting.positionsOf(accountId)).flatMap(({ roles }) => roles))],
    config: config.signIn,
    secretKey: await readSecretKey(config.dataFolder, config.signIn.secretKey),
    onTrouble: (error) => log.warn({ err: error }, 'the identity provider did not confirm somebody'),
  });
}
