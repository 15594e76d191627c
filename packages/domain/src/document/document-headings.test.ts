import { expect, it } from 'vitest';
import type { Block } from './blocks.ts';
import { documentHeadings } from './document-headings.ts';

const heading = (level: 2 | 3 | 4, text: string): Block => ({
  type: 'heading',
  attrs: { level },
  content: [{ type: 'text', text }],
});
const headings = (...content: Block[]) => documentHeadings({ type: 'doc', content });

it('gives each heading an anchor made of its words', () => {
  const [first, second] = headings(
    { type: 'paragraph' },
    heading(2, 'Five small words'),
    heading(2, 'What the mothers’ did'),
  );
  expect(first).toEqual({ index: 1, level: 2, text: 'Five small words', id: 's-five-small-words' });
  expect(second?.id).toBe('s-what-the-mothers-did');
});

it('takes the words of a heading from all of it but its notes, a break for a space', () => {
  const broken: Block = {
    type: 'heading',
    attrs: { level: 2 },
    content: [
      { type: 'text', text: 'Low ' },
      { type: 'text', text: 'water', marks: [{ type: 'emphasis' }] },
      { type: 'footnote', content: [{ type: 'text', text: 'At the weir.' }] },
      { type: 'text', text: ',' },
      { type: 'hardBreak' },
      { type: 'text', text: 'again' },
    ],
  };
  expect(headings(broken)).toEqual([
    { index: 0, level: 2, text: 'Low water, again', id: 's-low-water-again' },
  ]);
});

it('gives no two headings the same anchor', () => {
  expect(headings(heading(2, 'Water'), heading(2, 'Water')).map(({ id }) => id)).toEqual([
    's-water',
    's-water-2',
  ]);
});

it('numbers what has no Latin form', () => {
  expect(headings(heading(2, 'سه خواسته'), heading(2, 'שלוש בקשות')).map(({ id }) => id)).toEqual([
    's-1',
    's-2',
  ]);
});

it.each<[string, Block]>([
  ['nothing', { type: 'heading', attrs: { level: 2 } }],
  ['no letter', heading(2, '…')],
])('numbers a heading that has %s in it', (_, bare) => {
  expect(headings(heading(2, 'Water'), bare)[1]?.id).toBe('s-2');
});

it('has no text for a heading with nothing in it', () => {
  expect(headings({ type: 'heading', attrs: { level: 2 } })[0]?.text).toBe('');
});

it('leaves no level out', () => {
  const levels = headings(heading(3, 'A'), heading(4, 'B'), heading(4, 'C'), heading(2, 'D'));
  expect(levels.map(({ level }) => level)).toEqual([2, 3, 4, 2]);
});
