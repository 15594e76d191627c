import { createTestDatabase } from '@viewpoints/db/testing/test-database';
import {
  canary,
  type PlantedJournal,
  plantJournal,
} from '@viewpoints/published/testing/planted-journal';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWebhookDesk, type WebhookDesk } from '../../testing/webhook-desk.ts';

let hooks: WebhookDesk;
let seen: PlantedJournal['seen'];
let hidden: PlantedJournal['hidden'];
beforeAll(async () => {
  const db = await createTestDatabase();
  ({ seen, hidden } = await plantJournal(db));
  hooks = await openWebhookDesk(db);
  await hooks.reset();
}, 60_000);
afterAll(() => hooks.close());

test('no message has a word of what readers do not see', async () => {
  const all = [
    'article',
    'finding',
    'actor',
    'author',
    'issue',
    'topic',
    'series',
    'place',
    'source',
  ];
  const { id } = await hooks.create({ kinds: all as ['article'] });
  // Everything there is, as if the log had it: drafts, what is under an embargo and protected too.
  await hooks.desk.db.sql(`
    with things as (${all.map((kind) => `select '${kind}' as kind, id from "${kind}"`).join(' union all ')}),
    last as (select last from public_change_count)
    insert into public_change (number, kind, ref_id, at, shown)
    select last.last + row_number() over (order by kind, things.id), kind, things.id, now(), true from things, last`);
  await hooks.desk.db.sql(
    'update public_change_count set last = (select max(number) from public_change)',
  );
  await hooks.deliver();
  const { received } = hooks.receiver;
  expect(received.length).toBeGreaterThan(20);
  const types = new Set(received.map(({ body }) => JSON.parse(body).type));
  expect(types).toContain('article.gone');
  expect(types).toContain('source.gone');
  expect(types).toContain('article.changed');
  const ids = new Map(
    received.map(({ body }) => [JSON.parse(body).data.id, JSON.parse(body).data]),
  );
  expect(ids.get(seen.article)).toHaveProperty('address');
  expect(ids.get(hidden.article)).toEqual({ kind: 'article', id: hidden.article });
  expect(JSON.stringify(received)).not.toContain(canary);
  expect(JSON.stringify(await hooks.deliveries(id))).not.toContain(canary);
});
