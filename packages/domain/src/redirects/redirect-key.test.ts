import { describe, expect, test } from 'vitest';
import { redirectCandidates, redirectTarget } from './redirect-key.ts';

const keys = (target: string) => redirectCandidates(target).map(({ key, end }) => `${key} ${end}`);

test.each([
  ['/a', ['/a ']],
  ['/A/?b=1&a=2&utm_source=x', ['/a?a=2&b=1 ', '/a ']],
  ['/?p=7&x=1', ['/?p=7 ']],
  ['/a.md', ['/a.md ', '/a .md']],
  ['/', []],
  ['/?q=x', []],
])('a redirect of %s is looked for at %j', (target, expected) => {
  expect(keys(target)).toEqual(expected);
});

describe('the Markdown of an address', () => {
  const end = { key: '/a', end: '.md' } as const;

  test.each([
    ['/articles/b', '/articles/b.md'],
    ['/articles/b.md', null],
    ['/articles/b?x', null],
    ['/articles/b#x', null],
    ['/', null],
    ['https://elsewhere.example/b', null],
  ])('follows to %s as %s', (target, expected) => {
    expect(redirectTarget(target, end)).toBe(expected);
  });

  test('is not what a redirect of the address itself leads to', () => {
    expect(redirectTarget('/b?x', { key: '/a', end: '' })).toBe('/b?x');
  });
});
