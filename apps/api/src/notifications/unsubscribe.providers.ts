import { readSecretKey } from '#libs/service/access';
import type { Config } from '#libs/platform/config';
import { CONFIG } from '#libs/service/foundation';
import type { FactoryProvider } from '@nestjs/common';

/** What the links in letters are signed with; the worker signs, the API checks. */
export const UNSUBSCRIBE_SECRET = Symbol('unsubscribe secret');

export const unsubscribeSecret: FactoryProvider<string> = {
  provide: UNSUBSCRIBE_SECRET,
  inject: [CONFIG],
  useFactory: ({ dataFolder, signIn }: Config) => readSecretKey(dataFolder, signIn.secretKey),
};
