import 'fake-indexeddb/auto';
import { promisifyRequest } from 'idb-keyval';
import { expect, test, vi } from 'vitest';
import { listOnDevice } from './device-store.ts';
import { migrateOldDrafts } from './migrate-old-drafts.ts';

const me = '01900000-0000-7000-8000-000000000001';

/** The browser's own, as far as it is used here. */
const stored = new Map<string, string>();
Object.defineProperty(globalThis, 'localStorage', {
  value: new Proxy(
    {
      getItem: (key: string) => stored.get(key) ?? null,
      removeItem: (key: string) => stored.delete(key),
    },
    {
      ownKeys: () => [...stored.keys()],
      getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
    },
  ),
});

test('drafts of earlier versions are taken over without what terms protect, and removed', async () => {
  const opening = indexedDB.open('viewpoints-article-copies');
  opening.onupgradeneeded = () => opening.result.createObjectStore('copies');
  const former = await promisifyRequest(opening);
  const copy = {
    ...{ articleId: 'a-1', page: 'page', seen: 3, at: '2031-05-03T09:00:00.000Z' },
    base: { headline: 'Before', note: 'Zqsecret' },
    content: { headline: 'After', note: 'Zqsecret too' },
  };
  await promisifyRequest(
    former.transaction('copies', 'readwrite').objectStore('copies').put(copy, 'a-1 page'),
  );
  former.close();
  const attribution = { sourceId: 's-1', participantId: 'Zqsecret' };
  const draft = { proposition: 'It rained.', note: 'Zqsecret', attribution };
  stored.set('viewpoints-finding a-1 new', JSON.stringify({ seen: null, draft }));
  stored.set('viewpoints-finding a-1 broken', '{');
  stored.set('something else', 'stays');

  await migrateOldDrafts(me);
  expect(await listOnDevice(me, ['article', 'a-1'])).toMatchObject([
    { value: { accountId: me, content: { headline: 'After', note: '' } } },
  ]);
  expect(await listOnDevice(me, ['finding', 'a-1'])).toMatchObject([
    { value: { seen: null, partial: true, draft: { proposition: 'It rained.' } } },
  ]);
  expect(JSON.stringify(await listOnDevice(me, ['article', 'a-1']))).not.toContain('Zqsecret');
  expect(JSON.stringify(await listOnDevice(me, ['finding', 'a-1']))).not.toContain('Zqsecret');
  expect([...stored.keys()]).toEqual(['something else']);
  await vi.waitFor(async () => {
    const databases = await indexedDB.databases();
    expect(databases.map(({ name }) => name)).toEqual(['viewpoints-device']);
  });
  await migrateOldDrafts(me);
  expect(await listOnDevice(me, ['article', 'a-1'])).toHaveLength(1);
});
