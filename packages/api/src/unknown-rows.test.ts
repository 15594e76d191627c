import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '@viewpoints/db/editorial/new-id';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sweepNotifications } from './notifications/send-notifications.ts';
import { openTestDesk, type Person, type TestDesk } from './testing/test-desk.ts';
import { publishNew, writeArticle } from './testing/written-article.ts';

/*
 * During an upgrade a newer version of the product runs next to this one. Rows that only it understands
 * must neither break a list nor hold back mail.
 */

let desk: TestDesk;
let author: Person;
let publisher: Person;
let other: Person;
beforeAll(async () => {
  desk = await openTestDesk();
  [author, publisher] = [await desk.person('contributor'), await desk.person('publisher')];
  other = await desk.person('contributor');
  // An enum gains its value outside of the transaction that uses it.
  await desk.db.sql(`ALTER TYPE notification_kind ADD VALUE 'from_tomorrow'`);
  await desk.db.sql(`ALTER TYPE revision_reason ADD VALUE 'from_tomorrow'`);
});
afterAll(() => desk.close());

test('a notification of an unknown kind is neither listed nor sent; all others are', async () => {
  const article = await writeArticle(desk.db.editorial, author);
  const { id: accountId } = author.account;
  await desk.db.sql(
    `INSERT INTO notification_setting (account_id, kind, delivery)
     VALUES ($1, 'from_tomorrow', 'at_once'), ($1, 'published', 'at_once'), ($1, 'approved', 'daily')`,
    [accountId],
  );
  for (const kind of ['from_tomorrow', 'published', 'approved'])
    await desk.db.sql(
      `INSERT INTO notification (id, account_id, kind, article_id, occasion, at)
       VALUES ($1, $2, $3::notification_kind, $4, $3, $5)`,
      [newId(), accountId, kind, article.id, desk.clock.now],
    );
  const { notifications } = author.call.editor;
  const { items } = await notifications.list({});
  expect(items.map(({ kind }) => kind).toSorted()).toEqual(['approved', 'published']);
  expect(await notifications.unread()).toBe(2);

  desk.clock.now = new Date(desk.clock.now.getTime() + 48 * 3_600_000);
  await sweepNotifications({
    editorial: desk.db.editorial,
    mail: {
      ...{ smtpUrl: null, mailFrom: 'desk@journal.example' },
      outboxDirectory: await mkdtemp(join(tmpdir(), 'viewpoints-outbox-')),
    },
    instance: { adminUrl: 'http://admin.example', readerUrl: 'http://reader.example' },
    now: () => desk.clock.now,
  });
  const unsent = await desk.db.sql('SELECT kind::text FROM notification WHERE mailed_at IS NULL');
  // It is left for the version that knows its kind.
  expect(unsent).toEqual([{ kind: 'from_tomorrow' }]);
  expect(await desk.db.sql('SELECT FROM message')).toHaveLength(2);
});

test('a revision with an unknown reason is left out of the history', async () => {
  const { article } = await publishNew(desk.db.editorial, author, publisher);
  const list = async () =>
    (await publisher.call.editor.articles.history.list({ id: article.id })).items.length;
  const before = await list();
  await desk.db.sql(
    `INSERT INTO revision SELECT (jsonb_populate_record(r, jsonb_build_object(
       'id', gen_random_uuid(), 'number', 99, 'reason', 'from_tomorrow'))).*
     FROM revision r WHERE article_id = $1 AND number = 1`,
    [article.id],
  );
  expect(await list()).toBe(before);
});

test('something of an unknown kind is left out of the trash', async () => {
  const { id } = await author.call.editor.articles.create({ headline: 'Rain' });
  await author.call.editor.articles.trash({ id });
  await desk.db.sql(
    `INSERT INTO trash_item (id, kind, name, content, trashed_by_id, trashed_at, empty_at)
     VALUES (gen_random_uuid(), 'from_tomorrow', 'Later', '{}', $1, now(), now() + interval '1 day')`,
    [publisher.account.id],
  );
  const { items } = await publisher.call.editor.trash.list({});
  expect(items.map((each) => each.id)).toEqual([id]);
});

test('published views with more fields are listed; one that cannot be read is left out', async () => {
  const shown = await publishNew(desk.db.editorial, author, publisher);
  const hidden = await publishNew(desk.db.editorial, author, publisher);
  const more = `|| '{"fromTomorrow": 1}'`;
  await desk.db.sql(`UPDATE published_article SET summary = summary ${more}`);
  // The database of that version knows which words were verified; this one does not.
  await desk.db.sql('ALTER TABLE published_finding DISABLE TRIGGER USER');
  await desk.db.sql(`UPDATE published_finding SET view = view ${more}`);
  await desk.db.sql(
    `UPDATE published_article SET summary = summary || '{"genre": "from_tomorrow"}' WHERE id = $1`,
    [hidden.article.id],
  );
  await desk.db.sql(
    `UPDATE published_finding SET view = view || '{"stance": "from_tomorrow"}' WHERE id = $1`,
    [hidden.finding.id],
  );
  const { articles, findings } = other.call.editor;
  const listed = (await articles.list({})).items.map(({ id }) => id);
  expect(listed).toContain(shown.article.id);
  expect(listed).not.toContain(hidden.article.id);
  const found = (await findings.list({})).items.map(({ id }) => id);
  expect(found).toContain(shown.finding.id);
  expect(found).not.toContain(hidden.finding.id);
});
