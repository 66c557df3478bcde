import { KurrentDBClient, type Credentials } from '@kurrent/kurrentdb-client';

/** Options that may stand in the string, without case and separators. */
const KNOWN = new Set([
  'tls',
  'tlsverifycert',
  'tlscafile',
  'usercertfile',
  'userkeyfile',
  'maxdiscoverattempts',
  'discoveryinterval',
  'gossiptimeout',
  'nodepreference',
  'keepaliveinterval',
  'keepalivetimeout',
  'defaultdeadline',
]);

/** Options that this adapter must not be given, and why. */
const REFUSED: ReadonlyMap<string, string> = new Map([
  ['throwonappendfailure', 'a conflict would be reported as a success with a wrong revision'],
  ['connectionname', 'the program says its own name'],
]);

const PARTS = /^([^:]+:\/\/)(?:([^:@/]+):([^@]+)@)?(.*)$/s;

const UNREADABLE =
  'KURRENTDB_URL is no connection string that can be read. Write signs like @ : / ? in names and passwords percent-encoded.';

export interface Connection {
  /** Without credentials: the client quotes the string in complaints and warnings. */
  readonly string: string;
  readonly credentials?: Credentials;
}

/**
 * The connection string, checked for what would make the store unsafe, and with the name under which the server knows us.
 * @throws Error that names the option at fault and never the string, which may hold a password.
 */
export function connectionOf(url: string, applicationName: string): Connection {
  const [, protocol, user, password, rest] = PARTS.exec(url.trim()) ?? [];
  if (protocol === undefined || rest === undefined) throw new Error(UNREADABLE);
  const query = rest.indexOf('?');
  for (const option of query < 0 ? [] : rest.slice(query + 1).split('&')) check(option);
  const name = `connectionName=${encodeURIComponent(applicationName)}`;
  const string = `${protocol}${rest}${query < 0 ? '?' : '&'}${name}`;
  if (user === undefined || password === undefined) return { string };
  return { string, credentials: { username: decoded(user), password: decoded(password) } };
}

function check(option: string): void {
  const [name = '', value = ''] = option.split('=');
  const plain = name.trim().toLowerCase().replaceAll(/[_-]/g, '');
  const reason = REFUSED.get(plain);
  if (reason !== undefined) throw new Error(`KURRENTDB_URL must not set ${plain}: ${reason}.`);
  if (!KNOWN.has(plain) || value === '')
    throw new Error('KURRENTDB_URL holds an option that is unknown or has no value.');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new Error(UNREADABLE);
  }
}

/**
 * A client for the connection string; it connects at first use. The credentials are given to it apart: of its two ways to
 * the server, the one for reads would send a percent-encoded password as it stands in the string, and be refused.
 * @throws Error. The client's own complaints may quote anything: they go no further.
 */
export function openClient(url: string, applicationName: string): KurrentDBClient {
  const { string, credentials } = connectionOf(url, applicationName);
  let complaint = UNREADABLE;
  try {
    const client = KurrentDBClient.connectionString(string);
    if (credentials) client.setCredentialsProvider(() => credentials);
    return client;
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('Failed to load certificate'))
      complaint = `KURRENTDB_URL: ${error.message}`;
  }
  throw new Error(complaint);
}
