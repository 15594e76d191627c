import { addSource } from '@viewpoints/db/testing/builders';
import { articleContentOf } from '@viewpoints/domain/articles/article';
import { contentOf } from '@viewpoints/domain/content-of';
import { findingContentOf } from '@viewpoints/domain/findings/finding';
import { type Source, SourceContent } from '@viewpoints/domain/sources/source';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refusalOf } from './testing/refusal-of.ts';
import { openTestDesk, type Person, type TestDesk } from './testing/test-desk.ts';
import { writeArticle, writeWithFinding } from './testing/written-article.ts';

let desk: TestDesk;
let editor: Person;
beforeAll(async () => {
  desk = await openTestDesk();
  editor = await desk.person('editor', 'admin');
});
afterAll(() => desk.close());

const contentOfSource = (source: Source) => contentOf(SourceContent, source);

const later = () => {
  desk.clock.now = new Date(desk.clock.now.getTime() + 60_000);
};

/** Creates a thing; returns a save of it with a given text, based on its state then. */
const savesOf: Record<string, () => Promise<(words: string) => Promise<unknown>>> = {
  article: async () => {
    const { id, save: seen, ...article } = await writeArticle(desk.db.editorial, editor);
    const content = articleContentOf(article);
    return (standfirst) =>
      editor.call.editor.articles.save({ id, seen, content: { ...content, standfirst } });
  },
  finding: async () => {
    const { finding } = await writeWithFinding(desk.db.editorial, editor);
    const { id, updatedAt: seen } = finding;
    const content = findingContentOf(finding);
    return (note) => editor.call.editor.findings.save({ id, seen, content: { ...content, note } });
  },
  source: async () => {
    const source = await addSource(desk.db.editorial);
    const { id, save: seen } = source;
    const content = contentOfSource(source);
    return (title) => editor.call.editor.sources.save({ id, seen, content: { ...content, title } });
  },
  settings: async () => {
    const { save: seen, ...content } = await editor.call.editor.settings.get();
    return (tagline) =>
      editor.call.editor.settings.save({ seen, content: { ...content, tagline } });
  },
};

test.each(Object.entries(savesOf))(
  'a save of %s over what somebody saved since is refused as stale, and writes nothing',
  async (_, prepare) => {
    const save = await prepare();
    later();
    await save('Theirs');
    later();
    expect((await refusalOf(desk, () => save('Mine'))).flat()).toEqual(['stale', 'stale', null]);
  },
);

describe('a slug that another has is refused by the name of its field, and nothing is written:', () => {
  const slug = 'taken-slug';
  const fieldOf = (call: () => Promise<unknown>) => refusalOf(desk, call);
  const taken = ['already_exists', ['slug_taken', 'slug']];

  test('an article', async () => {
    const { articles } = editor.call.editor;
    const save = async () => {
      const article = await writeArticle(desk.db.editorial, editor);
      const content = { ...articleContentOf(article), slug };
      return () => articles.save({ id: article.id, seen: article.save, content });
    };
    await (await save())();
    const another = await save();
    expect(await fieldOf(another)).toEqual(taken);
  });

  test('a source', async () => {
    const { sources } = editor.call.editor;
    const source = await addSource(desk.db.editorial, { slug });
    const other = await addSource(desk.db.editorial);
    const content = { ...contentOfSource(other), slug };
    expect(await fieldOf(() => sources.create(contentOfSource(source)))).toEqual(taken);
    expect(await fieldOf(() => sources.save({ id: other.id, seen: 1, content }))).toEqual(taken);
  });

  test.each(['actors', 'authors', 'issues', 'places', 'series', 'topics'] as const)(
    'an entry among %s',
    async (kind) => {
      const entries = editor.call.editor[kind];
      const named = { slug, name: 'First', kind: 'group' as const };
      const content = kind === 'actors' ? named : { slug: named.slug, name: named.name };
      type Create = (content: object) => Promise<{ id: string }>;
      const create = entries.create as Create;
      await create(content);
      const other = await create({ ...content, slug: `other-${slug}` });
      const save = entries.save as (input: object) => Promise<unknown>;
      expect(await fieldOf(() => create({ ...content, name: 'Twin' }))).toEqual(taken);
      expect(await fieldOf(() => save({ id: other.id, seen: 1, content }))).toEqual(taken);
    },
  );
});
