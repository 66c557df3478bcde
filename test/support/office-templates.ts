import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { valueOf } from '#libs/domain/kernel';
import { readConfig } from '#libs/platform/config';
import { createTestDatabase } from '#libs/platform/testing';
import { enterCalendarAtStart, enterProceduresAtStart } from '#libs/service/commands';
import { home, migrateDatabase, openFoundation, TravellingClock } from '#libs/service/foundation';
import { accountsFileOf, openSampleAccounts } from '../../apps/standalone/src/sample-accounts.js';
import { BEGUN_VARIABLE, type BegunOffice, MONDAY_MORNING } from './begun-office.js';
import { TEMPLATE_VARIABLE } from './office-database.js';

const nameOf = (url: string): string => new URL(url).pathname.slice(1);

/** Makes the databases that offices begin as copies of; once for a run, before its suites, which inherit their names. */
export async function prepareTemplates(): Promise<void> {
  const { url } = await createTestDatabase();
  await migrateDatabase(url);
  process.env[TEMPLATE_VARIABLE] = nameOf(url);
  process.env[BEGUN_VARIABLE] = JSON.stringify(await beginOffice(nameOf(url)));
}

async function beginOffice(template: string): Promise<BegunOffice> {
  const { url } = await createTestDatabase({ like: template });
  const dataFolder = await mkdtemp(join(tmpdir(), 'vinhdanh-office-'));
  const clock = new TravellingClock();
  clock.travelTo(MONDAY_MORNING);
  const config = valueOf(readConfig({ VINHDANH_DATA: dataFolder, VINHDANH_LOG_LEVEL: 'silent' }));
  const foundation = await openFoundation(config, { role: 'begun', home, databaseUrl: url, ownerUrl: url, clock });
  try {
    await openSampleAccounts(foundation.accounts, foundation.passwords, dataFolder);
    await enterCalendarAtStart(foundation);
    await enterProceduresAtStart(foundation);
    return { database: nameOf(url), accounts: await readFile(accountsFileOf(dataFolder), 'utf8') };
  } finally {
    await foundation.close();
    await rm(dataFolder, { recursive: true, force: true });
  }
}
