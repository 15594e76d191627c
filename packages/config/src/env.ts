import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { trustOf } from './caller-network.ts';
import { readOrMakeSecret } from './secret.ts';
import {
  checkStorage,
  type StorageSettings,
  storageOf,
  storageVariables,
} from './storage-settings.ts';

const port = (preset: number, of: string) =>
  z.coerce
    .number({ error: 'must be a port number' })
    .int({ error: 'must be a whole number' })
    .min(1, { error: 'must be from 1 to 65535' })
    .max(65_535, { error: 'must be from 1 to 65535' })
    .default(preset)
    .describe(of);

const origin = (of: string) =>
  z
    .url({
      protocol: /^https?$/,
      error: 'must be an address such as https://journal.example',
      abort: true,
    })
    .refine((text) => /^https?:\/\/[^/]+\/?$/.test(text), {
      error: 'must have no path: each site lives at the root of its own host or port',
    })
    .transform((text) => new URL(text).origin)
    .optional()
    .describe(of);

const postgresUrl = z.url({
  protocol: /^postgres(ql)?$/,
  error: 'must be an address such as postgres://user:password@host:5432/viewpoints',
});

const webAddress = z.url({
  protocol: /^https?$/,
  error: 'must be an address such as https://hub.example/',
});

const trustedProxies = z
  .string()
  .default('')
  .transform((text) => text.split(',').flatMap((part) => part.trim() || []))
  .refine(areAddresses, {
    error: 'must be addresses of proxies such as 10.0.0.0/8, 2001:db8::7',
  });

const edgeCaches = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((url) => url.trim())
      .filter((url) => url !== ''),
  )
  .pipe(
    z.array(
      z.url({ protocol: /^http$/, error: 'must be addresses such as http://127.0.0.1:8080' }),
    ),
  );

/**
 * Every setting, by its name in the environment. The description is its text in `.env.example`; an
 * unset or empty one takes the default.
 */
export const environmentSchema = z.object({
  DATABASE_URL: postgresUrl
    .optional()
    .describe(
      'PostgreSQL 15 or later, as a user who may create roles; the primary, and no pooler. Unset: one is run for you.',
    ),
  DATABASE_READER_URL: postgresUrl
    .optional()
    .describe('The same database as the role viewpoints_reader. Unset: derived from SECRET.'),
  DATA_DIR: z
    .string()
    .default('.data')
    .describe('Where data are kept on this machine; relative to the root of the repository.'),
  ...storageVariables,
  READER_PORT: port(3000, 'Port of the reading site.'),
  ADMIN_PORT: port(3001, 'Port of the admin.'),
  API_PORT: port(3002, 'Port of the API.'),
  READER_URL: origin('Public address of the reading site. Unset: http://localhost:READER_PORT.'),
  ADMIN_URL: origin('Public address of the admin. Unset: http://localhost:ADMIN_PORT.'),
  API_URL: origin('Public address of the API. Unset: http://localhost:API_PORT.'),
  TRUSTED_PROXIES: trustedProxies.describe(
    "Addresses of proxies whose X-Forwarded-For is believed, beside this machine's own.",
  ),
  NETWORK_LIMIT: z.coerce
    .number({ error: 'must be a number' })
    .int({ error: 'must be a whole number' })
    .min(1, { error: 'must be from 1 to 1000000' })
    .max(1_000_000, { error: 'must be from 1 to 1000000' })
    .default(1200)
    .describe(
      'Pages made, and public calls of the API, that one network (/24, IPv6 /48) has in a minute.',
    ),
  PURGE_URLS: edgeCaches.describe(
    'Caches in front of the reading site, http://…, notified of changes; see deploy/. Unset: none.',
  ),
  CACHE_STATUS: z
    .enum(['on', 'off'], { error: 'must be on or off' })
    .default('off')
    .describe(
      'on: pages say whether they were kept, and so whether somebody asked before; to try a set-up.',
    ),
  SMTP_URL: z
    .url({
      protocol: /^smtps?$/,
      error: 'must be an address such as smtp://user:password@host:587',
    })
    .optional()
    .describe(
      'Mail server. Unset: messages are kept in DATA_DIR/outbox, for the operator of the server.',
    ),
  MAIL_RATE: z.coerce
    .number({ error: 'must be a number' })
    .min(0.1, { error: 'must be from 0.1 to 1000' })
    .max(1000, { error: 'must be from 0.1 to 1000' })
    .default(10)
    .describe('Messages to subscribers that are sent in a second at most.'),
  BOUNCE_ADDRESS: z
    .email({ error: 'must be an e-mail address such as bounces@mail.example.org' })
    // Of 64 characters a part before the @ may have, a return path takes 49.
    .regex(/^[^@+]{1,15}@/, { error: 'must have at most 15 characters before the @, and no +' })
    .optional()
    .describe(
      'Where messages to subscribers are reported that did not arrive; its server has to deliver name+anything@ too. Unset: nowhere.',
    ),
  BOUNCE_WEBHOOK_SECRET: z
    .string()
    .regex(/^whsec_[A-Za-z0-9+/]{32,}={0,2}$/, {
      error: 'must be whsec_ and at least 24 bytes in base64',
    })
    .optional()
    .describe(
      'Signs calls of POST /bounces by a mail provider (Standard Webhooks); needs BOUNCE_ADDRESS. Unset: there is no such address.',
    ),
  SECRET: z
    .string()
    .min(32, { error: 'must have at least 32 characters; leave it out to have one made' })
    .optional()
    .describe(
      'Signs sessions and derives passwords; the same for every instance of a journal. Unset: made once and kept in DATA_DIR/secret.',
    ),
  OWNER_EMAIL: z
    .email({ error: 'must be an e-mail address' })
    .optional()
    .describe('Makes the first account without the set-up link; needs OWNER_PASSWORD.'),
  OWNER_PASSWORD: z
    // Its length is checked when the first account is made, so that a journal set up with a shorter one starts.
    .string()
    .optional()
    .describe('Password of the first account; needs OWNER_EMAIL.'),
  SAMPLE: z
    .enum(['on', 'off'], { error: 'must be on or off' })
    .default('on')
    .describe('off: do not load the sample journal into an empty database.'),
  WEBSUB_HUB: webAddress
    .optional()
    .describe('WebSub hub that feeds announce and that is notified of changes. Unset: none.'),
  INDEXNOW_KEY: z
    .string()
    .regex(/^[A-Za-z0-9-]{8,128}$/, {
      error: 'must be 8 to 128 letters, digits and hyphens',
    })
    .optional()
    .describe(
      'Key for IndexNow, which notifies search engines of changed addresses. Unset: not used.',
    ),
  INDEXNOW_ENDPOINT: webAddress
    .default('https://api.indexnow.org/indexnow')
    .describe('Address of IndexNow; needs INDEXNOW_KEY.'),
  CHECK_LINKS: z
    .enum(['on', 'off'], { error: 'must be on or off' })
    .default('on')
    .describe('off: do not follow links of articles in review to see whether they work.'),
  IMPORT_SIZE: z.coerce
    .number({ error: 'must be a number' })
    .int({ error: 'must be a whole number' })
    .min(1, { error: 'must be from 1 to 50000' })
    .max(50_000, { error: 'must be from 1 to 50000' })
    .default(2000)
    .describe('Megabytes that the files of one import in the admin may have.'),
  IMPORT_HOURS: z.coerce
    .number({ error: 'must be a number' })
    .int({ error: 'must be a whole number' })
    .min(1, { error: 'must be from 1 to 720' })
    .max(720, { error: 'must be from 1 to 720' })
    .default(48)
    .describe('Hours after which uploaded files that nobody has imported are removed.'),
  METRICS_TOKEN: z
    .string()
    .min(32, { error: 'must have at least 32 characters' })
    .optional()
    .describe(
      'Opens /metrics of the API to Prometheus, which sends it as a bearer token. Unset: closed.',
    ),
  LOG_LEVEL: z
    .enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'], {
      error: 'must be one of silent, fatal, error, warn, info, debug, trace',
    })
    .default('info')
    .describe('How much is logged: silent, fatal, error, warn, info, debug or trace.'),
});

/** The settings as the programs use them: absolute paths, origins without a slash at the end. */
export type Settings = {
  /** Null: the embedded PostgreSQL. */
  databaseUrl: string | null;
  /** Null: to be derived from the database and the secret. */
  databaseReaderUrl: string | null;
  dataDir: string;
  ports: { reader: number; admin: number; api: number };
  readerUrl: string;
  adminUrl: string;
  apiUrl: string;
  /** Addresses of proxies whose word on where a request came from is taken. */
  trustedProxies: string[];
  /** Maximum requests of one network per minute. */
  networkLimit: number;
  /** Caches in front of the reading site that are purged on changes. */
  purgeUrls: string[];
  /** Whether responses of the reading site say if they came from the cache. */
  showsCacheStatus: boolean;
  /** Null: messages are stored in the outbox. */
  smtpUrl: string | null;
  /** Most messages to subscribers in a second. */
  mailRate: number;
  /** The address of return paths; null: messages have none of their own. */
  bounceAddress: string | null;
  /** Null: no mail provider can report bounces by HTTP. */
  bounceWebhookSecret: string | null;
  /** The directory of pictures where these are files; next to it are smaller ones. */
  mediaDirectory: string;
  /** Where pictures and files are stored. */
  storage: StorageSettings;
  secret: string;
  /** Whether SECRET is set, and not made once and kept in the data directory. */
  isSecretSet: boolean;
  /** The first account, where it is to be made unattended. */
  owner: { email: string; password: string } | null;
  sample: boolean;
  /** The WebSub hub to notify of changed feeds; null for none. */
  webSubHub: string | null;
  /** The search engines to notify of changed addresses; null for none. */
  indexNow: { key: string; endpoint: string } | null;
  /** Whether links of articles in review are followed. */
  checkLinks: boolean;
  /** Most bytes of the files of one import by upload, and the hours that they are kept. */
  importSize: number;
  importHours: number;
  /** The token that opens the metrics; null: there are none. */
  metricsToken: string | null;
  logLevel: z.infer<typeof environmentSchema>['LOG_LEVEL'];
};

/** Settings that cannot be used; the message names every variable and what to do about it. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
  readonly variables: string[];

  constructor(problems: { variable: string; problem: string }[]) {
    const lines = problems.map(({ variable, problem }) => `${variable} ${problem}.`);
    super(
      `${lines.join('\n')}\nCorrect this in the environment or in .env; .env.example explains every setting.`,
    );
    this.variables = problems.map(({ variable }) => variable);
  }
}

/**
 * Reads and checks the settings. Without an argument they come from this process' environment
 * and, for what is not set there, from `.env` at the root of the repository.
 * @throws {SettingsError}
 */
export function loadSettings(env?: Record<string, string | undefined>): Settings {
  const set = parse(env ?? readEnvironment());
  const dataDir = resolve(findRoot(), set.DATA_DIR);
  const { OWNER_EMAIL: email, OWNER_PASSWORD: password } = set;
  return {
    databaseUrl: set.DATABASE_URL ?? null,
    databaseReaderUrl: set.DATABASE_READER_URL ?? null,
    dataDir,
    ports: { reader: set.READER_PORT, admin: set.ADMIN_PORT, api: set.API_PORT },
    readerUrl: set.READER_URL ?? `http://localhost:${set.READER_PORT}`,
    adminUrl: set.ADMIN_URL ?? `http://localhost:${set.ADMIN_PORT}`,
    apiUrl: set.API_URL ?? `http://localhost:${set.API_PORT}`,
    trustedProxies: set.TRUSTED_PROXIES,
    networkLimit: set.NETWORK_LIMIT,
    purgeUrls: set.PURGE_URLS,
    showsCacheStatus: set.CACHE_STATUS === 'on',
    smtpUrl: set.SMTP_URL ?? null,
    mailRate: set.MAIL_RATE,
    bounceAddress: set.BOUNCE_ADDRESS ?? null,
    bounceWebhookSecret: set.BOUNCE_WEBHOOK_SECRET ?? null,
    mediaDirectory: join(dataDir, 'media'),
    storage: storageOf(set, dataDir),
    secret: set.SECRET ?? secretOf(dataDir),
    isSecretSet: set.SECRET !== undefined,
    owner: email !== undefined && password !== undefined ? { email, password } : null,
    sample: set.SAMPLE === 'on',
    webSubHub: set.WEBSUB_HUB ?? null,
    indexNow:
      set.INDEXNOW_KEY === undefined
        ? null
        : { key: set.INDEXNOW_KEY, endpoint: set.INDEXNOW_ENDPOINT },
    checkLinks: set.CHECK_LINKS === 'on',
    importSize: set.IMPORT_SIZE * 1024 ** 2,
    importHours: set.IMPORT_HOURS,
    metricsToken: set.METRICS_TOKEN ?? null,
    logLevel: set.LOG_LEVEL,
  };
}

/** The directory of the whole repository, whatever the working directory is. */
export function findRoot(): string {
  // Bundlers leave `import.meta.dirname` undefined or point it at a place that is not on disk.
  for (const start of [import.meta.dirname, process.cwd()]) {
    for (
      let at: string | undefined = start;
      at;
      at = at === dirname(at) ? undefined : dirname(at)
    ) {
      if (existsSync(join(at, 'turbo.json'))) return at;
    }
  }
  return process.cwd();
}

function areAddresses(proxies: readonly string[]): boolean {
  try {
    trustOf(proxies);
    // "2" would be taken for 0.0.0.2.
    return proxies.every((proxy) => /[.:]|^(?:loopback|linklocal|uniquelocal)$/.test(proxy));
  } catch {
    return false;
  }
}

function readEnvironment(): Record<string, string | undefined> {
  const file = join(findRoot(), '.env');
  if (existsSync(file)) process.loadEnvFile(file);
  return process.env;
}

function secretOf(dataDir: string): string {
  try {
    return readOrMakeSecret(dataDir);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new SettingsError([
      { variable: 'DATA_DIR', problem: `must be a directory this user may write to (${reason})` },
    ]);
  }
}

function parse(env: Record<string, string | undefined>): z.infer<typeof environmentSchema> {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const parsed = environmentSchema.safeParse(given);
  if (!parsed.success) {
    throw new SettingsError(
      parsed.error.issues.map((issue) => ({
        variable: String(issue.path[0]),
        problem: issue.message,
      })),
    );
  }
  const problems = [
    ...checkPorts(parsed.data),
    ...checkOwner(parsed.data),
    ...checkStorage(parsed.data),
  ];
  if (problems.length > 0) throw new SettingsError(problems);
  return parsed.data;
}

function checkPorts(set: z.infer<typeof environmentSchema>) {
  const names = ['READER_PORT', 'ADMIN_PORT', 'API_PORT'] as const;
  return names.flatMap((variable, index) => {
    const same = names.slice(0, index).find((other) => set[other] === set[variable]);
    return same === undefined
      ? []
      : [{ variable, problem: `must differ from ${same}, both are ${set[variable]}` }];
  });
}

function checkOwner(set: z.infer<typeof environmentSchema>) {
  if ((set.OWNER_EMAIL === undefined) === (set.OWNER_PASSWORD === undefined)) return [];
  const [variable, other] =
    set.OWNER_EMAIL === undefined
      ? (['OWNER_EMAIL', 'OWNER_PASSWORD'] as const)
      : (['OWNER_PASSWORD', 'OWNER_EMAIL'] as const);
  return [{ variable, problem: `must be set as well where ${other} is` }];
}
