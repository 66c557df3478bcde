import type { Config } from '#libs/platform/config';
import type { Database } from '#libs/platform/postgres';
import { readSecretKey } from '#libs/service/access';
import { CONFIG, DATABASE } from '#libs/service/foundation';
import { Webhooks } from '#libs/service/notifications';
import type { FactoryProvider } from '@nestjs/common';

export const webhooksProvider: FactoryProvider<Webhooks> = {
  provide: Webhooks,
  inject: [DATABASE, CONFIG],
  useFactory: async (database: Database, { dataFolder, signIn, webhookOwnTargets }: Config) =>
    new Webhooks(database, await readSecretKey(dataFolder, signIn.secretKey), new Set(webhookOwnTargets)),
};
