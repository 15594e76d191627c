import { articleContentOf } from '@viewpoints/domain/articles/article';
import type { Document } from '@viewpoints/domain/document/document';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { viewpoints } from '../../data/viewpoints.ts';
import { readArticle, writeArticle } from '../../testing/articles.ts';
import { articleText, goInText, openArticle, openPanel } from '../../testing/open-article.tsx';
import { expectAccessible, pressKey } from '../../testing/screen.tsx';

const paragraph = (text: string) => ({
  type: 'paragraph' as const,
  content: [{ type: 'text' as const, text }],
});
const cell = (text: string) => ({
  type: 'tableCell' as const,
  attrs: { colspan: 1, rowspan: 1, colwidth: null },
  content: [paragraph(text)],
});
const body: Document = {
  type: 'doc',
  content: [
    paragraph('The council met.'),
    {
      type: 'bulletList',
      content: ['Tolls', 'Pilots'].map((text) => ({
        type: 'listItem' as const,
        content: [paragraph(text)],
      })),
    },
    {
      type: 'table',
      content: ['Aden', 'Suez'].map((text) => ({
        type: 'tableRow' as const,
        content: [cell(text), cell('Ten')],
      })),
    },
  ],
};
const labels = () =>
  [...document.querySelectorAll('.article-text [data-says]')].map((each) =>
    each.getAttribute('data-says')?.replace(/^.*: /, ''),
  );

test('lists and rows are suggested, undone at once, read and accepted by keyboard', async () => {
  const draft = await writeArticle();
  const { id, save } = draft;
  const content = { ...articleContentOf(draft), body };
  await viewpoints.editor.articles.save.mutate({ id, seen: save, content });
  await openArticle('editor', id, { live: true });
  await goInText('{Control>}{Home}{/Control}');
  await userEvent.keyboard('{Control>}{Shift>}e{/Shift}{/Control}');
  await expect.element(page.getByRole('button', { name: 'Mode: Suggesting' })).toBeVisible();
  const list = '{Control>}{Shift>}8{/Shift}{/Control}';
  await pressKey(articleText(), list);
  const added = ['put into a bullet list', 'join to the list above'];
  await expect.poll(labels).toEqual(added);
  await pressKey(articleText(), '{Control>}z{/Control}');
  await expect.poll(labels).toEqual([]);
  await pressKey(articleText(), list);
  await expect.poll(labels).toEqual(added);
  // Below the table is an empty paragraph.
  await goInText('{Control>}{End}{/Control}');
  await goInText('{ArrowUp}');
  await pressKey(page.getByRole('button', { name: 'This table' }));
  await pressKey(page.getByRole('menuitem', { name: 'Delete row' }));
  await expect.poll(labels).toEqual([...added, 'delete this row']);
  expect((await readArticle(id)).article.body).toEqual(body);

  await expectAccessible(document.querySelector('.article-editor') ?? document.body);
  const panel = await openPanel(/^Suggestions/);
  await expect.element(panel.getByRole('article')).toHaveLength(2);
  await expectAccessible(panel.element());
  const first = panel.getByRole('article', { name: 'Put into a bullet list The council met.' });
  await pressKey(first.getByRole('button', { name: 'Accept' }));
  const kinds = async () => (await readArticle(id)).article.body.content.map(({ type }) => type);
  await expect.poll(kinds).toEqual(['bulletList', 'table']);
});
