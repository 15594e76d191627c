import { compareDocuments } from '../src/document/compare-documents.ts';
import type { Document } from '../src/document/document.ts';

/** How long it takes to compare two states of a text of 10,000 words, from alike to nothing alike. */

let state = 7;
/** The same numbers in each run (a linear congruential generator). */
const random = () => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32;
};
const word = () => `word${Math.floor(random() * 3000)}`;
const words = (count: number) => Array.from({ length: count }, word).join(' ');
const documentOf = (paragraphs: readonly string[]): Document => ({
  type: 'doc',
  content: paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
});
/** Every `nth` word another one. */
const reword = (text: string, nth: number) =>
  text
    .split(' ')
    .map((each, place) => (place % nth === 0 ? word() : each))
    .join(' ');

const paragraphs = Array.from({ length: 100 }, () => words(100));
const many = Array.from({ length: 2000 }, () => words(5));
const cases: Record<string, [string[], string[]]> = {
  'one word in each of 100 paragraphs': [paragraphs, paragraphs.map((each) => reword(each, 100))],
  'every fifth word': [paragraphs, paragraphs.map((each) => reword(each, 5))],
  'paragraphs in the opposite order': [paragraphs, paragraphs.toReversed()],
  'nothing alike': [paragraphs, paragraphs.map(() => words(100))],
  'nothing alike in 2,000 paragraphs': [many, many.map(() => words(5))],
  'one paragraph, every fifth word': [[paragraphs.join(' ')], [reword(paragraphs.join(' '), 5)]],
  'one paragraph, nothing alike': [[paragraphs.join(' ')], [words(10_000)]],
};

const medianOf = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

for (const [name, [before, after]] of Object.entries(cases)) {
  const [old, now] = [documentOf(before), documentOf(after)];
  const times = Array.from({ length: 7 }, () => {
    const start = performance.now();
    compareDocuments(old, now);
    return performance.now() - start;
  });
  console.log(
    JSON.stringify({
      name: `comparing: ${name}`,
      value: Math.round(medianOf(times)),
      ...{ unit: 'ms', low: Math.round(Math.min(...times)), high: Math.round(Math.max(...times)) },
    }),
  );
}
