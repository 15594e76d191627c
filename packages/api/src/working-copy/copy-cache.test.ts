import { connectEditorial, type EditorialDatabase, inTransaction } from '@viewpoints/db/client';
import { findCopy, raiseCopyVersion } from '@viewpoints/db/editorial/article-copies';
import { addTopic } from '@viewpoints/db/testing/builders';
import { listStatements } from '@viewpoints/db/testing/list-statements';
import { articleContentOf } from '@viewpoints/domain/articles/article';
import { documentVersion } from '@viewpoints/working-copy/document-version';
import { readShared } from '@viewpoints/working-copy/shared-content';
import {
  changeOf,
  changeShared,
  type SharedDocument,
  sharedFrom,
} from '@viewpoints/working-copy/shared-document';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { problemOf } from '../problem.ts';
import { openSession, openTestDesk, type Person, type TestDesk } from '../testing/test-desk.ts';
import { writeArticle } from '../testing/written-article.ts';
import { foldUpdates } from './compact-copy.ts';
import { openShared } from './open-shared.ts';
import { storeUpdates, type WrittenUpdate } from './store-updates.ts';

let desk: TestDesk;
let author: Person;
let editor: Person;
/** The same database for another process. */
let elsewhere: EditorialDatabase;
beforeAll(async () => {
  desk = await openTestDesk();
  author = await desk.person('contributor');
  editor = await desk.person('editor');
  elsewhere = connectEditorial(desk.db.url, { poolSize: 4 });
});
afterAll(async () => {
  await elsewhere.$disconnect();
  await desk.close();
});

let clients = 1;
type Content = NonNullable<ReturnType<typeof readShared>['data']>;

const storeAt = (editorial: EditorialDatabase, id: string, ...updates: WrittenUpdate[]) =>
  storeUpdates({ editorial, now: () => desk.clock.now }, id, updates);
const store = (id: string, ...updates: WrittenUpdate[]) =>
  storeAt(desk.db.editorial, id, ...updates);
const open = async (id: string): Promise<SharedDocument> => {
  const { state } = await openShared({ editorial: desk.db.editorial }, id);
  const shared = sharedFrom(state, []);
  // A page writes as itself, not as the server.
  shared.clientID = clients++;
  return shared;
};
const change = (shared: SharedDocument, next: Partial<Content>): Uint8Array => {
  const { data } = readShared(shared);
  if (data === undefined) throw new Error('it cannot be read');
  return changeShared(shared, { ...data, ...next });
};
const read = async (id: string) => (await editor.call.editor.articles.get({ id })).article;
const reasonsOf = (work: Promise<unknown>) =>
  work.then(
    () => ['stored'],
    (error: unknown) => problemOf(error).reasons.map(({ code }) => code),
  );

/** An article of which a page has stored a change, so that the server has its document in memory. */
async function written() {
  const { id } = await writeArticle(desk.db.editorial, author);
  const sessionId = await openSession(desk, author);
  const page = await open(id);
  await store(id, { sessionId, update: change(page, { section: 'Talks' }) });
  const write = async (next: Partial<Content>, at?: EditorialDatabase) =>
    storeAt(at ?? desk.db.editorial, id, { sessionId, update: change(await open(id), next) });
  return { id, sessionId, page, write };
}

/** What the columns have and what the document has, which are the same. */
async function expectStored(id: string, expected: Partial<Content>): Promise<void> {
  expect(await read(id)).toMatchObject(expected);
  expect(readShared(await open(id)).data).toMatchObject(expected);
}

/** Whether a store read the whole document. */
const readsWhole = async (work: () => Promise<unknown>): Promise<boolean> =>
  (await listStatements(work)).some((each) => each.includes('"article_copy"."state"'));

describe('a document in the memory of the server', () => {
  test('is not read again', async () => {
    const { id, sessionId, page } = await written();
    const update = change(page, { section: 'Rivers' });
    expect(await readsWhole(() => store(id, { sessionId, update }))).toBe(false);
    await expectStored(id, { section: 'Rivers' });
  });

  test('has what a call has written since', async () => {
    const { id, sessionId, page } = await written();
    const article = await read(id);
    const content = { ...articleContentOf(article), standfirst: 'Ostrava waits.' };
    await editor.call.editor.articles.save({ id, seen: article.save, content });
    await store(id, { sessionId, update: change(page, { headline: 'Rain' }) });
    await expectStored(id, { section: 'Talks', standfirst: 'Ostrava waits.', headline: 'Rain' });
  });

  test('has what another process has written since, which has it in its own', async () => {
    const { id, write } = await written();
    await write({ headline: 'Rain' }, elsewhere);
    await write({ standfirst: 'Ostrava waits.' });
    await write({ section: 'Rivers' }, elsewhere);
    await write({ slug: 'rain-and-rivers' });
    const said = { headline: 'Rain', standfirst: 'Ostrava waits.', section: 'Rivers' };
    await expectStored(id, { ...said, slug: 'rain-and-rivers' });
  });

  test('has all that several processes store at once', async () => {
    const { id, sessionId } = await written();
    const pages = await Promise.all(Array.from({ length: 4 }, () => open(id)));
    const at = [desk.db.editorial, elsewhere];
    for (const round of [1, 2, 3])
      await Promise.all(
        pages.map((page, index) => {
          const body = page.getText(index % 2 === 0 ? 'headline' : 'standfirst');
          const before = page.clientID;
          const update = changeOf(page, () => body.insert(0, `${before}.${round} `));
          return storeAt(at[index % 2] ?? elsewhere, id, { sessionId, update });
        }),
      );
    const { headline, standfirst } = await read(id);
    for (const [index, page] of pages.entries())
      for (const round of [1, 2, 3])
        expect(index % 2 === 0 ? headline : standfirst).toContain(`${page.clientID}.${round} `);
    await expectStored(id, { headline, standfirst });
  });

  test('has nothing of a change that was refused', async () => {
    const { id, sessionId, write } = await written();
    const other = await writeArticle(desk.db.editorial, author);
    const bad = await open(id);
    const update = change(bad, { slug: other.slug, headline: 'Not for the journal' });
    expect(await reasonsOf(store(id, { sessionId, update }))).toEqual(['slug_taken']);
    await write({ section: 'Rivers' });
    await expectStored(id, { headline: 'Before the rains', section: 'Rivers' });
  });

  test('loses a topic with the columns, which no save has changed', async () => {
    const { id, sessionId, page } = await written();
    const { id: topicId } = await addTopic(desk.db.editorial);
    await store(id, { sessionId, update: change(page, { topicIds: [topicId] }) });
    await desk.db.sql('DELETE FROM article_topic WHERE article_id = $1', [id]);
    await store(id, { sessionId, update: change(page, { section: 'Rivers' }) });
    await expectStored(id, { section: 'Rivers', topicIds: [] });
  });

  test('is read again once older changes were put into a new state', async () => {
    const { id, sessionId, page } = await written();
    const { save } = await read(id);
    await store(id, { sessionId, update: change(page, { standfirst: 'Ostrava waits.' }) });
    const copy = await findCopy(desk.db.editorial, id);
    if (copy === null) throw new Error('there is no document');
    await inTransaction(desk.db.editorial, (tx) => foldUpdates(tx, copy, save));
    const update = change(page, { section: 'Rivers' });
    expect(await readsWhole(() => store(id, { sessionId, update }))).toBe(true);
    await expectStored(id, { standfirst: 'Ostrava waits.', section: 'Rivers' });
  });

  test('is not written in once a newer server has the article', async () => {
    const { id, sessionId, page } = await written();
    await inTransaction(desk.db.editorial, (tx) => raiseCopyVersion(tx, id, documentVersion + 1));
    const update = change(page, { section: 'Rivers' });
    expect(await reasonsOf(store(id, { sessionId, update }))).toEqual(['server_outdated']);
    expect((await read(id)).section).toBe('Talks');
  });

  test('is read again where the stored one is another, as after a restore', async () => {
    const { id, page, sessionId } = await written();
    const other = await open(id);
    const before = await findCopy(desk.db.editorial, id);
    await store(id, { sessionId, update: change(page, { standfirst: 'Lost.' }) });
    const after = await findCopy(desk.db.editorial, id);
    const [was, is] = [before?.updates.at(-1), after?.updates.at(-1)];
    // The last update has the same id, and is another one.
    await desk.db.sql('UPDATE article_update SET "update" = $1 WHERE id = $2', [
      Buffer.from(was?.update ?? []),
      String(is?.id),
    ]);
    const standfirst = readShared(other).data?.standfirst ?? '';
    await desk.db.sql('UPDATE article SET standfirst = $1 WHERE id = $2', [standfirst, id]);
    await store(id, { sessionId, update: change(other, { section: 'Rivers' }) });
    await expectStored(id, { standfirst, section: 'Rivers' });
  });

  test('takes no change of an article that is in the trash', async () => {
    const { id, sessionId, page } = await written();
    await editor.call.editor.articles.trash({ id });
    const update = change(page, { section: 'Rivers' });
    expect(await reasonsOf(store(id, { sessionId, update }))).toEqual(['article_state']);
  });
});
