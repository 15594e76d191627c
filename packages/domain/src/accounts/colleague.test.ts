import { expect, test } from 'vitest';
import { allNames, oneOfNames } from './colleague.ts';

const people = ['Helen', 'Omar', 'Ines', 'Nora', 'Tove'].map((name) => ({ name }));

test.each([
  [1, 'Helen', 'Helen'],
  [2, 'Helen or Omar', 'Helen and Omar'],
  [3, 'Helen, Omar or Ines', 'Helen, Omar and Ines'],
  [4, 'Helen, Omar or 2 others', 'Helen, Omar and 2 others'],
  [5, 'Helen, Omar or 3 others', 'Helen, Omar and 3 others'],
])('given %i people then they are named as “%s” or “%s”', (count, oneOf, all) => {
  expect(oneOfNames(people.slice(0, count))).toBe(oneOf);
  expect(allNames(people.slice(0, count))).toBe(all);
});
