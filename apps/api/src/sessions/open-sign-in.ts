import { SignIn, readSecretKey } from '#libs/service/access';
import type { Foundation } from '#libs/service/foundation';

/** All that coming in needs, on an open foundation. The first start makes the key that seals second factors. */
export async function openSignIn(foundation: Foundation): Promise<SignIn> {
  const { database, clock, accounts, passwords, rolesOf, config, log } = foundation;
  return new SignIn({
    database,
    clock,
    accounts,
    passwords,
    rolesOf,
    config: config.signIn,
    secretKey: await readSecretKey(config.dataFolder, config.signIn.secretKey),
    onTrouble: (error) => log.warn({ err: error }, 'the identity provider did not confirm somebody'),
  });
}
