import { addSource, paragraphs } from '@viewpoints/db/testing/builders';
import { findPublicWords } from '@viewpoints/db/testing/find-public-words';
import { articleContentOf } from '@viewpoints/domain/articles/article';
import type { Source, SourceContent } from '@viewpoints/domain/sources/source';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDesk, type Person, problemIn, type TestDesk } from '../testing/test-desk.ts';
import {
  approve,
  findingContent,
  prose,
  publishNew,
  writeArticle,
} from '../testing/written-article.ts';

/*
 * Whatever is no protective act is refused if it would make public what a source of a public
 * article protects, although no article is published by it.
 */

let desk: TestDesk;
let author: Person;
let editor: Person;
let publisher: Person;
beforeAll(async () => {
  desk = await openTestDesk();
  author = await desk.person('contributor', 'editor');
  editor = await desk.person('editor');
  publisher = await desk.person('publisher', 'editor');
});
afterAll(() => desk.close());

const db = () => desk.db.editorial;
const readersFind = (words: string) => findPublicWords(desk.db.readerUrl, words);
const rule: Partial<SourceContent> = {
  ...{ kind: 'event', descriptor: 'a participant' },
  terms: { attribution: 'chatham_house', disclosure: 'clear' },
};
const named = (name: string, affiliation = '') => [
  { id: crypto.randomUUID(), name, affiliation, alsoProtected: [] },
];

/** A published article that rests on these sources, the first of them by a finding. */
async function publishResting(
  sources: Source[],
  finding: Parameters<typeof findingContent>[1] = {},
) {
  const draft = await writeArticle(db(), author);
  const { article } = await author.call.editor.articles.save({
    ...{ id: draft.id, seen: draft.save },
    content: { ...articleContentOf(draft), sourceIds: sources.map(({ id }) => id) },
  });
  const attribution = {
    ...{ sourceId: sources[0]?.id ?? null, terms: null, descriptor: null, participantId: null },
  };
  const { id } = await author.call.editor.findings.propose({
    ...{ articleId: article.id, seen: article.save },
    content: findingContent(article, { attribution, ...finding }),
  });
  const revisionId = await approve(article.id, author, publisher);
  await publisher.call.editor.articles.publish({ id: article.id, revisionId });
  return { articleId: article.id, findingId: id };
}

async function saveSource(id: string, given: Partial<SourceContent>) {
  const source = await editor.call.editor.sources.get({ id });
  const { id: _, save: seen, createdAt: __, updatedAt: ___, ...content } = source;
  return editor.call.editor.sources.save({ id, seen, content: { ...content, ...given } });
}

describe('a source that is named under a live article', () => {
  test.each([
    ['title', { title: 'The papers of Zelka Bofmquiv' }],
    ['publisher', { publisher: 'Zelka Bofmquiv and Company' }],
    ['authors', { authors: ['Zelka Bofmquiv'] }],
    ['slug', { slug: 'papers-of-zelka-bofmquiv' }],
    ['url', { url: 'https://weir.example/zelka-bofmquiv' }],
  ] satisfies [string, Partial<SourceContent>][])(
    'is not given another %s that tells what another source of it protects',
    async (field, change) => {
      const closed = await addSource(db(), { ...rule, participants: named('Zelka Bofmquiv') });
      const open = await addSource(db());
      await publishResting([closed, open]);
      const problem = await problemIn(saveSource(open.id, change));
      expect([...new Set(problem.reasons.map(({ code }) => code))]).toEqual(['protected_mention']);
      expect(problem.reasons.map(({ at }) => at)).toContain(`sources.${open.id}.${field}`);
      expect(await readersFind('Bofmquiv')).toEqual([]);
      await saveSource(open.id, { title: 'Another title' });
      expect(await readersFind('Another title')).not.toEqual([]);
    },
  );
});

describe('a waiver', () => {
  const waive = async (sourceId: string, participantId: string | null) => {
    const { id } = await editor.call.editor.sources.waivers.record({
      ...{ sourceId, participantId, covers: 'identity', grantedBy: 'The chair' },
      ...{ basis: 'A letter', grantedAt: '2021-03-01T09:00:00.000Z' },
    });
    return () => publisher.call.editor.sources.waivers.signOff({ id });
  };

  test('does not open a title that reveals what another source of the article protects', async () => {
    const closed = await addSource(db(), { ...rule, participants: named('Zelka Gokmquiv') });
    const talk = await addSource(db(), {
      ...{ ...rule, title: 'A talk with Zelka Gokmquiv', participants: named('Mira Hale') },
    });
    await publishResting([closed, talk]);
    const problem = await problemIn((await waive(talk.id, null))());
    expect(problem.reasons).not.toEqual([]);
    expect(await readersFind('Gokmquiv')).toEqual([]);
  });

  test('does not open a name with an affiliation that another participant there has', async () => {
    const [one, other] = [
      ...named('Mira Hale', 'Board of the Lumquiv Weir'),
      ...named('Jon Reed', 'Board of the Lumquiv Weir'),
    ];
    const talk = await addSource(db(), { ...rule, participants: [one, other] as never });
    const attribution = {
      ...{ sourceId: talk.id, terms: null, descriptor: 'a participant' },
      participantId: one?.id ?? null,
    };
    await publishResting([talk], { attribution });
    const problem = await problemIn((await waive(talk.id, one?.id ?? null))());
    expect(problem.reasons.map(({ code }) => code)).toContain('protected_mention');
    expect(await readersFind('Lumquiv')).toEqual([]);
  });

  test('opens what reveals nothing else', async () => {
    const talk = await addSource(db(), {
      ...{ ...rule, title: 'A talk at the Domquiv weir', participants: named('Mira Hale') },
    });
    await publishResting([talk]);
    await (await waive(talk.id, null))();
    expect(await readersFind('Domquiv')).not.toEqual([]);
  });
});

describe('two findings that are out', () => {
  /** One resting on a protected name, and another article that says it without knowing. */
  async function publishBoth(family: string) {
    const closed = await addSource(db(), { ...rule, participants: named(`Zelka ${family}`) });
    const { findingId: one } = await publishResting([closed]);
    const { finding: other } = await publishNew(db(), author, publisher, {
      proposition: `Zelka ${family} is for the dam`,
    });
    return { one, other: other.id };
  }

  test.each(['supports', 'contradicts'] as const)(
    'are not linked (%s) where the page of the one would tell what its source protects',
    async (kind) => {
      const { one, other } = await publishBoth('Kolmquiv');
      for (const link of [
        { from: one, kind, to: other },
        { from: other, kind, to: one },
      ]) {
        const problem = await problemIn(publisher.call.editor.findings.link(link));
        expect(problem.reasons).toMatchObject([{ code: 'protected_mention' }]);
      }
      const { links } = await desk.nobody.findings.byId({ id: one });
      expect(links).toEqual([]);
    },
  );

  test('do not replace each other there', async () => {
    const { one, other } = await publishBoth('Kormquiv');
    const problem = await problemIn(
      publisher.call.editor.findings.supersede({ oldId: one, newId: other, kind: 'correction' }),
    );
    expect(problem.reasons).toMatchObject([{ code: 'protected_mention' }]);
    const shown = await desk.nobody.findings.byId({ id: one });
    expect([shown.finding.state, shown.replacedBy]).toEqual(['published', null]);
  });

  test('are linked if nothing is revealed', async () => {
    const { findingId: one } = await publishResting([await addSource(db())]);
    const { finding } = await publishNew(db(), author, publisher);
    await publisher.call.editor.findings.link({ from: one, kind: 'supports', to: finding.id });
    expect((await desk.nobody.findings.byId({ id: one })).links).toHaveLength(1);
  });
});

describe('terms that a source has agreed to', () => {
  const wider: Partial<SourceContent> = {
    terms: { attribution: 'on_record', disclosure: 'clear' },
  };

  /** An article that is approved, and says a protected name or not. */
  async function approveResting(words: string[]) {
    const source = await addSource(db(), {
      ...{ ...rule, title: 'A talk at Tormquiv', participants: named('Zelka Mormquiv') },
    });
    const draft = await writeArticle(db(), author);
    const { article } = await author.call.editor.articles.save({
      ...{ id: draft.id, seen: draft.save },
      content: {
        ...articleContentOf(draft),
        ...{ sourceIds: [source.id], body: paragraphs(...prose, ...words) },
      },
    });
    const revisionId = await approve(article.id, author, publisher);
    return {
      source,
      publish: () => publisher.call.editor.articles.publish({ id: article.id, revisionId }),
    };
  }

  test('are not widened by one editor once an article that rests on them is approved', async () => {
    const { source, publish } = await approveResting([]);
    const saved = await saveSource(source.id, { ...wider, descriptor: 'Tormquiv’s host' });
    expect([saved.terms.attribution, saved.descriptor, saved.waiting.toSorted()]).toEqual([
      'chatham_house',
      'a participant',
      ['descriptor', 'terms'],
    ]);
    await publish();
    expect(await readersFind('Tormquiv')).toEqual([]);
    // It is public now: even two editors cannot widen it without a waiver.
    const problem = await problemIn(
      publisher.call.editor.sources.change.confirm({ id: source.id }),
    );
    expect(problem.reasons).toMatchObject([{ code: 'waiver_needed' }]);
  });

  test('are widened by a second person before anything is out', async () => {
    const { source } = await approveResting([]);
    await saveSource(source.id, wider);
    const { terms } = await publisher.call.editor.sources.change.confirm({ id: source.id });
    expect(terms.attribution).toBe('on_record');
  });

  test('are not widened by one editor once a finding that rests on them is verified', async () => {
    const source = await addSource(db(), { ...rule, participants: named('Zelka Normquiv') });
    const draft = await writeArticle(db(), author);
    const { id } = await author.call.editor.findings.propose({
      ...{ articleId: draft.id, seen: draft.save },
      content: findingContent(draft, {
        attribution: { sourceId: source.id, terms: null, descriptor: null, participantId: null },
      }),
    });
    await publisher.call.editor.findings.verify({ id });
    expect((await saveSource(source.id, wider)).waiting).toEqual(['terms']);
  });

  test('protect who was taken off between widening and narrowing them', async () => {
    const source = await addSource(db(), { ...rule, participants: named('Zelka Pormquiv') });
    await saveSource(source.id, wider);
    const { waiting } = await saveSource(source.id, { participants: named('Mira Hale') });
    expect(waiting).toEqual(['participants']);
    const { participants } = await saveSource(source.id, rule);
    expect(participants.map(({ name }) => name)).toContain('Zelka Pormquiv');
  });
});

test('the words on every page do not contain it, and those who may not see sources do not learn what is searched for', async () => {
  const closed = await addSource(db(), { ...rule, participants: named('Zelka Vormquiv') });
  await publishResting([closed]);
  const reasonsFor = async (person: Person) => {
    const { save: seen, ...content } = await person.call.editor.settings.get();
    const tagline = 'As Zelka Vormquiv said';
    const saved = person.call.editor.settings.save({ seen, content: { ...content, tagline } });
    return (await problemIn(saved)).reasons;
  };
  // Other protected people have the same given name.
  const whole = await reasonsFor(await desk.person('admin', 'editor'));
  const mention = whole.find(({ code }) => code === 'protected_mention');
  expect(mention?.details.words).toBe('Zelka Vormquiv');
  const redacted = await reasonsFor(await desk.person('admin'));
  expect(redacted).toMatchObject([
    { code: 'words_not_allowed', at: 'journal.tagline', details: {} },
  ]);
  expect(await readersFind('Vormquiv')).toEqual([]);
});
