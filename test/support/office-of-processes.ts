import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '#libs/platform/embedded';
import { readConfig } from '#libs/platform/config';
import { type Foundation, home, openFoundation } from '#libs/service/foundation';
import { openSampleAccounts } from '../../apps/standalone/src/sample-accounts.js';
import { establishSampleOffice } from '../../apps/standalone/src/sample-province.js';
import { OfficeClient } from './office-client.js';
import type { Desks } from './office.js';
import { endAll, type RoleProcess, startRole, today, written } from './role-process.js';
import { createOfficeDatabase } from './office-database.js';

export type OfficeRole = 'api' | 'projector' | 'worker';

/** An office whose roles are processes, each of which can be killed; its people have patience. */
export interface OfficeOfProcesses extends Desks {
  /** The suite's own eyes: the store and the database, past all roles. */
  readonly foundation: Foundation;
  /** Of the owner of the database: for what no role may do. */
  readonly ownerUrl: string;
  /** From now on until the api is killed, what a command is answered gets lost; counts those answers. */
  loseAnswers(): void;
  readonly lostAnswers: () => number;
  /** How many commands and questions were answered. */
  readonly answered: () => number;
  /** Everything that any process ever wrote. */
  readonly wrote: () => string;
  /** SIGKILL, and a start again; resolves when the new process is ready. */
  killAndRestart(role: OfficeRole): Promise<void>;
  close(): Promise<void>;
}

const PATIENCE_MS = 60_000;

export async function openOfficeOfProcesses(): Promise<OfficeOfProcesses> {
  const database = await createOfficeDatabase();
  const dataFolder = await mkdtemp(join(tmpdir(), 'vinhdanh-office-'));
  const port = await freePort();
  const env = { DATABASE_URL: database.url, VINHDANH_DATA: dataFolder, VINHDANH_PORT: String(port) };
  const config = readConfig({ ...env, VINHDANH_LOG_LEVEL: 'silent' });
  if (!config.ok) throw new Error(JSON.stringify(config.error));
  const foundation = await openFoundation(config.value, {
    role: 'test',
    home,
    databaseUrl: database.url,
    ownerUrl: database.url,
  });
  await establishSampleOffice(foundation);
  const opened = await openSampleAccounts(foundation.accounts, foundation.passwords, dataFolder);
  const tokens = new Map(opened.map(({ account, token }) => [account.id, token]));

  const everStarted: RoleProcess[] = [];
  const start = async (role: OfficeRole): Promise<RoleProcess> => {
    const process = startRole(role, { ...env, VINHDANH_LOG_LEVEL: 'debug' });
    everStarted.push(process);
    await written(process, '"ready"');
    return process;
  };
  const roles = {
    api: await start('api'),
    projector: await start('projector'),
    worker: await start('worker'),
  };

  let answered = 0;
  let losing = false;
  let lost = 0;
  const line = {
    url: `http://127.0.0.1:${port}`,
    seen: new Map<string, string>(),
    patienceMs: PATIENCE_MS,
    onAnswer(method: string) {
      answered++;
      if (!losing || method !== 'POST') return 'arrived';
      lost++;
      return 'lost';
    },
  };
  return {
    foundation,
    ownerUrl: database.url,
    loseAnswers: () => void (losing = true),
    lostAnswers: () => lost,
    answered: () => answered,
    wrote: () => everStarted.map((process) => process.out() + process.err()).join(''),
    as: (accountId) => new OfficeClient(line, accountId === undefined ? undefined : tokens.get(accountId)),
    today,
    async killAndRestart(role) {
      await roles[role].end('SIGKILL');
      losing = false;
      roles[role] = await start(role);
    },
    async close() {
      await endAll();
      await foundation.close();
      await rm(dataFolder, { recursive: true, force: true });
      await database.drop();
    },
  };
}
