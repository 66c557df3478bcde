/** The server's settings by name, as in `postgresql.conf`. */
export type Settings = Readonly<Record<string, string>>;

/** What holds unless the caller says otherwise. Given on the command line, so that the code decides and not a file of an older version. */
const DEFAULTS: Settings = {
  // What is acknowledged is on the disk. These are the server's own defaults; they stand here because everything rests on them.
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  max_connections: '100',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_line_prefix: '%m [%p] %u@%d ',
  log_checkpoints: 'off',
  // A failing statement and the details of its error carry people's data; the log gets the error's own sentence only.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  cluster_name: 'vinhdanh',
};

/** What no caller may change: nobody but this machine reaches the server, and nobody without the password. */
const FIXED: Settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  password_encryption: 'scram-sha-256',
};

export const effectiveSettings = (wanted: Settings): Settings => ({ ...DEFAULTS, ...wanted, ...FIXED });

export const asArguments = (settings: Settings, data: string, port: number): string[] => [
  '-D',
  data,
  ...Object.entries({ ...settings, port: String(port) }).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
];

export function sameSettings(remembered: Settings | undefined, wanted: Settings): boolean {
  if (!remembered) return false;
  const names = Object.keys(wanted);
  return Object.keys(remembered).length === names.length && names.every((name) => remembered[name] === wanted[name]);
}
