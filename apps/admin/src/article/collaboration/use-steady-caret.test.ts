import { expect, test } from 'vitest';
import { moved } from './use-steady-caret.ts';

test.each([
  ['before what was written', 'The strait', 'The quiet strait', 2, 2],
  ['after what was written', 'The strait', 'The quiet strait', 10, 16],
  ['after what was deleted', 'The quiet strait', 'The strait', 16, 10],
  ['in what was deleted', 'The quiet strait', 'The strait', 7, 4],
  ['at the end of a text that is the same', 'The strait', 'The strait', 10, 10],
])('a cursor %s stays between the same letters', (_, before, after, place, then) => {
  expect(moved(before, after, place)).toBe(then);
});
