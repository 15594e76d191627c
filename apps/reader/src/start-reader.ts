import { resolve } from 'node:path';
import { createReaderCaller } from '@viewpoints/api/reader-caller';
import { trustOf } from '@viewpoints/config/caller-network';
import { endProcess } from '@viewpoints/config/end-process';
import { openMediaStore, openSharedSizes } from '@viewpoints/pictures/store/open-store';
import { isDevelopment, readSettings } from './env.ts';
import { createReaderServer } from './http/reader-server.ts';
import { createLog } from './log.ts';

/** Starts the reading site on its port and ends it, answers finished, on SIGTERM or SIGINT. */
async function start(): Promise<void> {
  const settings = readSettings();
  const { databaseReaderUrl: databaseUrl, ports, readerUrl, logLevel } = settings;
  if (databaseUrl === null)
    throw new Error('DATABASE_READER_URL is not set: `npm start` derives it, or set it yourself.');
  const log = createLog(logLevel);
  const caller = createReaderCaller({ databaseUrl, log });
  const server = await createReaderServer({
    dir: resolve(import.meta.dirname, '..'),
    dev: isDevelopment,
    siteUrl: readerUrl,
    caller,
    trust: trustOf(settings.trustedProxies),
    networkLimit: settings.networkLimit,
    purgeUrls: settings.purgeUrls,
    metricsToken: settings.metricsToken,
    showsCacheStatus: settings.showsCacheStatus,
    media: {
      store: openMediaStore(settings.storage),
      sizes: `${settings.mediaDirectory}-sizes`,
      sharedSizes: openSharedSizes(settings.storage),
    },
    previews: {
      source: { apiUrl: settings.apiUrl, secret: settings.secret },
      adminUrl: settings.adminUrl,
    },
    log,
  });
  const trouble = await server.fit;
  if (trouble !== null) throw new Error(trouble);
  await server.listen(ports.reader);
  console.info(`Reading site ready at ${readerUrl}`);

  let ending = false;
  const end = async () => {
    if (ending) return;
    ending = true;
    await server.close();
    await caller.close();
    endProcess();
  };
  process.on('SIGTERM', () => void end());
  process.on('SIGINT', () => void end());
}

/** Starts the reading site; where that fails, says why in a sentence and ends the process. */
export async function startReader(): Promise<void> {
  try {
    await start();
  } catch (thrown) {
    const error = thrown as NodeJS.ErrnoException;
    const inUse = error.code === 'EADDRINUSE';
    console.error(
      inUse
        ? `Port ${readSettings().ports.reader} is in use. Stop what uses it, or set READER_PORT to another port.`
        : error.message,
    );
    process.exit(1);
  }
}
