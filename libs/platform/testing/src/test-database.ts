import { randomUUID } from 'node:crypto';
import { openDatabase } from '#libs/platform/postgres';
import { TEST_SERVER_VARIABLE } from './test-server.js';

/** A database of a suite's own on the run's server. */
export interface TestDatabase {
  /** The superuser's URL of it. */
  readonly url: string;
  /** Cuts its sessions and removes it. Doing it twice is doing it once. */
  readonly drop: () => Promise<void>;
}

export interface TestDatabaseOptions {
  /** The name of a database of the run's server to begin as a copy of; nobody may be connected to it. */
  readonly like?: string | undefined;
}

/** A fresh database, empty or a copy. Suites run side by side; roles are the server's and therefore everybody's. */
export async function createTestDatabase({ like }: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  // A copy of files: quicker than one that goes through the write-ahead log.
  await asSuperuser(`create database ${name}${like === undefined ? '' : ` template ${like} strategy file_copy`}`);
  const url = new URL(serverUrl());
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => asSuperuser(`drop database if exists ${name} with (force)`) };
}

async function asSuperuser(statement: string): Promise<void> {
  const database = openDatabase({ url: serverUrl(), applicationName: 'vinhdanh tests', max: 1 });
  try {
    await database.query(statement);
  } finally {
    await database.close();
  }
}

function serverUrl(): string {
  const url = process.env[TEST_SERVER_VARIABLE];
  if (!url) throw new Error(`${TEST_SERVER_VARIABLE} is not set: the run's global set-up did not start a server.`);
  return url;
}
