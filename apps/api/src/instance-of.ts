import { join } from 'node:path';
import type { Instance } from '@viewpoints/api/instance';
import { encryptedReach, publicReach } from '@viewpoints/api/outgoing/guarded-fetch';
import type { Settings } from '@viewpoints/config/env';
import { openMediaStore } from '@viewpoints/pictures/store/open-store';

/** The settings that the API's parts need. */
export function instanceOf(settings: Settings): Instance {
  const { adminUrl, apiUrl, readerUrl, smtpUrl, storage, dataDir } = settings;
  const { hostname } = new URL(readerUrl);
  return {
    ...{ adminUrl, apiUrl, readerUrl, smtpUrl },
    media: openMediaStore(storage),
    externalServices: {
      ...{ webSubHub: settings.webSubHub, indexNow: settings.indexNow },
      linkChecks: settings.checkLinks ? publicReach : null,
      webhooks: encryptedReach,
    },
    mailFrom: `viewpoints@${hostname}`,
    outboxDirectory: join(dataDir, 'outbox'),
    uploads: {
      directory: join(dataDir, 'uploads'),
      ...{ maxBytes: settings.importSize, hours: settings.importHours },
    },
  };
}
