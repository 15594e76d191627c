import { findArticle } from '@viewpoints/db/editorial/articles';
import { findAddress } from '@viewpoints/published/query/find-address';
import { publish } from '@viewpoints/published/testing/publish';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDesk, type Person, type TestDesk } from '../../testing/test-desk.ts';
import { importItems } from '../core/import-items.ts';
import { openFeed } from './open-feed.ts';
import { buildRss } from './testing/build-feed.ts';

let desk: TestDesk;
let publisher: Person;
beforeAll(async () => {
  desk = await openTestDesk();
  publisher = await desk.person('publisher');
});
afterAll(() => desk.close());

const item = (name: string, text = 'content:encoded') =>
  `<title>${name}</title><link>https://old.example.org/2019/${name}.html</link><dc:creator>Mira</dc:creator>
   <pubDate>Tue, 02 Apr 2019 08:30:00 GMT</pubDate><category>Harbours</category>
   <${text}>&lt;p&gt;Who pays.&lt;/p&gt;&lt;p&gt;They pay.&lt;/p&gt;</${text}>${text === 'description' ? '' : '<description>Who pays.</description>'}`;

async function send(...texts: string[]) {
  const files = texts.map((text) => ({
    open: async function* () {
      yield Buffer.from(text);
    },
  }));
  const opened = await openFeed(files, {
    ...{ address: null, encoding: null, pages: false, isWhole: false },
  });
  return importItems(publisher.context, opened, { fileName: 'past.xml', uploads: null });
}

test('entries become drafts, each once, and their old addresses lead to them', async () => {
  const { run, created } = await send(
    buildRss([item('ports'), item('dues', 'description')]),
    buildRss([item('ports'), item('quays')]),
  );
  expect(created).toBe(3);
  expect((await send(buildRss([item('ports')]))).created).toBe(0);
  const [{ article_id: id = '' } = {}] = await desk.db.sql<{ article_id: string }>(
    `select i.article_id from import_item i join article a on a.id = i.article_id
     where i.run_id = $1 and a.slug = 'ports'`,
    [run.id],
  );
  expect(await findArticle(desk.db.editorial, id)).toMatchObject({
    ...{ headline: 'ports', standfirst: 'Who pays.', state: 'draft', firstPublishedAt: null },
    note: 'Brought in from The Quay Review.\nPublished there on 2019-04-02: https://old.example.org/2019/ports.html',
  });
  await publish(desk.db.editorial, id, { at: desk.clock.now });
  expect((await findAddress(desk.db.reader, '/2019/ports.html', null)).former).toBe('ports');
});

test('what may be only the beginning of a text cannot go out with the others', async () => {
  const { run } = await send(buildRss([item('cranes', 'description'), item('locks')]));
  const { items } = await publisher.call.editor.imports.items({ id: run.id });
  const stateOf = (name: string) => items.find(({ headline }) => headline === name)?.state;
  expect([stateOf('cranes'), stateOf('locks')]).toEqual(['draft', 'ready']);
});
