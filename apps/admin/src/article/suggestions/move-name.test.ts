import { expect, test } from 'vitest';
import { moveName } from './move-name.ts';

const item = ['bulletList', 'listItem'];
const numbered = ['orderedList', 'listItem'];
const paragraph = { type: 'paragraph', to: 'paragraph', shared: 0 };

test.each<[from: string[], within: string[], name: string]>([
  [item, [...item, ...item], 'Indent'],
  [item, [...item, ...item, ...item], 'Indent 2 levels'],
  [item, [...item, ...numbered], 'Put into a numbered list'],
  [[...item, ...item, ...item], item, 'Outdent 2 levels'],
  [item, ['blockQuote', ...item, ...item], 'Put into a block quote; indent'],
  [['blockQuote', ...item, ...item], item, 'Take out of the block quote; outdent'],
  [[], ['callout', 'blockQuote'], 'Put into a callout; put into a block quote'],
  [['callout', ...item], [], 'Take out of the callout; take out of the bullet list'],
  [['callout'], ['blockQuote'], 'Take out of the callout; put into a block quote'],
  [item, numbered, 'Take out of the bullet list; put into a numbered list'],
  [item, item, 'Begin a new bullet list'],
])('from %j to %j', (from, within, name) => {
  expect(moveName({ ...paragraph, from, within })).toBe(name);
});

test('another kind of block is named as well', () => {
  const within = ['blockQuote'];
  expect(moveName({ ...paragraph, to: 'heading', from: [], within })).toBe(
    'Put into a block quote; make it a heading',
  );
  const attrs = { level: 2 };
  expect(moveName({ ...paragraph, to: 'heading', attrs, from: item, within: [], shared: 1 })).toBe(
    'Take out of the bullet list; make it a heading 2',
  );
});
