import { expect, test } from 'vitest';
import { coordinatesInWords } from './place-view.ts';

test.each([
  [[69.1723, 34.5281], '34.53° N, 69.17° E'],
  [[-70.66, -33.4], '33.4° S, 70.66° W'],
  [[0, 0], '0° N, 0° E'],
  [[-0.001, -0.001], '0° S, 0° W'],
] as const)('the coordinates %j are %s', (coordinates, words) => {
  expect(coordinatesInWords(coordinates)).toBe(words);
});
