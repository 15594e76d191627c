import { setTimeout as sleep } from 'node:timers/promises';
import { addSubscriber } from '@viewpoints/api/testing/add-subscriber';
import { addAccount, addArticle } from '@viewpoints/db/testing/builders';
import { publish } from '@viewpoints/published/testing/publish';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type MailServer, startMailServer } from './testing/mail-server.ts';
import { openWorkerDesk, type WorkerDesk } from './testing/worker-desk.ts';

// Whole programs are started, two in the test.
vi.setConfig({ testTimeout: 240_000 });

const subscribers = 120;
/** As many as are claimed at once. */
const batch = 20;

let desk: WorkerDesk;
let mail: MailServer;
beforeEach(async () => {
  desk = await openWorkerDesk();
  mail = await startMailServer();
});
afterEach(async () => {
  await desk.close();
  await mail.close();
});

const env = () => ({ SMTP_URL: mail.url, MAIL_RATE: '40', READER_URL: 'http://reader.example' });
/** As the clock does each minute. */
const begin = () =>
  desk.db.sql(
    `select graphile_worker.add_job('send_mailings', '{}', queue_name := 'mailings', max_attempts := 1)`,
  );
const claimed = async () =>
  (
    await desk.db.sql<{ address_hash: string }>(
      'select s.address_hash from mailing_claim c join subscriber s on s.id = c.subscriber_id',
    )
  ).length;

test('after kill -9 in the middle of a mailing the next start goes on: nobody gets it twice, and only those in flight may miss it', async () => {
  await desk.db.sql(
    `insert into journal (id, name, tagline, language, time_zone, notice, four_eyes, subscriptions, alert_delay)
     values (1, 'Harbour Review', 'Positions', 'en', 'UTC', '', true, true, 0)
     on conflict (id) do update set subscriptions = true, alert_delay = 0`,
  );
  await desk.db.sql(
    `insert into mailing_cursor (cadence, number, at) select 'at_once', last, now() from public_change_count`,
  );
  for (let count = 0; count < subscribers; count += 1) await addSubscriber(desk.db);
  const { editorial } = desk.db;
  const { id } = await addArticle(editorial, { by: (await addAccount(editorial)).id });
  await publish(editorial, id, { at: new Date() });

  const first = await desk.start(env());
  await begin();
  await vi.waitFor(() => expect(mail.received.length).toBeGreaterThan(2 * batch), {
    timeout: 60_000,
    interval: 5,
  });
  await first.end('SIGKILL');
  // What was under way when it was killed may still be read by the mail server.
  await sleep(500);
  const before = mail.received.length;
  expect(before).toBeLessThan(subscribers);
  const inFlight = await claimed();
  expect(inFlight).toBeGreaterThan(0);
  expect(inFlight).toBeLessThanOrEqual(batch);

  await desk.start(env());
  await vi.waitFor(
    async () => {
      await begin();
      expect(await desk.db.sql('select from mailing')).toEqual([]);
    },
    { timeout: 120_000, interval: 1_000 },
  );
  const addresses = mail.received.map(({ to }) => to);
  expect(new Set(addresses).size).toBe(addresses.length);
  expect(addresses.length).toBeGreaterThan(before);
  expect(subscribers - addresses.length).toBeLessThanOrEqual(inFlight);
  expect(await claimed()).toBe(0);
});
