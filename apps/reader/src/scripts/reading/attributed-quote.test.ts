import { expect, it } from 'vitest';
import { attributedQuote } from './attributed-quote.ts';

const article = {
  words: 'read one gauge',
  source: 'Ruth Vennery, ‘One gauge’, The Causeway Review, 16 April 2026',
  url: 'https://journal.example/articles/one-gauge',
};

it('names the words, their source and their place', () => {
  expect(attributedQuote({ ...article, findings: [] })).toBe(
    '“read one gauge”\nRuth Vennery, ‘One gauge’, The Causeway Review, 16 April 2026\n' +
      'https://journal.example/articles/one-gauge#:~:text=read%20one%20gauge',
  );
});

it('adds the addresses of the findings that the words carry', () => {
  const url = 'https://journal.example/findings/1';
  expect(
    attributedQuote({ ...article, findings: [{ anchor: 'finding-0f1e', number: '3', url }] })
      .split('\n')
      .slice(2),
  ).toEqual([
    'https://journal.example/articles/one-gauge#finding-0f1e:~:text=read%20one%20gauge',
    'Finding 3: https://journal.example/findings/1',
  ]);
});
