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

it('leaves out spaces round the words', () => {
  expect(textDirective(' two words ')).toBe(':~:text=two%20words');
});

it('names 160 characters whole, and the two ends of one more', () => {
  const words = Array.from({ length: 15 }, () => 'nineletrs').join(' ');
  const five = 'nineletrs%20nineletrs%20nineletrs%20nineletrs';
  expect(textDirective(`${words} tenletters`)).not.toContain(',');
  expect(textDirective(`${words} elevenletrs`)).toBe(
    `:~:text=nineletrs%20${five},${five}%20elevenletrs`,
  );
});

it('names the two ends of 15 words, and fewer whole, however long', () => {
  const words = (count: number) => Array.from({ length: count }, () => 'w'.repeat(20));
  expect(textDirective(words(14).join(' '))).not.toContain(',');
  expect(textDirective(words(15).join(' '))).toContain(',');
});

it('counts words, whatever space is between them', () => {
  const words = Array.from({ length: 60 }, (_, at) => `word${at}`);
  expect(textDirective(words.join('  '))).toBe(textDirective(words.join(' ')));
});
