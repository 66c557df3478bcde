import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LocalDate, localDateOf, valueOf } from '#libs/domain/kernel';
import { readConfig } from '#libs/platform/config';
import { createLogger } from '#libs/platform/observability';
import { startTcpProxy, type TcpProxy } from '#libs/platform/testing';
import { sampleOffice, systemActor } from '#libs/service/access';
import { Decisions, Dossiers, establishOffice, Organization, Units } from '#libs/service/commands';
import { type Foundation, home, openFoundation, type RunningRole, TravellingClock } from '#libs/service/foundation';
import { startApi } from '../../apps/api/src/api.js';
import { startProjector } from '../../apps/projector/src/projector.js';
import { openSampleAccounts } from '../../apps/standalone/src/sample-accounts.js';
import { startWorker } from '../../apps/worker/src/worker.js';
import { type KurrentDbForTests, startKurrentDbForTests } from './kurrentdb-protocol/server-for-tests.js';
import { copyBegunOffice, MONDAY_MORNING } from './begun-office.js';
import { OfficeClient } from './office-client.js';
import { chartOf, type Person } from './other-people.js';
import { createOfficeDatabase } from './office-database.js';

/** Where people work: whoever stands behind the API, one process or three. */
export interface Desks {
  /** Somebody signed in; `undefined` is nobody. */
  as(accountId: string | undefined): OfficeClient;
  /** The day in the office. */
  today(): LocalDate;
}

/** A whole office in this process, on a database of its own. */
export interface Office extends Desks {
  readonly url: string;
  readonly foundation: Foundation;
  readonly clock: TravellingClock;
  /** All that was logged so far, down to debug. */
  readonly log: readonly string[];
  /** The database's own address, past any wire that can be cut. */
  readonly databaseUrl: string;
  readonly dossiers: Dossiers;
  readonly decisions: Decisions;
  /** Replaces the projector that runs; `undefined` when it is stopped. */
  readonly projector: { stop(): Promise<void>; start(): Promise<void> };
  /** The server that the log is in, where that is not PostgreSQL. */
  readonly kurrentDb?: KurrentDbForTests;
  close(): Promise<void>;
}

/** An office that can lose its database. */
export interface OfficeOnAWire extends Office {
  /** The wire to the database; cut it and the store is away. */
  readonly wire: TcpProxy;
}

export interface OfficeOptions {
  /** People besides the sample accounts, each in his position. */
  readonly accounts?: readonly Person[];
  /** Where the log is, whatever the run says of all suites. */
  readonly log?: 'kurrentdb';
  readonly now?: string;
  /** The folder with law and procedures; without it, as shipped. */
  readonly home?: string;
  /** Variables besides; people in tests are in no hurry, so that by default nobody meets a rate limit. */
  readonly env?: Readonly<Record<string, string>>;
  /** Puts something between the office and its database. */
  readonly through?: (databaseUrl: string) => Promise<Pick<TcpProxy, 'url' | 'close'>>;
}

/** An office whose database stands behind a wire. All its words go through one more pair of hands: for suites that cut it. */
export async function openOfficeOnAWire(options: OfficeOptions = {}): Promise<OfficeOnAWire> {
  let wire: TcpProxy | undefined;
  const office = await openOffice({ ...options, through: async (url) => (wire = await startTcpProxy(url)) });
  if (!wire) throw new Error('The office does not stand on its wire.');
  return { ...office, wire };
}

/**
 * Starts all roles, with the sample accounts and without sample dossiers. With VINHDANH_TEST_LOG=kurrentdb the log is in a
 * KurrentDB (the test server), so that every suite of the office can be run on it unchanged.
 */
export async function openOffice({
  accounts = [],
  now = MONDAY_MORNING,
  home: lawFolder = home,
  log: logIn = process.env['VINHDANH_TEST_LOG'] === 'kurrentdb' ? 'kurrentdb' : undefined,
  env = {},
  through,
}: OfficeOptions = {}): Promise<Office> {
  const undo: (() => Promise<unknown>)[] = [];
  const close = async (): Promise<void> => {
    for (let end = undo.pop(); end; end = undo.pop()) await end();
  };
  try {
    const dataFolder = await mkdtemp(join(tmpdir(), 'vinhdanh-office-'));
    undo.push(() => rm(dataFolder, { recursive: true, force: true }));
    // Most offices begin on the same morning under the same law: that much is copied.
    const begins = now === MONDAY_MORNING && lawFolder === home && logIn === undefined;
    const database = (begins ? await copyBegunOffice(dataFolder) : undefined) ?? (await createOfficeDatabase());
    undo.push(() => database.drop());
    const wire = await through?.(database.url);
    undo.push(async () => wire?.close());

    const kurrentDb = logIn === 'kurrentdb' ? await startKurrentDbForTests() : undefined;
    if (kurrentDb) undo.push(() => kurrentDb.stop());

    const clock = new TravellingClock();
    clock.travelTo(now);
    const log: string[] = [];
    const foundation: Foundation = {
      ...(await openFoundation(configOf(dataFolder, kurrentDb?.url, env), {
        role: 'office',
        home: lawFolder,
        databaseUrl: wire?.url ?? database.url,
        ownerUrl: database.url,
        clock,
      })),
      log: createLogger({ role: 'office', level: 'debug' }, { write: (line) => void log.push(line) }),
    };
    undo.push(() => foundation.close());

    const tokens = new Map<string, string>();
    for (const { account, token } of await openSampleAccounts(foundation.accounts, foundation.passwords, dataFolder))
      tokens.set(account.id, token);
    for (const account of accounts) {
      await foundation.accounts.open(account, { sample: true });
      tokens.set(account.id, await foundation.accounts.issueToken(account.id));
    }

    await establish(foundation, accounts);

    let projector: RunningRole | undefined = await startProjector(foundation);
    const stopProjector = async (): Promise<void> => {
      await projector?.stop();
      projector = undefined;
    };
    undo.push(stopProjector);
    const worker = await startWorker(foundation);
    undo.push(() => worker.stop());
    const api = await startApi(foundation);
    undo.push(() => api.stop());

    const line = { url: api.url, seen: new Map<string, string>() };
    const dossiers = new Dossiers(foundation.store, foundation.law, clock);
    return {
      url: api.url,
      foundation,
      clock,
      log,
      databaseUrl: database.url,
      dossiers,
      decisions: new Decisions(foundation.store, dossiers, foundation.law, clock),
      projector: {
        stop: stopProjector,
        start: async () => void (projector ??= await startProjector(foundation)),
      },
      as(accountId) {
        const token = accountId === undefined ? undefined : tokens.get(accountId);
        if (accountId !== undefined && token === undefined) throw new Error(`Nobody here is called ${accountId}.`);
        return new OfficeClient(line, token);
      },
      ...(kurrentDb ? { kurrentDb } : {}),
      today: () => localDateOf(clock.now()),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The sample office, and the positions of whoever else works here: in a unit of the sample, or in one of their own. */
async function establish({ store, clock }: Foundation, people: readonly Person[]): Promise<void> {
  const others = chartOf(people);
  const withOthers = sampleOffice.units.map((unit) => ({
    ...unit,
    positions: [...unit.positions, ...(others.find(({ unitId }) => unitId === unit.unitId)?.positions ?? [])],
  }));
  const elsewhere = others.filter(({ unitId }) => !sampleOffice.units.some((unit) => unit.unitId === unitId));
  valueOf(await establishOffice(store, clock, { ...sampleOffice, units: [...withOthers, ...elsewhere] }));
}

/** Makes a position of a unit that is there, and appoints somebody to it. */
export async function employ({ store, clock }: Foundation, { id, unitId, positionId, roles }: Person): Promise<void> {
  if (roles.length === 0) return;
  const units = new Units(store, new Organization(store), clock);
  const { from } = sampleOffice;
  const title = { vi: `Vị trí ${positionId}`, en: `Position ${positionId}` };
  const position = { positionId, title, roles: [...roles], head: false, seats: 1, from };
  for (const command of [
    { type: 'create-position', data: position },
    { type: 'appoint', data: { positionId, accountId: id, from } },
  ] as const) {
    const commandId = randomUUID();
    valueOf(
      await units.execute(unitId, command, {
        actor: systemActor,
        commandId,
        fingerprint: 'employ',
        correlationId: commandId,
      }),
    );
  }
}

/** Silent, because `log` is what listens; any free port. */
function configOf(dataFolder: string, kurrentDbUrl: string | undefined, env: Readonly<Record<string, string>>) {
  const config = readConfig({
    VINHDANH_DATA: dataFolder,
    VINHDANH_PORT: '0',
    VINHDANH_LOG_LEVEL: 'silent',
    KURRENTDB_URL: kurrentDbUrl,
    VINHDANH_RATE_PER_MINUTE: '1000000',
    ...env,
  });
  if (!config.ok) throw new Error(JSON.stringify(config.error));
  return config.value;
}
