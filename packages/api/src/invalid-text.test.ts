import { articleContentOf } from '@viewpoints/domain/articles/article';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  openTestDesk,
  type Person,
  problemIn,
  reasonsIn,
  type TestDesk,
} from './testing/test-desk.ts';
import { writeArticle } from './testing/written-article.ts';

let desk: TestDesk;
let author: Person;
beforeAll(async () => {
  desk = await openTestDesk();
  author = await desk.person('contributor');
});
afterAll(() => desk.close());

describe('text that cannot be stored', () => {
  test.each([
    ['a NUL', 'a\u0000b'],
    ['half of a character', 'a\ud800b'],
  ])('%s is refused with the place of each, and nothing is saved', async (_, unfit) => {
    const article = await writeArticle(desk.db.editorial, author);
    const saved = author.call.editor.articles.save({
      id: article.id,
      seen: article.save,
      content: { ...articleContentOf(article), headline: unfit, standfirst: unfit },
    });
    const { code, reasons } = await problemIn(saved);
    expect(code).toBe('invalid_input');
    expect(reasons.map((each) => `${each.code} at ${each.at}`).sort()).toEqual([
      'text_unfit at content.headline',
      'text_unfit at content.standfirst',
    ]);
    const kept = await author.call.editor.articles.get({ id: article.id });
    expect(kept.article.save).toBe(article.save);
  });

  test('in the name of a field they are refused at what holds it', async () => {
    const input = { headline: 'Tides', 'head\u0000line': 'Tides' };
    expect(await reasonsIn(author.call.editor.articles.create(input))).toEqual(['text_unfit']);
  });
});
