import { ArticleContent, articleContentOf } from '@viewpoints/domain/articles/article';
import { describe, expect, test } from 'vitest';
import { sendable } from './content-of.ts';
import { differencesOf, mergeArticle } from './merge-article.ts';

const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const base = ArticleContent.parse({
  slug: 'the-quiet-strait',
  headline: 'The quiet strait',
  body: { type: 'doc', content: [paragraph('It rained.')] },
});

describe('two people on one article', () => {
  test('who changed other fields lose nothing', () => {
    const mine = { ...base, headline: 'The loud strait' };
    const theirs = { ...base, section: 'Harbours' };
    const differences = differencesOf(base, mine, theirs);
    expect(differences).toEqual([
      { field: 'headline', choice: 'mine', conflict: false },
      { field: 'section', choice: 'theirs', conflict: false },
    ]);
    const choices = new Map(differences.map(({ field, choice }) => [field, choice]));
    expect(mergeArticle(mine, theirs, choices)).toEqual({
      ...base,
      headline: 'The loud strait',
      section: 'Harbours',
    });
  });

  test('who changed the same field have to decide', () => {
    const mine = { ...base, headline: 'The loud strait' };
    const theirs = { ...base, headline: 'The still strait' };
    expect(differencesOf(base, mine, theirs)).toEqual([
      { field: 'headline', choice: 'mine', conflict: true },
    ]);
    expect(mergeArticle(mine, theirs, new Map([['headline', 'theirs']])).headline).toBe(
      'The still strait',
    );
  });

  test('who made the same change do not differ', () => {
    const both = { ...base, headline: 'The loud strait' };
    expect(differencesOf(base, both, { ...both })).toEqual([]);
  });

  test('the order of keys is no difference', () => {
    const turned = { ...base, body: { content: base.body.content, type: 'doc' as const } };
    expect(differencesOf(base, base, turned)).toEqual([]);
  });
});

describe('what can be sent', () => {
  test('is everything, while all of it is valid', () => {
    expect(sendable(base, base)).toEqual({ content: base, invalid: {} });
  });

  test('leaves a field as it was stored while it is not valid, and says so', () => {
    const sent = sendable({ ...base, slug: 'Not a slug', headline: 'New' }, base);
    expect(sent.content).toEqual({ ...base, headline: 'New' });
    expect(sent.invalid).toEqual({ slug: 'Use lower-case letters, digits and single hyphens.' });
  });

  test('is the content without the rest of the article', () => {
    expect(articleContentOf({ ...base, id: 'x', save: 3 } as never)).toEqual(base);
  });
});
