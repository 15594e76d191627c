import { connectEditorial } from '@viewpoints/db/client';
import { connectReader } from '@viewpoints/db/connect-reader';
import { createDeliveries } from '../webhooks/deliver/deliver-due.ts';
import { createWebhookCipher } from '../webhooks/webhook-cipher.ts';
import { receiverReach } from './webhook-receiver.ts';

/*
 * A worker that a test starts as a process of its own and kills: sends what is due, once. Its arguments are
 * the addresses of the database for editors and for readers, and the secret.
 */
const [, , url = '', readerUrl = '', secret = ''] = process.argv;
const mail = { smtpUrl: null, mailFrom: 'desk@journal.example', outboxDirectory: '' };
await createDeliveries({
  ...{ editorial: connectEditorial(url), mail },
  instance: {
    readerUrl: 'http://reader.example',
    externalServices: {
      webSubHub: null,
      indexNow: null,
      linkChecks: null,
      webhooks: receiverReach(),
    },
  },
  webhooks: { reader: connectReader(readerUrl), cipher: createWebhookCipher(secret), log: console },
})();
process.exit(0);
