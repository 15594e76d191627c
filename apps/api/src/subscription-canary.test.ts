import { sendMailings } from '@viewpoints/api/subscriptions/send/send-mailings';
import { createSubscriberKeys } from '@viewpoints/api/subscriptions/subscriber-keys';
import { newId } from '@viewpoints/db/editorial/new-id';
import { createTestDatabase, type TestDatabase } from '@viewpoints/db/testing/test-database';
import {
  canary,
  type PlantedJournal,
  plantJournal,
} from '@viewpoints/published/testing/planted-journal';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type MailServer, startMailServer } from './testing/mail-server.ts';

let db: TestDatabase;
let mail: MailServer;
let planted: PlantedJournal;
beforeAll(async () => {
  [db, mail] = [await createTestDatabase(), await startMailServer()];
  planted = await plantJournal(db);
}, 60_000);
afterAll(async () => {
  await db.drop();
  await mail.close();
});

/** Runs the job once, some minutes from now. */
const send = (minutes: number) =>
  sendMailings({
    editorial: db.editorial,
    now: () => new Date(Date.now() + minutes * 60_000),
    mail: { smtpUrl: mail.url, mailFrom: 'viewpoints@reader.example', outboxDirectory: '' },
    instance: { readerUrl: 'http://reader.example' },
    subscriptions: {
      ...{ reader: db.reader, keys: createSubscriberKeys(db.secret), rate: 500 },
      log: { warn: () => {} },
    },
  });

test('no message has a word of what readers do not see', async () => {
  const keys = createSubscriberKeys(db.secret);
  await db.sql('delete from subscriber');
  await db.sql(
    `insert into journal (id, name, tagline, language, time_zone, notice, four_eyes, subscriptions)
     values (1, 'Harbour Review', 'Positions', 'en', 'UTC', '', true, true)
     on conflict (id) do update set subscriptions = true`,
  );
  await send(0);
  for (const cadence of ['at_once', 'daily', 'weekly']) {
    const [id, address] = [newId(), `${cadence}@mail.example`];
    await db.sql(`insert into subscriber values ($1, $2, $3, 'en')`, [
      ...[id, keys.addressHash(address), keys.encrypt(id, address)],
    ]);
    await db.sql(
      `insert into subscription select gen_random_uuid(), $1, key, $2, '2000-01-01' from (
         select 'everything' as key union all select 'topic:' || id from topic
         union all select 'actor:' || id from actor union all select 'issue:' || id from issue
         union all select 'author:' || id from author
         union all select 'position:' || a.id || '/' || i.id from actor a, issue i) every`,
      [id, cadence],
    );
  }
  // Everything there is, as if the log had it: drafts, what is under an embargo and protected too.
  await db.sql(`
    with things as (select 'article' as kind, id from article union all select 'finding', id from finding),
    last as (select last from public_change_count)
    insert into public_change (number, kind, ref_id, at, shown)
    select last.last + row_number() over (order by kind, things.id), kind, things.id, now(), true
    from things, last where not exists (
      select from public_change c where c.kind = things.kind and c.ref_id = things.id)`);
  await db.sql('update public_change_count set last = (select max(number) from public_change)');
  await db.sql('update mailing_cursor set number = 0');
  await db.sql('update published_article set published_at = now()');
  await db.sql('update published_finding set published_at = now()');
  await send(24 * 60 * 8);
  expect(mail.received).toHaveLength(3);
  const words = mail.received.map(({ raw }) => raw).join();
  expect(words).toContain('/articles/');
  expect(words).not.toContain(planted.hidden.article);
  expect(words).not.toContain(canary);
});
