import { addActor, addArticle } from '@viewpoints/db/testing/builders';
import { articleContentOf } from '@viewpoints/domain/articles/article';
import type { Document } from '@viewpoints/domain/document/document';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refusalOf } from '../testing/refusal-of.ts';
import { openTestDesk, type Person, type TestDesk } from '../testing/test-desk.ts';
import { approve, publishNew, writeArticle } from '../testing/written-article.ts';

let desk: TestDesk;
let author: Person;
let editor: Person;
let publisher: Person;
beforeAll(async () => {
  desk = await openTestDesk();
  author = await desk.person('contributor');
  editor = await desk.person('editor');
  publisher = await desk.person('publisher');
});
afterAll(() => desk.close());

const linkTo = (...slugs: string[]): Document => ({
  type: 'doc',
  content: slugs.map((slug) => ({
    type: 'paragraph',
    content: [
      { type: 'text', text: 'Read ' },
      {
        type: 'text',
        text: `about ${slug}`,
        marks: [{ type: 'link', attrs: { href: `http://reader.example/articles/${slug}` } }],
      },
    ],
  })),
});
const draft = (body: Document) => addArticle(desk.db.editorial, { by: editor.account.id, body });
const adviceOn = async (id: string) =>
  (await editor.call.editor.articles.advice({ id })).advice.map(({ code, details }) => [
    code,
    details.words,
  ]);
const blockedBy = async (id: string) => {
  const { publishable } = await editor.call.editor.articles.get({ id });
  return publishable.ok ? [] : publishable.reasons.map(({ code }) => code);
};

describe('what to look at before publishing', () => {
  test('is found with the house style and the names of the journal', async () => {
    await addActor(desk.db.editorial, { name: 'Anna Larsson', aliases: ['Ms Featherstone'] });
    const { save: seen } = await editor.call.editor.houseStyle.get();
    const rules = [{ word: 'utilise', instead: 'use' }];
    await editor.call.editor.houseStyle.save({ seen, rules });
    const text = 'Anna Larson and Ms Fetherstone utilise it it.';
    const body: Document = {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
    };
    const { id } = await draft(body);
    expect(await adviceOn(id)).toEqual([
      ['name_nearly_known', 'Anna Larson'],
      ['name_nearly_known', 'Ms Fetherstone'],
      ['house_style', 'utilise'],
      ['repeated_word', 'it it'],
    ]);
    expect(
      await refusalOf(desk, () => editor.call.editor.houseStyle.save({ seen, rules: [] })),
    ).toEqual(['stale', ['stale', null]]);
    await editor.call.editor.houseStyle.save({ seen: seen + 1, rules: [] });
  });

  test('of an article of others is not for a contributor', async () => {
    const { id } = await draft(linkTo('x'));
    const refusal = await refusalOf(desk, () => author.call.editor.articles.advice({ id }));
    expect(refusal[0]).toBe('not_permitted');
  });
});

describe('a link to an article', () => {
  test('that is a draft keeps this one from going out, until that one is approved', async () => {
    const cited = await writeArticle(desk.db.editorial, author);
    const { id } = await draft(linkTo(cited.slug, 'nobody-has-this-slug'));
    expect(await blockedBy(id)).toContain('link_to_draft');
    expect(await adviceOn(id)).toEqual([]);
    await approve(cited.id, author, editor);
    expect(await blockedBy(id)).not.toContain('link_to_draft');
  });

  test('that was retracted is reported, and blocks nothing', async () => {
    const { article: cited } = await publishNew(desk.db.editorial, author, publisher);
    const { id } = await draft(linkTo(cited.slug));
    expect(await adviceOn(id)).toEqual([]);
    await publisher.call.editor.articles.retract({ id: cited.id, why: 'It was wrong.' });
    expect(await adviceOn(id)).toEqual([['link_to_retracted', `about ${cited.slug}`]]);
    expect(await blockedBy(id)).not.toContain('link_to_draft');
  });

  test('that is this one itself keeps nothing from going out', async () => {
    const { id, slug } = await draft(linkTo('x'));
    const { article } = await editor.call.editor.articles.get({ id });
    await editor.call.editor.articles.save({
      ...{ id, seen: article.save },
      content: { ...articleContentOf(article), body: linkTo(slug) },
    });
    expect(await blockedBy(id)).not.toContain('link_to_draft');
  });
});
