import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { ArticlesScreen } from '../articles/articles-screen.tsx';
import { viewpoints } from '../data/viewpoints.ts';
import { readArticle, writeArticle } from '../testing/articles.ts';
import { currentAddress } from '../testing/next-navigation.ts';
import { openArticle, openPanel } from '../testing/open-article.tsx';
import {
  expectAccessible,
  openByKeyboard,
  openScreen,
  pressKey,
  signIn,
} from '../testing/screen.tsx';
import { TrashScreen } from './trash-screen.tsx';

const api = viewpoints.editor;
const row = (name: string) => page.getByRole('listitem').filter({ hasText: name }).first();

test('a draft goes to the trash by keyboard, and comes back by Undo or from the list', async () => {
  await signIn('editor');
  const { id, headline } = await writeArticle();
  await openArticle('editor', id);
  const panel = await openPanel(/Publish/);
  const dialog = page.getByRole('dialog', { name: `Move “${headline}” to the trash?` });
  const cancel = dialog.getByRole('button', { name: 'Cancel' });
  await openByKeyboard(panel.getByRole('button', { name: 'Move to trash…' }), dialog, cancel);
  await expectAccessible(dialog.element());
  await pressKey(dialog.getByRole('button', { name: 'Move to trash' }));
  await expect.poll(currentAddress).toBe('/articles');
  await expect.element(page.getByText(`“${headline}” is in the trash.`)).toBeVisible();
  // The article's own Undo, of its text, comes first.
  await pressKey(page.getByRole('button', { name: 'Undo' }).last());
  await expect.element(page.getByText(`Restored “${headline}”.`)).toBeVisible();
  expect((await readArticle(id)).article.state).toBe('draft');

  await api.articles.trash.mutate({ id });
  await openScreen('editor', <TrashScreen />, { path: '/trash' });
  await expect.element(row(headline)).toMatchTextContent('Article');
  await expectAccessible(document.querySelector('.app-root') ?? document.body);
  await pressKey(row(headline).getByRole('button', { name: 'Restore' }));
  await expect.element(row(headline)).not.toBeInTheDocument();
  expect((await readArticle(id)).inTrash).toBe(false);
});

test('a publisher deletes for good after a question; others see who may', async () => {
  await signIn('editor');
  const { id, headline } = await writeArticle();
  await api.articles.trash.mutate({ id });
  await openScreen('editor', <TrashScreen />, { path: '/trash' });
  const deleteNow = row(headline).getByRole('button', { name: 'Delete now…' });
  await expect.element(deleteNow).toBeVisible();
  expect(deleteNow.element().getAttribute('aria-description')).toMatch(/publisher/i);
  await openScreen('publisher', <TrashScreen />, { path: '/trash' });
  const dialog = page.getByRole('dialog', { name: `Delete “${headline}” for good?` });
  const cancel = dialog.getByRole('button', { name: 'Cancel' });
  await openByKeyboard(deleteNow, dialog, cancel);
  await pressKey(dialog.getByRole('button', { name: 'Delete for good' }));
  await expect.element(page.getByText(`Deleted “${headline}” for good.`)).toBeVisible();
  await expect(api.articles.get.query({ id })).rejects.toThrow();
});

test('several articles go to the trash from the list, and Undo brings them back', async () => {
  await signIn('editor');
  const articles = [await writeArticle(), await writeArticle()];
  await openScreen('editor', <ArticlesScreen />, { path: '/articles' });
  for (const { headline } of articles)
    await pressKey(page.getByRole('checkbox', { name: `Choose “${headline}”` }), ' ');
  const bar = page.getByRole('region', { name: 'Chosen articles' });
  await expect.element(bar.getByRole('status')).toMatchTextContent('2 chosen');
  await pressKey(bar.getByRole('button', { name: 'Move to trash' }));
  await expect.element(page.getByText('2 articles are in the trash.')).toBeVisible();
  for (const { id } of articles) expect((await readArticle(id)).inTrash).toBe(true);
  await pressKey(page.getByRole('button', { name: 'Undo' }));
  await expect.element(page.getByText('Restored 2 articles.')).toBeVisible();
  for (const { id } of articles) expect((await readArticle(id)).inTrash).toBe(false);
});

test('several articles are archived from the list by a publisher, and Undo brings them back', async () => {
  await signIn('editor');
  const articles = [await writeArticle(), await writeArticle()];
  await openScreen('publisher', <ArticlesScreen />, { path: '/articles' });
  for (const { headline } of articles)
    await pressKey(page.getByRole('checkbox', { name: `Choose “${headline}”` }), ' ');
  const bar = page.getByRole('region', { name: 'Chosen articles' });
  await pressKey(bar.getByRole('button', { name: 'Archive' }));
  await expect.element(page.getByText('2 articles are archived.')).toBeVisible();
  await expectAccessible(bar.element());
  const states = () =>
    Promise.all(articles.map(async ({ id }) => (await readArticle(id)).article.state));
  expect(await states()).toEqual(['archived', 'archived']);
  await pressKey(page.getByRole('button', { name: 'Undo' }));
  await expect.element(page.getByText('2 articles are drafts.')).toBeVisible();
  expect(await states()).toEqual(['draft', 'draft']);
});
