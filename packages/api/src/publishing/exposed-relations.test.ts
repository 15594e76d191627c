import { addSource, addTopic } from '@viewpoints/db/testing/builders';
import { type ArticleContent, articleContentOf } from '@viewpoints/domain/articles/article';
import type { SourceContent } from '@viewpoints/domain/sources/source';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestDesk, type Person, type TestDesk } from '../testing/test-desk.ts';
import { approve, findingContent, writeArticle } from '../testing/written-article.ts';

/*
 * A page lists related articles, found automatically. Two articles are not listed on each other's
 * pages if the head of one names a person whom a source of the other protects: the list would
 * reveal that they took part.
 */

let desk: TestDesk;
let author: Person;
let publisher: Person;
let topicId = '';
beforeAll(async () => {
  desk = await openTestDesk();
  author = await desk.person('contributor', 'editor');
  publisher = await desk.person('publisher', 'editor');
});
afterAll(() => desk.close());
// Only the closest are stored for each article: those of one test are unrelated to the others.
beforeEach(async () => {
  topicId = (await addTopic(desk.db.editorial)).id;
});

let count = 0;
/** A person whom nothing else names. */
function newPerson() {
  count += 1;
  const family = `Kor${'bdfgklmnrt'[count]}mquiv`;
  return { name: `Zelka ${family}`, slug: `zelka-${family.toLowerCase()}` };
}
type Somebody = ReturnType<typeof newPerson>;

const rule: Partial<SourceContent> = {
  ...{ kind: 'event', descriptor: 'a participant' },
  terms: { attribution: 'chatham_house', disclosure: 'clear' },
};
const addTalk = ({ name }: Somebody, terms: Partial<SourceContent> = rule) =>
  addSource(desk.db.editorial, {
    ...terms,
    participants: [{ id: crypto.randomUUID(), name, affiliation: '', alsoProtected: [] }],
  });

/** Publishes an article on the topic that all share, resting on a source by a finding where one is given. */
async function publish(content: Partial<ArticleContent> = {}, sourceId?: string) {
  const draft = await writeArticle(desk.db.editorial, author);
  const { article } = await author.call.editor.articles.save({
    ...{ id: draft.id, seen: draft.save },
    content: { ...articleContentOf(draft), topicIds: [topicId], ...content },
  });
  if (sourceId !== undefined)
    await author.call.editor.findings.propose({
      ...{ articleId: article.id, seen: article.save },
      content: findingContent(article, {
        attribution: { sourceId, terms: null, descriptor: null, participantId: null },
      }),
    });
  const revisionId = await approve(article.id, author, publisher);
  await publisher.call.editor.articles.publish({ id: article.id, revisionId });
  return article.id;
}

/** Whether each of the others is a candidate for an article's list of related ones. */
async function related(of: string, others: string[]): Promise<boolean[]> {
  const rows = await desk.db.sql<{ id: string }>(
    `select related_id as id from published_related where article_id = $1
     union select article_id from published_related where related_id = $1`,
    [of],
  );
  return others.map((other) => rows.some(({ id }) => id === other));
}

const heads: Record<string, (person: Somebody) => Partial<ArticleContent>> = {
  headline: ({ name }) => ({ headline: `${name} at the weir` }),
  standfirst: ({ name }) => ({ standfirst: `What ${name} asked for.` }),
  section: ({ name }) => ({ section: name }),
  address: ({ slug }) => ({ slug: `what-${slug}-wants` }),
};

describe.each(Object.entries(heads))('a name in the %s of an article on the same', (_, head) => {
  test('that a source of one published before it protects', async () => {
    const person = newPerson();
    const resting = await publish({}, (await addTalk(person)).id);
    const [naming, other] = [await publish(head(person)), await publish()];
    expect(await related(resting, [naming, other])).toEqual([false, true]);
  });
});

test('a name that a source of an article published after it protects', async () => {
  const person = newPerson();
  const [naming, other] = [
    await publish({ headline: `${person.name} at the weir` }),
    await publish(),
  ];
  const resting = await publish({}, (await addTalk(person)).id);
  expect(await related(resting, [naming, other])).toEqual([false, true]);
});

test('a name that terms protect from now on', async () => {
  const person = newPerson();
  const talk = await addTalk(person, { kind: 'event' });
  const resting = await publish({}, talk.id);
  const naming = await publish({ headline: `${person.name} at the weir` });
  expect(await related(resting, [naming])).toEqual([true]);
  const { id, save: seen, createdAt: _, updatedAt: __, ...content } = talk;
  await publisher.call.editor.sources.save({ id, seen, content: { ...content, ...rule } });
  expect(await related(resting, [naming])).toEqual([false]);
});

test('a name that no terms protect keeps nobody apart', async () => {
  const person = newPerson();
  const resting = await publish({}, (await addTalk(person, { kind: 'event' })).id);
  const naming = await publish({ headline: `${person.name} at the weir` });
  expect(await related(resting, [naming])).toEqual([true]);
});
