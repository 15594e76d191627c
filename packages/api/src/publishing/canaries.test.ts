import {
  addActor,
  addAuthor,
  addIssue,
  addPlace,
  addSeries,
  addSource,
  addTopic,
  paragraphs,
} from '@viewpoints/db/testing/builders';
import { findPublicWords } from '@viewpoints/db/testing/find-public-words';
import {
  type Article,
  type ArticleContent,
  articleContentOf,
} from '@viewpoints/domain/articles/article';
import type { Document } from '@viewpoints/domain/document/document';
import type { Source, SourceContent } from '@viewpoints/domain/sources/source';
import { aChart, chartRows } from '@viewpoints/domain/testing/a-chart';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDesk, type Person, problemIn, type TestDesk } from '../testing/test-desk.ts';
import { approve, findingContent, prose, writeArticle } from '../testing/written-article.ts';

/*
 * A canary is the name of a participant of a source, planted in one place of what an article makes
 * public. While the source is on the record, readers have it. Once terms protect it, readers' role
 * must find it nowhere, in any column of any row it may see.
 */

let desk: TestDesk;
let author: Person;
let publisher: Person;
beforeAll(async () => {
  desk = await openTestDesk();
  author = await desk.person('contributor', 'editor');
  publisher = await desk.person('publisher', 'editor');
});
afterAll(() => desk.close());

const db = () => desk.db.editorial;
const readersFind = (words: string) => findPublicWords(desk.db.readerUrl, words);

/** A name that is in nothing else, and its last word, which is looked for: one subtag has eight letters. */
type Canary = { name: string; family: string; slug: string };
let count = 0;
function newCanary(): Canary {
  count += 1;
  const [first, second] = [...String(count).padStart(2, '0')].map((digit) => 'bdfgklmnrt'[+digit]);
  const family = `${first?.toUpperCase()}o${second}mquiv`;
  return { name: `Zelka ${family}`, family, slug: `zelka-${family.toLowerCase()}` };
}

type Planted = {
  content?: Partial<ArticleContent>;
  finding?: Parameters<typeof findingContent>[1];
  /** What is done once the article is published; the canary is public after it at the latest. */
  after?: (article: Article) => Promise<unknown>;
};
type Plant = (canary: Canary) => Planted | Promise<Planted>;

const block = (type: string, words: string, attrs?: object): Document => ({
  type: 'doc',
  content: [
    ...(paragraphs(...prose).content ?? []),
    { type, ...(attrs && { attrs }), content: [{ type: 'text', text: words }] } as never,
  ],
});
const paragraphOf = (words: string) => ({
  type: 'paragraph' as const,
  content: [{ type: 'text' as const, text: words }],
});
const marked = (words: string, mark: object): Document => ({
  type: 'doc',
  content: [
    ...(paragraphs(...prose).content ?? []),
    {
      type: 'paragraph',
      content: [{ type: 'text', text: words, marks: [mark] }] as never,
    },
  ],
});
const callout = (title: string | null, words: string): Document => ({
  type: 'doc',
  content: [
    ...paragraphs(...prose).content,
    { type: 'callout', attrs: { kind: 'note', title }, content: [paragraphOf(words)] },
  ],
});
const chart = (attrs: Parameters<typeof aChart>[0]): Document => ({
  type: 'doc',
  content: [...paragraphs(...prose).content, aChart(attrs)],
});
/** A PDF that says these words, offered under a title. */
async function fileOf(title: string, text: string): Promise<Document> {
  const mediaId = crypto.randomUUID();
  const facts = { pages: 1, byteSize: 900 };
  await db().media.create({
    data: {
      ...{ id: mediaId, path: mediaId, mediaType: 'application/pdf', ...facts, text },
      ...{ width: 300, height: 200, sha256: '0'.repeat(64), fileName: 'a.pdf', alt: '' },
      ...{ uploadedById: author.account.id, createdAt: desk.clock.now, cleaning: 'done' },
    },
  });
  const file = { type: 'file' as const, attrs: { mediaId, title, ...facts } };
  return { type: 'doc', content: [...paragraphs(...prose).content, file] };
}
const held = (actorId: string) => [{ actorId, wording: null, basis: 'articles_own' as const }];

/** Places in what is published with an article. */
const plants: Record<string, Plant> = {
  headline: ({ name }) => ({ content: { headline: `${name} at the weir` } }),
  standfirst: ({ name }) => ({ content: { standfirst: `What ${name} asked for.` } }),
  section: ({ name }) => ({ content: { section: name } }),
  address: ({ slug }) => ({ content: { slug: `what-${slug}-wants` } }),
  byline: ({ name }) => ({ content: { byline: { kind: 'none', reason: `By ${name}.` } } }),
  paragraph: ({ name }) => ({ content: { body: paragraphs(...prose, `So said ${name}.`) } }),
  heading: ({ name }) => ({ content: { body: block('heading', `On ${name}`, { level: 2 }) } }),
  'pull quote': ({ name }) => ({ content: { body: block('pullQuote', name) } }),
  'words in a callout': ({ name }) => ({
    content: { body: callout(null, `So said ${name}.`) },
  }),
  'title of a callout': ({ name }) => ({
    content: { body: callout(`What ${name} wants`, 'It is told below.') },
  }),
  'words of a file': async ({ name }) => ({
    content: { body: await fileOf('The minutes', `So said ${name} in May.`) },
  }),
  'title of a file': async ({ name }) => ({
    content: { body: await fileOf(`What ${name} wants`, 'The minutes.') },
  }),
  'key point': ({ name }) => ({
    content: {
      body: {
        type: 'doc',
        content: [
          {
            type: 'keyPoints',
            content: [{ type: 'keyPoint', content: [{ type: 'text', text: `So said ${name}.` }] }],
          },
          ...paragraphs(...prose).content,
        ],
      } as Document,
    },
  }),
  'label in a chart': ({ name }) => ({
    content: { body: chart({ data: chartRows([[`Land of ${name}`, 3]]) }) },
  }),
  'labels of a chart that stand together': ({ name, family }) => ({
    content: {
      body: chart({
        data: chartRows([
          [name.replace(` ${family}`, ''), 3],
          [family, 4],
        ]),
      }),
    },
  }),
  'source of a chart': ({ name }) => ({ content: { body: chart({ source: `${name}, May` }) } }),
  'note to a chart': ({ name }) => ({ content: { body: chart({ note: `Says ${name}` }) } }),
  code: ({ name }) => ({ content: { body: block('codeBlock', name, { language: 'text' }) } }),
  footnote: ({ name }) => ({
    content: {
      body: {
        type: 'doc',
        content: [
          ...(paragraphs(...prose).content ?? []),
          {
            type: 'paragraph',
            content: [
              { type: 'text', text: 'A note' },
              { type: 'footnote', content: [{ type: 'text', text: name }] },
            ],
          },
        ],
      } as Document,
    },
  }),
  'address of a link': ({ family }) => ({
    content: {
      body: marked('a page', {
        type: 'link',
        attrs: { href: `https://weir.example/zelka${family.toLowerCase()}` },
      }),
    },
  }),
  'language of words': ({ family }) => ({
    content: {
      body: marked('a word', {
        type: 'language',
        attrs: { lang: `en-x-zelka-${family.toLowerCase()}`, dir: null },
      }),
    },
  }),
  'title of an embed': ({ name }) => ({
    content: {
      body: {
        type: 'doc',
        content: [
          ...(paragraphs(...prose).content ?? []),
          {
            type: 'embed',
            attrs: {
              ...{ kind: 'map', href: 'https://maps.example/weir', title: `The house of ${name}` },
              ...{ mediaId: null, alt: 'A weir' },
            },
            content: [],
          },
        ],
      } as Document,
    },
  }),
  proposition: ({ name }) => ({ finding: { proposition: `${name} will not sign` } }),
  'wording of a holder': ({ name }) => ({
    finding: { holders: [{ actorId: null, wording: name, basis: 'articles_own' }] },
  }),
  'language of a finding': ({ family }) => ({
    finding: { saidIn: `en-x-zelka-${family.toLowerCase()}` },
  }),
  'occasion of a finding': ({ name }) => ({ finding: { occasion: `Press conference of ${name}` } }),
  'reason of a change': ({ name }) => ({
    finding: { shift: { kind: 'softening', reason: `${name} was heard` } },
  }),
  condition: ({ name }) => ({ finding: { conditions: [{ kind: 'if', text: `${name} goes` }] } }),
  scope: ({ name }) => ({ finding: { scope: { text: `until ${name} goes`, edtf: null } } }),
  'people asked': ({ name }) => ({
    finding: {
      consensus: { agreeing: 1, interviewed: 2, population: `friends of ${name}`, novelty: null },
    },
  }),
  'what is new': ({ name }) => ({
    finding: {
      consensus: { agreeing: 1, interviewed: 2, population: 'fishers', novelty: `${name} agrees` },
    },
  }),
  'public wording of a finding': ({ name }) => ({
    finding: {
      attribution: {
        ...{ sourceId: null, terms: 'background', descriptor: `a friend of ${name}` },
        participantId: null,
      },
    },
  }),
  'place in another source': async ({ name }) => {
    const { id: sourceId } = await addSource(db());
    const { quote } = findingContent({ body: paragraphs(...prose) }).evidence;
    return {
      finding: { evidence: { quote, locators: [{ sourceId, locator: `Annex ${name}` }] } },
    };
  },
  'title of another source': async ({ name }) => {
    const { id } = await addSource(db(), { title: `The papers of ${name}` });
    return { content: { sourceIds: [id] } };
  },
  'publisher of another source': async ({ name }) => {
    const { id } = await addSource(db(), { publisher: `${name} and Company` });
    return { content: { sourceIds: [id] } };
  },
  'name of an actor': async ({ name }) => {
    const { id } = await addActor(db(), { name });
    return { finding: { holders: held(id) } };
  },
  'alias of an actor': async ({ name }) => {
    const { id } = await addActor(db(), { aliases: [name] });
    return { finding: { holders: held(id) } };
  },
  'description of an actor': async ({ name }) => {
    const { id } = await addActor(db(), { description: `Led by ${name}.` });
    return { finding: { holders: held(id) } };
  },
  'actor above an actor': async ({ name }) => {
    const { id: partOfId } = await addActor(db(), { name });
    const { id } = await addActor(db(), { partOfId });
    return { finding: { holders: held(id) } };
  },
  'name of an issue': async ({ name }) => {
    const { id } = await addIssue(db(), { name: `The case of ${name}` });
    return { finding: { issueIds: [id] } };
  },
  'issue above an issue': async ({ name }) => {
    const { id: parentId } = await addIssue(db(), { name: `The case of ${name}` });
    const { id } = await addIssue(db(), { parentId });
    return { finding: { issueIds: [id] } };
  },
  'name of a place': async ({ name }) => {
    const { id } = await addPlace(db(), { name: `${name} House` });
    return { finding: { placeIds: [id] } };
  },
  'description of a topic': async ({ name }) => {
    const { id } = await addTopic(db(), { description: `After ${name}.` });
    return { content: { topicIds: [id] } };
  },
  'former address of a topic': async ({ slug }) => {
    const topic = await addTopic(db(), { slug });
    const { id, save: seen, ...content } = topic;
    return {
      content: { topicIds: [id] },
      after: () =>
        author.call.editor.topics.save({ id, seen, content: { ...content, slug: `t-${count}` } }),
    };
  },
  'former address of a place': async ({ slug }) => {
    const place = await addPlace(db(), { slug });
    const { id, save: seen, ...content } = place;
    return {
      finding: { placeIds: [id] },
      after: () =>
        author.call.editor.places.save({ id, seen, content: { ...content, slug: `p-${count}` } }),
    };
  },
  'about a series': async ({ name }) => {
    const { id: seriesId } = await addSeries(db(), { about: `For ${name}.` });
    return { content: { series: { seriesId, part: 1 } } };
  },
  'about an author': async ({ name }) => {
    const { id } = await addAuthor(db(), { about: `Pupil of ${name}.` });
    return { content: { byline: { kind: 'authors' as const, authorIds: [id] } } };
  },
};

/** Corrects a live article, with these notices. */
async function correct(
  { id }: Pick<Article, 'id'>,
  given: Partial<ArticleContent>,
  words: { was?: string; now?: string; why?: string } = {},
): Promise<void> {
  const { article } = await author.call.editor.articles.get({ id });
  const content = { ...articleContentOf(article), ...given };
  await author.call.editor.articles.save({ id, seen: article.save, content });
  await approve(id, author, publisher);
  const correction = { was: 'three', now: 'four', why: 'Counted again.', ...words };
  await publisher.call.editor.articles.correct({
    ...{ id, corrections: [{ ...correction, severity: 'correction' }] },
  });
}

/** Places that are left public by what came after. */
const laterPlants: Record<string, Plant> = {
  ...Object.fromEntries(
    (['was', 'now', 'why'] as const).map((field): [string, Plant] => [
      `notice, ${field}`,
      ({ name }) => ({
        after: (article) =>
          correct(article, { section: 'Talks' }, { [field]: `${name} sent four.` }),
      }),
    ]),
  ),
  'former address': ({ slug }) => ({
    content: { slug: `what-${slug}-wants` },
    after: (article) => correct(article, { slug: `another-address-${count}` }),
  }),
  'earlier version': ({ name }) => ({
    content: { body: paragraphs(...prose, `So said ${name}.`) },
    after: (article) => correct(article, { body: paragraphs(...prose) }),
  }),
  'finding that another replaced': ({ name }) => ({
    finding: { proposition: `${name} will not sign` },
    after: async ({ id }) => {
      const { findings, article } = await author.call.editor.articles.get({ id });
      const old = findings[0];
      const next = await author.call.editor.findings.propose({
        ...{ articleId: id, seen: article.save, content: findingContent(article) },
      });
      await publisher.call.editor.findings.verify({ id: next.id });
      await publisher.call.editor.findings.supersede({
        ...{ oldId: old?.id ?? '', newId: next.id, kind: 'correction' },
      });
      await correct({ id }, { section: 'Talks' });
    },
  }),
};

type Given = Partial<SourceContent>;
const rule: Given = { terms: { attribution: 'chatham_house', disclosure: 'clear' } };
const addEvent = (given: Given): Promise<Source> =>
  addSource(db(), { kind: 'event', descriptor: 'a participant', ...given });
const participants = ({ name }: Canary) => [
  { id: crypto.randomUUID(), name, affiliation: '', alsoProtected: [] },
];

/** Writes and approves an article that rests on a source, with a canary in one place. */
async function write(source: Source, planted: Planted) {
  const draft = await writeArticle(db(), author);
  const { sourceIds = [], ...content } = planted.content ?? {};
  const { article } = await author.call.editor.articles.save({
    ...{ id: draft.id, seen: draft.save },
    content: { ...articleContentOf(draft), ...content, sourceIds: [source.id, ...sourceIds] },
  });
  const given = planted.finding ?? {};
  const attribution = given.attribution && { ...given.attribution, sourceId: source.id };
  await author.call.editor.findings.propose({
    articleId: article.id,
    seen: article.save,
    content: findingContent(article, { ...given, ...(attribution && { attribution }) }),
  });
  return { id: article.id, revisionId: await approve(article.id, author, publisher) };
}

/** Publishes it, and does what the plant needs done after that. */
async function publish(source: Source, planted: Planted): Promise<Article> {
  const article = await publisher.call.editor.articles.publish(await write(source, planted));
  await planted.after?.(article);
  return article;
}

const saveSource = async (id: string, given: Given) => {
  const {
    save,
    createdAt: _,
    updatedAt: __,
    id: ___,
    ...content
  } = await author.call.editor.sources.get({ id });
  return author.call.editor.sources.save({ id, seen: save, content: { ...content, ...given } });
};

describe.each(Object.entries(plants))('%s', (_, plant) => {
  test('given terms that protect the name then it does not go out', async () => {
    const canary = newCanary();
    const source = await addEvent({ ...rule, participants: participants(canary) });
    const problem = await problemIn(
      publisher.call.editor.articles.publish(await write(source, await plant(canary))),
    );
    const codes = new Set(problem.reasons.map(({ code }) => code));
    expect([...codes].filter((code) => !code.endsWith('protected_mention'))).toEqual([]);
    expect(await readersFind(canary.family)).toEqual([]);
  });
});

describe.each(Object.entries({ ...plants, ...laterPlants }))('%s', (_, plant) => {
  test('given terms that protect the name from now on then readers have it no more', async () => {
    const canary = newCanary();
    const source = await addEvent({ participants: participants(canary) });
    await publish(source, await plant(canary));
    expect(await readersFind(canary.family)).not.toEqual([]);
    await saveSource(source.id, rule);
    expect(await readersFind(canary.family)).toEqual([]);
  });
});

describe.each(Object.entries({ paragraph: plants.paragraph, ...laterPlants }))('%s', (_, plant) => {
  test('given that they are entered as a participant then readers have their name no more', async () => {
    const canary = newCanary();
    const source = await addEvent(rule);
    const { id } = await author.call.editor.clearances.stateNobodyTookPart({
      ...{ sourceId: source.id, why: 'Not known yet.' },
    });
    await publisher.call.editor.clearances.confirm({ id });
    await publish(source, (await plant?.(canary)) ?? {});
    expect(await readersFind(canary.family)).not.toEqual([]);
    await saveSource(source.id, { participants: participants(canary) });
    expect(await readersFind(canary.family)).toEqual([]);
  });
});
