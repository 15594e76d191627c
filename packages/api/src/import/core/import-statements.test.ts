import { listStatements } from '@viewpoints/db/testing/list-statements';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDesk, type Person, type TestDesk } from '../../testing/test-desk.ts';
import { openGhost } from '../ghost/open-ghost.ts';
import { buildGhost } from '../ghost/testing/build-ghost.ts';
import { importItems } from './import-items.ts';

let desk: TestDesk;
let publisher: Person;
beforeAll(async () => {
  desk = await openTestDesk();
  publisher = await desk.person('publisher');
});
afterAll(() => desk.close());

let times = 0;
/** The statements of an import of so many articles, each with an author and two topics. */
async function statementsOf(articles: number): Promise<string[]> {
  times += 1;
  const posts = Array.from({ length: articles }, (_, at) => ({
    ...{ id: String(at + 1), slug: `part-${times}-${at + 1}`, tags: ['t1', 't2'] },
  }));
  const open = async function* () {
    yield Buffer.from(buildGhost(posts));
  };
  const site = { address: `https://site-${times}.example.org`, pattern: '/{slug}/' };
  const opened = await openGhost({ open }, { site, pages: false });
  return listStatements(() =>
    importItems(publisher.context, opened, { fileName: 'past.json', uploads: null }),
  );
}

test('an article takes no more statements than we know of, its transaction among them', async () => {
  // Authors and topics are added by the first.
  await statementsOf(1);
  const [few, many] = [await statementsOf(2), await statementsOf(12)];
  const each = (many.length - few.length) / 10;
  expect(each).toBeLessThanOrEqual(15);
});
