import { beforeEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { readArticle, writeArticle } from '../../../testing/articles.ts';
import { articleText, goInText, openArticle } from '../../../testing/open-article.tsx';

let id: string;

beforeEach(async () => {
  ({ id } = await writeArticle());
  await openArticle('editor', id);
});

const stored = async () => JSON.stringify((await readArticle(id)).article.body.content);
const link = (href: string) => `[{"type":"link","attrs":{"href":"${href}"}}]`;

/** Pastes as a program that puts nothing but text on the clipboard. */
function pasteText(text: string): void {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  articleText()
    .element()
    .dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
}

const markdown = [
  '## What was agreed',
  '',
  'Nothing **in writing**, `ls "a"` apart.[^1]',
  '',
  '| Who | When |',
  '| --- | --- |',
  '| Ostrava | May |',
  '',
  '[^1]: Minutes of *May*, <b>page 4</b>.',
].join('\n');

test('an address goes on the words that are selected, and is a link where none are', async () => {
  await goInText('{Control>}{Home}{/Control}{Shift>}{Control>}{ArrowRight}{/Control}{/Shift}');
  pasteText('https://example.org/council');
  await expect
    .poll(stored)
    .toMatch(
      /"text":"The ?","marks":\[\{"type":"link","attrs":\{"href":"https:\/\/example.org\/council"/,
    );
  await goInText('{Control>}{End}{/Control}');
  pasteText('https://example.org/minutes?of=May');
  await expect
    .poll(stored)
    .toContain(
      `{"type":"text","text":"https://example.org/minutes?of=May","marks":${link('https://example.org/minutes?of=May')}}`,
    );
});

test('Markdown becomes what it says, with its table and its notes, and its HTML stays text', async () => {
  await goInText('{Control>}{End}{/Control}{Enter}');
  pasteText(markdown);
  await expect.poll(stored).toContain('"text":"What was agreed"');
  const content = await stored();
  expect(content).toContain('{"type":"heading","attrs":{"level":2}');
  expect(content).toContain('"text":"in writing","marks":[{"type":"strong"}]');
  expect(content).toContain('"text":"ls \\"a\\"","marks":[{"type":"code"}]');
  expect(content).toContain('"type":"tableHeader"');
  expect(content).toContain('"type":"footnote"');
  expect(content).toContain('<b>page 4</b>');
  expect(content).not.toContain('[^1]');
});

test('pasted with Shift it stays the characters it is', async () => {
  await goInText('{Control>}{End}{/Control}{Enter}');
  await userEvent.keyboard('{Control>}{Shift>}');
  pasteText(markdown);
  await userEvent.keyboard('{/Shift}{/Control}');
  await expect.poll(stored).toContain('## What was agreed');
});

test('Tab in the last cell of a table begins a row', async () => {
  await goInText('{Control>}{End}{/Control}{Enter}');
  pasteText('| Who | When |\n| --- | --- |\n| Ostrava | May |\n');
  await expect.poll(stored).toContain('"text":"May"');
  const cell = [...articleText().element().querySelectorAll('td')].at(-1);
  if (cell) document.getSelection()?.selectAllChildren(cell);
  await goInText('{End}');
  await userEvent.keyboard('{Tab}Tervan');
  await expect.poll(stored).toContain('"text":"Tervan"');
  expect(articleText().element().querySelectorAll('tr')).toHaveLength(3);
});
