import { ArticleContent, articleContentOf } from '@viewpoints/domain/articles/article';
import { describe, expect, test } from 'vitest';
import { sendable } from './content-of.ts';

const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const base = ArticleContent.parse({
  slug: 'the-quiet-strait',
  headline: 'The quiet strait',
  body: { type: 'doc', content: [paragraph('It rained.')] },
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
