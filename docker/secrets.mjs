// `node docker/secrets.mjs [folder]`: makes what the compose file needs and nobody may know, once: passwords by chance, and an
// authority with a certificate for KurrentDB. What is there already stays. Needs openssl.
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = process.argv[2] ?? join(dirname(fileURLToPath(import.meta.url)), 'secrets');
const inFolder = (name) => join(folder, name);
/** Stands in addresses as it is: letters and digits only. */
const password = () => randomBytes(24).toString('hex');

if (existsSync(inFolder('roles.env'))) {
  process.stdout.write(`${folder} holds secrets already; nothing was changed.\n`);
  process.exit(0);
}
// Nobody but the owner gets in. The files in it are readable: containers see single ones, under users of their own.
mkdirSync(folder, { recursive: true, mode: 0o700 });
chmodSync(folder, 0o700);

const [postgres, redis, admin, ops] = [password(), password(), password(), password()];
certificates();
write('postgres.env', [`POSTGRES_PASSWORD=${postgres}`]);
write('redis.conf', [
  `requirepass ${redis}`,
  'appendonly yes',
  // BullMQ counts on its keys.
  'maxmemory-policy noeviction',
]);
write('kurrentdb.env', [`EVENTSTORE_DEFAULT_ADMIN_PASSWORD=${admin}`, `EVENTSTORE_DEFAULT_OPS_PASSWORD=${ops}`]);
// Last of all: this one says that everything is there.
write('roles.env', [
  `DATABASE_URL=postgres://vinhdanh:${postgres}@postgres:5432/vinhdanh`,
  `KURRENTDB_URL=kurrentdb://admin:${admin}@kurrentdb:2113?tls=true&tlsCaFile=/run/secrets/kurrentdb-ca.crt`,
  `REDIS_URL=redis://:${redis}@redis:6379/0`,
  // Seals second factors; the same for all.
  `VINHDANH_SECRET_KEY=${randomBytes(32).toString('base64')}`,
]);
process.stdout.write(`Secrets for the compose file were made in ${folder}. Keep a copy where the backups are.\n`);

function write(name, lines) {
  writeFileSync(inFolder(name), `${lines.join('\n')}\n`, { mode: 0o644 });
}

/** An authority that signs one certificate and is then forgotten: a lost key is made anew, and cannot be stolen meanwhile. */
function certificates() {
  const key = ['-newkey', 'rsa:3072', '-noenc'];
  const authority = [inFolder('kurrentdb-ca.crt'), inFolder('kurrentdb-ca.key')];
  const node = [inFolder('kurrentdb.crt'), inFolder('kurrentdb.key')];
  openssl('req', '-x509', ...key, '-days', '3650', '-subj', '/CN=Vinh Danh KurrentDB', '-out', authority[0], '-keyout', authority[1], '-addext', 'basicConstraints=critical,CA:TRUE', '-addext', 'keyUsage=critical,keyCertSign,cRLSign');
  // Nodes know each other by this name; clients by the ones below.
  openssl('req', '-x509', ...key, '-days', '3650', '-subj', '/CN=eventstoredb-node', '-CA', authority[0], '-CAkey', authority[1], '-out', node[0], '-keyout', node[1], '-addext', 'basicConstraints=critical,CA:FALSE', '-addext', 'subjectAltName=DNS:kurrentdb,DNS:localhost,IP:127.0.0.1', '-addext', 'extendedKeyUsage=serverAuth,clientAuth', '-addext', 'keyUsage=critical,digitalSignature,keyEncipherment');
  rmSync(authority[1]);
  for (const file of [authority[0], ...node]) chmodSync(file, 0o644);
}

function openssl(...args) {
  const { error, status, stderr } = spawnSync('openssl', args, { encoding: 'utf8' });
  if (!error && status === 0) return;
  process.stderr.write(error ? 'openssl is needed to make the certificate of KurrentDB.\n' : `openssl failed: ${stderr}\n`);
  process.exit(1);
}
