import { describe, expect, test } from 'vitest';
import { mentionBegun, mentionsIn, partsOf, peopleFor } from './mentions.ts';

const people = [
  { id: 'a', name: 'Ann' },
  { id: 'b', name: 'Ann Lee' },
  { id: 'c', name: 'Omar Haddad' },
];

describe('mentions', () => {
  test('are names with an @ before them, the longer of two that begin alike', () => {
    expect(mentionsIn('@Ann Lee, look. And @Omar Haddad', people)).toEqual(['b', 'c']);
    expect(mentionsIn('@Ann, look', people)).toEqual(['a']);
    expect(mentionsIn('Ann Lee, ann@example.org', people)).toEqual([]);
    expect(partsOf('Ask @Ann Lee!', people)).toEqual([
      { kind: 'words', text: 'Ask ' },
      { kind: 'mention', text: '@Ann Lee' },
      { kind: 'words', text: '!' },
    ]);
  });

  test('are of those who were picked, where several have one name', () => {
    const two = [...people, { id: 'd', name: 'Ann' }];
    expect(mentionsIn('@Ann', two, new Set(['d', 'c']))).toEqual(['d']);
    expect(mentionsIn('@Ann', two)).toEqual(['a', 'd']);
  });

  test('are begun by an @ at the beginning of a word, before the cursor', () => {
    expect(mentionBegun('Ask @om', 7)).toEqual({ query: 'om', from: 4 });
    expect(mentionBegun('Ask @om and more', 7)).toEqual({ query: 'om', from: 4 });
    expect(mentionBegun('(@', 2)).toEqual({ query: '', from: 1 });
    expect(mentionBegun('desk@example', 12)).toBeNull();
    expect(mentionBegun('Ask om', 6)).toBeNull();
  });

  test('are offered by the beginning of any word of a name, until the name is there', () => {
    expect(peopleFor('had', people).map(({ id }) => id)).toEqual(['c']);
    expect(peopleFor('ann', people).map(({ id }) => id)).toEqual(['b']);
    expect(peopleFor('', people)).toHaveLength(3);
    expect(peopleFor('Omar Haddad', people)).toEqual([]);
  });
});
