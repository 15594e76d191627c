import { flushCompileCache } from 'node:module';
import { createAccounts } from '@viewpoints/api/accounts/accounts';
import { createInstallationCheck } from '@viewpoints/api/installation/check-installation';
import { cleanOutbox } from '@viewpoints/api/mail/clean-outbox';
import { createReturnPaths } from '@viewpoints/api/subscriptions/bounces/return-paths';
import { createSubscriberKeys } from '@viewpoints/api/subscriptions/subscriber-keys';
import { createWebhookWaker } from '@viewpoints/api/webhooks/deliver/webhook-waker';
import { createWebhookCipher } from '@viewpoints/api/webhooks/webhook-cipher';
import { trustOf } from '@viewpoints/config/caller-network';
import { endProcess } from '@viewpoints/config/end-process';
import { loadSettings, SettingsError } from '@viewpoints/config/env';
import { connectEditorial } from '@viewpoints/db/client';
import { connectReader } from '@viewpoints/db/connect-reader';
import { listPendingMigrations } from '@viewpoints/postgres/migrations/migrate';
import { readerUrl } from '@viewpoints/postgres/roles/roles';
import { checkEveryMinute, checkServer } from '@viewpoints/postgres/server/check-server';
import { ServerError } from '@viewpoints/postgres/server/server-check';
import { trackAcknowledgements } from '@viewpoints/published/changes/acknowledgements';
import { instanceOf } from './instance-of.ts';
import { createLog } from './log.ts';
import { createMetrics } from './metrics/metrics.ts';
import { prepareStorage } from './prepare-storage.ts';
import { openQueue } from './queue.ts';
import { createServer } from './server.ts';

/** How long requests and jobs at work may take to end, in milliseconds, before they are cut off. */
const timeoutMs = 10_000;

async function main(): Promise<void> {
  const settings = loadSettings();
  const { databaseUrl } = settings;
  if (databaseUrl === null)
    throw new SettingsError([
      {
        variable: 'DATABASE_URL',
        problem: 'must be set to run the API by itself; npm start sets it',
      },
    ]);
  const instance = instanceOf(settings);
  const log = createLog(settings.logLevel);
  await prepareStorage(instance, log);
  const { secret } = settings;
  const readers = settings.databaseReaderUrl ?? readerUrl(databaseUrl, secret);
  const addresses = { databaseUrl, readerUrl: readers, secret };
  await checkServer(addresses);
  const editorial = connectEditorial(databaseUrl);
  const reader = connectReader(readers);
  const accounts = createAccounts({ editorial, instance, secret, log });
  const webhooks = { reader, cipher: createWebhookCipher(secret), log };
  const keys = createSubscriberKeys(secret);
  const { bounceAddress, bounceWebhookSecret } = settings;
  const returnPaths = bounceAddress === null ? undefined : createReturnPaths(secret, bounceAddress);
  const subscriptions = { reader, keys, returnPaths, rate: settings.mailRate, log };
  const { metricsToken } = settings;
  const metrics =
    metricsToken === null ? undefined : createMetrics({ databaseUrl, readsProcess: true });
  const queue = openQueue(
    databaseUrl,
    { editorial, mail: instance, instance, webhooks, subscriptions },
    log,
    metrics?.countJob,
  );
  const acknowledgements = trackAcknowledgements(databaseUrl, {
    onAnnounced: createWebhookWaker({ editorial, log }),
  });
  const server = await createServer({
    ...{ editorial, reader, accounts, instance, queue, acknowledgements, log, databaseUrl, secret },
    trust: trustOf(settings.trustedProxies),
    networkLimit: settings.networkLimit,
    pendingMigrations: () => listPendingMigrations(databaseUrl),
    isFit: checkEveryMinute(addresses),
    checkInstallation: createInstallationCheck(databaseUrl, settings),
    ...(returnPaths && bounceWebhookSecret !== null
      ? { bounces: { paths: returnPaths, secret: bounceWebhookSecret } }
      : {}),
    ...(metrics && metricsToken !== null ? { metrics: { metrics, token: metricsToken } } : {}),
  });

  let ending = false;
  const end = async () => {
    if (ending) return;
    ending = true;
    setTimeout(() => process.exit(1), timeoutMs).unref();
    // New requests are refused, running ones end; then jobs; then the database is closed.
    await server.close();
    await queue.stop();
    await accounts.waitForBackground();
    await Promise.all([editorial.$disconnect(), reader.$disconnect(), acknowledgements.close()]);
    endProcess();
  };
  process.on('SIGTERM', () => void end());
  process.on('SIGINT', () => void end());
  // A failure that is not awaited must not end the process.
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'unhandled rejection'));
  // Jobs clean the outbox of the machine they run on; each machine sees to its own when it starts.
  cleanOutbox({ editorial, mail: instance }).catch((error: unknown) =>
    log.error({ err: error }, 'the outbox could not be cleaned'),
  );
  await server.listen({ port: settings.ports.api, host: '0.0.0.0' });
  log.info({ port: settings.ports.api }, 'the API listens');
  // Node writes its compile cache on exit. A killed process never does, and the next start would
  // compile everything again.
  flushCompileCache();
}

try {
  await main();
} catch (error) {
  const known =
    error instanceof SettingsError ||
    error instanceof ServerError ||
    (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
  console.error(known ? (error as Error).message : error);
  process.exit(1);
}
