import { expect, it } from 'vitest';
import { rankFront } from './rank-front.ts';

const long = (name: string, wordCount = 900) => ({ name, genre: 'analysis' as const, wordCount });
const short = (name: string) => ({ name, genre: 'original', wordCount: 120 }) as const;
const event = (name: string) => ({ name, genre: 'event_report', wordCount: 900 }) as const;
const names = (
  articles: Parameters<typeof rankFront<ReturnType<typeof long | typeof short | typeof event>>>[0],
) => {
  const { lead, seconds, briefs, more } = rankFront(articles);
  const of = (articles: readonly { name: string }[]) => articles.map(({ name }) => name).join('');
  return [lead?.name ?? null, of(seconds), of(briefs), of(more)];
};

it('leads with the newest piece that is neither short nor of an event', () => {
  expect(names([short('a'), event('b'), long('c'), long('d')])).toEqual(['c', 'd', 'ab', '']);
});

it('leads with the newest where all are short', () => {
  expect(names([short('a'), event('b')])).toEqual(['a', '', 'b', '']);
});

it('has no lead where nothing is published', () => {
  expect(names([])).toEqual([null, '', '', '']);
});

it('keeps what has no room above for below, in its order', () => {
  const articles = [...'abcdefg'].map((name) => long(name));
  const briefs = [...'123456'].map(short);
  expect(names([...articles, ...briefs])).toEqual(['a', 'bcde', '1234', 'fg56']);
});

it.each([
  [249, 'b'],
  [250, 'a'],
  [251, 'a'],
])('given a newest piece of %i words then %s leads', (wordCount, lead) => {
  expect(names([long('a', wordCount), long('b')])[0]).toBe(lead);
});
