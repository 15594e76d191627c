import { addSource } from '@viewpoints/db/testing/builders';
import { findPublicWords } from '@viewpoints/db/testing/find-public-words';
import { contentOf } from '@viewpoints/domain/content-of';
import { SourceContent } from '@viewpoints/domain/sources/source';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDesk, type Person, problemIn, type TestDesk } from '../testing/test-desk.ts';
import { approveChange, publishNew } from '../testing/written-article.ts';

let desk: TestDesk;
let people: Record<'author' | 'editor' | 'publisher', Person>;
beforeAll(async () => {
  desk = await openTestDesk();
  people = {
    author: await desk.person('contributor'),
    editor: await desk.person('editor'),
    publisher: await desk.person('publisher'),
  };
});
afterAll(() => desk.close());

const participant = (name: string) => ({
  ...{ id: crypto.randomUUID(), name, affiliation: '', alsoProtected: [] },
});

test('an article that names somebody who came to be protected is corrected, and keeps nothing of it', async () => {
  const { author, editor, publisher } = people;
  const { articles } = publisher.call.editor;
  const source = await addSource(desk.db.editorial, {
    kind: 'event',
    terms: { attribution: 'chatham_house', disclosure: 'clear' },
    descriptor: 'a participant',
    participants: [participant('Somebody Else')],
  });
  const attribution = { sourceId: source.id, terms: null, descriptor: null, participantId: null };
  const { article } = await publishNew(desk.db.editorial, author, publisher, { attribution });
  const { id, slug } = article;
  const publish = async (change: Parameters<typeof approveChange>[2]) =>
    articles.publish({ id, revisionId: await approveChange(id, people, change) });
  await publish({ standfirst: 'Heard from Ilya Soren.', slug: 'ilya-soren-speaks' });

  const { save, ...known } = await editor.call.editor.sources.get({ id: source.id });
  const content = contentOf(SourceContent, known);
  await editor.call.editor.sources.save({
    ...{ id: source.id, seen: save },
    content: { ...content, participants: [...content.participants, participant('Ilya Soren')] },
  });
  const read = (at: string) => desk.nobody.articles.bySlug({ slug: at });
  expect((await problemIn(read('ilya-soren-speaks'))).code).toBe('not_found');

  await publish({ standfirst: 'Heard from a participant.', slug: 'a-participant-speaks' });
  expect(await read('a-participant-speaks')).toMatchObject({ version: 3 });
  expect(await read(slug)).toMatchObject({ slug: 'a-participant-speaks' });
  expect((await problemIn(read('ilya-soren-speaks'))).code).toBe('not_found');
  const version = (number: number) =>
    desk.nobody.articles.version({ slug: 'a-participant-speaks', number });
  expect(await version(1)).toMatchObject({ version: 1 });
  expect((await problemIn(version(2))).code).toBe('not_found');
  for (const words of ['Ilya', 'ilya-soren'])
    expect(await findPublicWords(desk.db.readerUrl, words)).toEqual([]);
});
