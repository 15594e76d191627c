import { join } from 'node:path';
import type { Instance } from '@viewpoints/api/instance';
import { encryptedReach, publicReach } from '@viewpoints/api/outgoing/guarded-fetch';
import type { Settings } from '@viewpoints/config/env';

/** The settings that the API's parts need. */
export function instanceOf(settings: Settings): Instance {
  const { adminUrl, apiUrl, readerUrl, smtpUrl, mediaDirectory, dataDir } = settings;
  const { hostname } = new URL(readerUrl);
  return {
    ...{ adminUrl, apiUrl, readerUrl, smtpUrl, mediaDirectory },
    externalServices: {
      ...{ webSubHub: settings.webSubHub, indexNow: settings.indexNow },
      linkChecks: settings.checkLinks ? publicReach : null,
      webhooks: encryptedReach,
    },
    mailFrom: `viewpoints@${hostname}`,
    outboxDirectory: join(dataDir, 'outbox'),
  };
}
