import { join } from 'node:path';
import type { Instance } from '@viewpoints/api/instance';
import { type Settings, SettingsError } from '@viewpoints/config/env';

/** What the API's parts need of the settings. */
export function instanceOf(settings: Settings): Instance {
  const { adminUrl, apiUrl, readerUrl, smtpUrl, storage, dataDir } = settings;
  if (storage.kind !== 'directory')
    throw new SettingsError([
      { variable: 'STORAGE_URL', problem: 'cannot be s3:// in this version; leave it out' },
    ]);
  const { hostname } = new URL(readerUrl);
  return {
    ...{ adminUrl, apiUrl, readerUrl, smtpUrl },
    outside: { webSubHub: settings.webSubHub, indexNow: settings.indexNow },
    mailFrom: `viewpoints@${hostname}`,
    mediaDirectory: storage.path,
    outboxDirectory: join(dataDir, 'outbox'),
  };
}
