import { articleContentOf } from '@viewpoints/domain/articles/article';
import type { Document } from '@viewpoints/domain/document/document';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { viewpoints } from '../data/viewpoints.ts';
import { writeArticle } from '../testing/articles.ts';
import { articleText, openArticle, openPanel } from '../testing/open-article.tsx';
import { expectAccessible, openScreen, pressKey } from '../testing/screen.tsx';
import { HouseStyleScreen } from './house-style-screen.tsx';

const body: Document = {
  type: 'doc',
  content: [
    { type: 'paragraph', content: [{ type: 'text', text: 'They pay.' }] },
    { type: 'paragraph', content: [{ type: 'text', text: 'They leverage the the quay.' }] },
  ],
};

test('a word of the house style is found in an article, shown there, and keeps nothing back', async () => {
  await openScreen('editor', <HouseStyleScreen />, { path: '/house-style' });
  await pressKey(page.getByRole('button', { name: 'Add word' }));
  await page.getByLabelText('Not').fill('leverage');
  await page.getByLabelText('Instead').fill('use');
  await page.getByLabelText('Why').fill('Plain words.');
  await expectAccessible(document.body);
  await pressKey(page.getByRole('button', { name: 'Save' }));
  await expect.element(page.getByText('Saved. Articles are checked by it.')).toBeVisible();

  const written = await writeArticle();
  const { id, save: was } = written;
  const content = { ...articleContentOf(written), body };
  await viewpoints.editor.articles.save.mutate({ id, seen: was, content });
  await openArticle('editor', id);
  const panel = await openPanel(/Publish/);
  const list = panel.getByRole('list', { name: 'To check' });
  await expect
    .element(list)
    .toMatchTextContent('House style: “use” instead of “leverage”. Plain words.');
  await expect.element(list).toMatchTextContent('“the the” has a word twice.');
  await expectAccessible(list.element());
  await pressKey(list.getByRole('button', { name: 'Show the words' }).first());
  await expect.poll(() => getSelection()?.toString()).toBe('leverage');
  await expect.element(articleText()).toHaveFocus();

  const { save: seen } = await viewpoints.editor.houseStyle.get.query();
  await viewpoints.editor.houseStyle.save.mutate({ seen, rules: [] });
});
