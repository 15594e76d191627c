import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Accounts, createAccounts } from '@viewpoints/api/accounts/accounts';
import type { Instance } from '@viewpoints/api/instance';
import { encryptedReach } from '@viewpoints/api/outgoing/guarded-fetch';
import { createReturnPaths } from '@viewpoints/api/subscriptions/bounces/return-paths';
import { createSubscriberKeys } from '@viewpoints/api/subscriptions/subscriber-keys';
import type { ExternalServices } from '@viewpoints/api/syndication/external-services';
import { createWebhookCipher } from '@viewpoints/api/webhooks/webhook-cipher';
import { trustOf } from '@viewpoints/config/caller-network';
import { createTestDatabase, type TestDatabase } from '@viewpoints/db/testing/test-database';
import type { Problem } from '@viewpoints/domain/problem';
import { fileStore } from '@viewpoints/pictures/store/file-store';
import type { MediaStore } from '@viewpoints/pictures/store/media-store';
import { listPendingMigrations } from '@viewpoints/postgres/migrations/migrate';
import type { FastifyInstance } from 'fastify';
import { createLog } from '../log.ts';
import { createMetrics } from '../metrics/metrics.ts';
import { openQueue, type Queue } from '../queue.ts';
import { createServer } from '../server.ts';

/** The admin's origin, which a browser would name. */
export const origin = 'http://admin.example';

export type Answer = {
  status: number;
  headers: Headers;
  /** The parsed body; null if there is none. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever came.
  body: any;
};

/** A real API on a free port with a database of its own. */
export type TestApi = {
  url: string;
  db: TestDatabase;
  instance: Instance;
  queue: Queue | null;
  accounts: Accounts;
  server: FastifyInstance;
  /** Every line it has logged. */
  logged: string[];
  send: (path: string, init?: RequestInit) => Promise<Answer>;
  /** Calls a procedure as the admin's pages do; `as` is a cookie or an access token. */
  query: (path: string, input?: unknown, as?: Caller) => Promise<Answer>;
  mutate: (path: string, input?: unknown, as?: Caller) => Promise<Answer>;
  /** Signs in, in a browser with these cookies; returns the cookie. */
  signIn: (email: string, password: string, cookie?: string) => Promise<string>;
  close: () => Promise<void>;
};

export type Caller = { cookie?: string; token?: string };

export async function startTestApi(
  options: {
    smtpUrl?: string;
    jobs?: boolean;
    now?: () => Date;
    networkLimit?: number;
    tokenLimit?: number;
    receiver?: ExternalServices;
    /** Opens `/metrics`; nothing is measured without. */
    metricsToken?: string;
    media?: MediaStore;
    /** Most bytes of the files of one import. */
    importSize?: number;
    /** The database of another test's API, as a second instance on it. */
    on?: TestDatabase;
    queueRunning?: () => boolean;
    isFit?: (db: TestDatabase) => () => Promise<void>;
    /** Whether people can write together. */
    collaboration?: boolean;
    /** The address of return paths, and the secret of a mail provider. */
    bounces?: { address: string; secret: string };
  } = {},
): Promise<TestApi> {
  const db = options.on ?? (await createTestDatabase());
  const directory = await mkdtemp(join(tmpdir(), 'viewpoints-api-'));
  const logged: string[] = [];
  const log = createLog('debug', { write: (line) => logged.push(line) });
  const { now } = options;
  const instance: Instance = {
    adminUrl: origin,
    apiUrl: 'http://api.example',
    readerUrl: 'http://reader.example',
    externalServices: options.receiver ?? {
      webSubHub: null,
      indexNow: null,
      linkChecks: null,
      webhooks: encryptedReach,
    },
    smtpUrl: options.smtpUrl ?? null,
    mailFrom: 'viewpoints@reader.example',
    media: options.media ?? fileStore(join(directory, 'media')),
    outboxDirectory: join(directory, 'outbox'),
    uploads: {
      directory: join(directory, 'uploads'),
      ...{ maxBytes: options.importSize ?? 50_000_000, hours: 24 },
    },
  };
  const { editorial, reader } = db;
  const accounts = createAccounts({ editorial, instance, secret: db.secret, log, now });
  const { metricsToken } = options;
  const metrics =
    metricsToken === undefined
      ? undefined
      : createMetrics({ databaseUrl: db.url, readsProcess: false });
  const queue = options.jobs
    ? openQueue(
        db.url,
        {
          ...{ editorial, mail: instance, instance, now },
          webhooks: { reader, cipher: createWebhookCipher(db.secret), log },
          subscriptions: { reader, keys: createSubscriberKeys(db.secret), rate: 100, log },
        },
        log,
        metrics?.countJob,
      )
    : null;
  await queue?.started;
  const server = await createServer({
    ...{ editorial, reader, accounts, instance, log, now, secret: db.secret },
    queue: queue ?? { running: options.queueRunning ?? (() => true) },
    trust: trustOf([]),
    networkLimit: options.networkLimit ?? 1200,
    ...(options.tokenLimit === undefined ? {} : { tokenLimit: options.tokenLimit }),
    pendingMigrations: () => listPendingMigrations(db.url),
    ...(options.bounces
      ? {
          bounces: {
            paths: createReturnPaths(db.secret, options.bounces.address),
            secret: options.bounces.secret,
          },
        }
      : {}),
    ...(options.collaboration ? { databaseUrl: db.url } : {}),
    ...(metrics && metricsToken !== undefined ? { metrics: { metrics, token: metricsToken } } : {}),
    ...(options.isFit === undefined ? {} : { isFit: options.isFit(db) }),
  });
  const url = await server.listen({ port: 0, host: '127.0.0.1' });

  const send = async (path: string, init: RequestInit = {}): Promise<Answer> => {
    const answer = await fetch(`${url}${path}`, { redirect: 'manual', ...init });
    const text = await answer.text();
    const isJson = answer.headers.get('content-type')?.includes('json') ?? false;
    return {
      status: answer.status,
      headers: answer.headers,
      body: isJson && text !== '' ? JSON.parse(text) : text,
    };
  };
  const headersOf = ({ cookie, token }: Caller = {}) => ({
    origin,
    'content-type': 'application/json',
    ...(cookie === undefined ? {} : { cookie }),
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  });
  return {
    ...{ url, db, instance, queue, accounts, server, logged, send },
    query: (path, input, as) => {
      const query =
        input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`;
      return send(`/trpc/${path}${query}`, { headers: headersOf(as) });
    },
    mutate: (path, input, as) =>
      send(`/trpc/${path}`, {
        method: 'POST',
        headers: headersOf(as),
        body: JSON.stringify(input ?? {}),
      }),
    signIn: async (email, password, cookie) => {
      const answer = await send('/auth/sign-in/email', {
        method: 'POST',
        headers: headersOf(cookie === undefined ? {} : { cookie }),
        body: JSON.stringify({ email, password }),
      });
      if (answer.status !== 200) throw new Error(`sign-in: ${JSON.stringify(answer.body)}`);
      return cookieOf(answer);
    },
    close: async () => {
      await server.close();
      await queue?.stop();
      await accounts.waitForBackground();
      if (options.on === undefined) await db.drop();
      await rm(directory, { recursive: true });
    },
  };
}

/** The cookies an answer sets, as a browser would send them back. */
export function cookieOf(answer: Answer): string {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ');
}

/** The problem in a refused call. */
export function problemIn(answer: Answer): Problem {
  return answer.body.error?.data?.problem ?? answer.body;
}
