import { resolve } from 'node:path';
import { type Result, fail, ok } from '#libs/domain/kernel';
import { z } from 'zod';
import { isLoopback } from './loopback.js';
import { type SignInConfig, describeSignIn, signInConfigOf, signInEnvironment } from './sign-in-config.js';
import { type ConfigFault, secretUrl, whole, commaList } from './values.js';

export type { ConfigFault } from './values.js';

/** Several hosts may stand in one such address, which makes it no URL; the client checks the rest. */
const KURRENTDB = /^(kurrentdb|kurrent|kdb|esdb)(\+discover)?:\/\/[^/?\s]+/;

/** `https://key:secret@host/bucket`: a store without a bucket or without a key would only fail at the first document. */
const bucketUrl = () =>
  secretUrl('http', 'https').refine(
    (text) => text === undefined || !URL.canParse(text) || hasBucketAndKey(new URL(text)),
    {
      message: 'must name key, secret and bucket: https://key:secret@host/bucket',
    },
  );

const hasBucketAndKey = ({ username, password, pathname }: URL): boolean =>
  username !== '' && password !== '' && /^\/[^/]/.test(pathname);

/** `10.1.2.3:9000`, `[fd00::1]:443`, `may-chu.noi-bo:8443`. */
const HOST_AND_PORT = /^(\[[\da-fA-F:]+\]|[\w.-]+):\d{1,5}$/;

/** Every environment variable that the system reads: the one schema, checked before anything starts. */
const environment = z.object({
  ...signInEnvironment,
  VINHDANH_DATA: z.string().min(1).default('.vinhdanh'),
  DATABASE_URL: secretUrl('postgres', 'postgresql'),
  DATABASE_OWNER_URL: secretUrl('postgres', 'postgresql'),
  KURRENTDB_URL: z
    .string()
    .regex(KURRENTDB, 'must be an address beginning with kurrentdb:// or kurrentdb+discover://')
    .optional(),
  REDIS_URL: secretUrl('redis', 'rediss'),
  SMTP_URL: secretUrl('smtp', 'smtps'),
  S3_URL: bucketUrl(),
  VINHDANH_HOST: z.string().min(1).default('127.0.0.1'),
  VINHDANH_PORT: whole(0, 65_535, 8080),
  VINHDANH_HEALTH_PORT: whole(0, 65_535, 0),
  VINHDANH_MAIL_FROM: z.email().default('vinhdanh@localhost.localdomain'),
  VINHDANH_WEBHOOK_OWN_TARGETS: commaList().refine((all) => all.every((each) => HOST_AND_PORT.test(each)), {
    message: 'must name hosts with their ports: may-chu.noi-bo:8443, 10.1.2.3:9000',
  }),
  VINHDANH_SAMPLES: z.enum(['all', 'few', 'none']).default('all'),
  VINHDANH_SWEEP_SECONDS: whole(1, 3_600, 30),
  VINHDANH_LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
});

/** How this process is configured. Addresses may hold passwords: print `describeConfig`, never this. */
export interface Config {
  /** Absolute path of the folder for everything the system keeps on this machine. */
  readonly dataFolder: string;
  /** An external PostgreSQL; without it the embedded server of the data folder. */
  readonly databaseUrl?: string;
  /** Who may change tables; without it `databaseUrl` must be allowed to. */
  readonly databaseOwnerUrl?: string;
  /** A KurrentDB for the log; without it the log is in PostgreSQL, where everything else is in any case. */
  readonly kurrentDbUrl?: string;
  /** A Redis for the queue; without it the queue lives in PostgreSQL. */
  readonly redisUrl?: string;
  /** A mail server; without it mails are written as files into the data folder. */
  readonly smtpUrl?: string;
  /**
   * An S3-compatible store for documents, `https://key:secret@host/bucket/prefix?region=…`; without it they lie in the data
   * folder.
   */
  readonly s3Url?: string;
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Where projector and worker answer whoever watches them; 0: nowhere. */
  readonly healthPort: number;
  readonly mailFrom: string;
  /** `host:port` in the own network to which webhooks may go; everywhere else they go to the open internet only. */
  readonly webhookOwnTargets: readonly string[];
  /** Which invented dossiers `npm start` brings along, where nobody but this machine can reach the system. */
  readonly samples: z.infer<typeof environment>['VINHDANH_SAMPLES'];
  readonly sweepEveryMs: number;
  readonly logLevel: z.infer<typeof environment>['VINHDANH_LOG_LEVEL'];
  /** How people and machines come in. */
  readonly signIn: SignInConfig;
}

/** Whether nobody but this machine can reach the system: only then may sample accounts come in. */
export const isOnlyHere = ({ host, signIn: { publicUrl } }: Pick<Config, 'host' | 'signIn'>): boolean =>
  isLoopback(host) && (publicUrl === undefined || isLoopback(new URL(publicUrl).hostname));

/** Reads the environment. Empty variables count as not set. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Result<Config, readonly ConfigFault[]> {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = environment.safeParse(set);
  if (!parsed.success) {
    return fail(parsed.error.issues.map((issue) => ({ variable: issue.path.join('.'), message: issue.message })));
  }
  const value = parsed.data;
  const signIn = signInConfigOf(value);
  if (!signIn.ok) return signIn;
  return ok({
    dataFolder: resolve(value.VINHDANH_DATA),
    ...(value.DATABASE_URL ? { databaseUrl: value.DATABASE_URL } : {}),
    ...(value.DATABASE_OWNER_URL ? { databaseOwnerUrl: value.DATABASE_OWNER_URL } : {}),
    ...(value.KURRENTDB_URL ? { kurrentDbUrl: value.KURRENTDB_URL } : {}),
    ...(value.REDIS_URL ? { redisUrl: value.REDIS_URL } : {}),
    ...(value.SMTP_URL ? { smtpUrl: value.SMTP_URL } : {}),
    ...(value.S3_URL ? { s3Url: value.S3_URL } : {}),
    host: value.VINHDANH_HOST,
    port: value.VINHDANH_PORT,
    healthPort: value.VINHDANH_HEALTH_PORT,
    mailFrom: value.VINHDANH_MAIL_FROM,
    webhookOwnTargets: value.VINHDANH_WEBHOOK_OWN_TARGETS.map((target) => target.toLowerCase()),
    samples: value.VINHDANH_SAMPLES,
    sweepEveryMs: value.VINHDANH_SWEEP_SECONDS * 1_000,
    logLevel: value.VINHDANH_LOG_LEVEL,
    signIn: signIn.value,
  });
}

const masked = (url: string): string => {
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//…@${host}${pathname}`;
};

/** Protocol and hosts: what stands before them are credentials, behind them paths of keys. */
const maskedHosts = (url: string): string => url.replace(/^([^:]+:\/\/)(?:.*@)?([^@/?]*).*$/s, '$1…@$2');

/** The configuration as it may be shown: addresses without names and passwords. */
export function describeConfig(config: Config): Readonly<Record<string, string>> {
  return {
    VINHDANH_DATA: config.dataFolder,
    DATABASE_URL: config.databaseUrl ? masked(config.databaseUrl) : '(embedded PostgreSQL)',
    DATABASE_OWNER_URL: config.databaseOwnerUrl ? masked(config.databaseOwnerUrl) : '(as DATABASE_URL)',
    KURRENTDB_URL: config.kurrentDbUrl ? maskedHosts(config.kurrentDbUrl) : '(log in PostgreSQL)',
    REDIS_URL: config.redisUrl ? masked(config.redisUrl) : '(queue in PostgreSQL)',
    SMTP_URL: config.smtpUrl ? masked(config.smtpUrl) : '(mails as files in the data folder)',
    S3_URL: config.s3Url ? masked(config.s3Url) : '(documents in the data folder)',
    VINHDANH_HOST: config.host,
    VINHDANH_PORT: String(config.port),
    VINHDANH_HEALTH_PORT: config.healthPort === 0 ? '(none)' : String(config.healthPort),
    VINHDANH_MAIL_FROM: config.mailFrom,
    VINHDANH_WEBHOOK_OWN_TARGETS: config.webhookOwnTargets.join(', ') || '(none)',
    VINHDANH_SAMPLES: config.samples,
    VINHDANH_SWEEP_SECONDS: String(config.sweepEveryMs / 1_000),
    VINHDANH_LOG_LEVEL: config.logLevel,
    ...describeSignIn(config.signIn),
  };
}
