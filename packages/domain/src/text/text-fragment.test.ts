import { expect, it } from 'vitest';
import { textDirective } from './text-fragment.ts';

it('names a short quote whole, its dashes and commas as text', () => {
  expect(textDirective('a cease-fire, now')).toBe(':~:text=a%20cease%2Dfire%2C%20now');
});

it('names the two ends of a long one', () => {
  const words = Array.from({ length: 60 }, (_, at) => `word${at}`);
  expect(textDirective(words.join(' '))).toBe(
    ':~:text=word0%20word1%20word2%20word3%20word4,word55%20word56%20word57%20word58%20word59',
  );
});

it('names a long run without spaces whole', () => {
  expect(textDirective('字'.repeat(200))).toBe(`:~:text=${encodeURIComponent('字'.repeat(200))}`);
});
