import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ArticlesScreen } from '../articles/articles-screen.tsx';
import { viewpoints } from '../data/viewpoints.ts';
import { writeArticle } from '../testing/articles.ts';
import { currentAddress } from '../testing/next-navigation.ts';
import {
  chooseOption,
  expectAccessible,
  openScreen,
  pressKey,
  signIn,
} from '../testing/screen.tsx';

const combobox = (name: string) => page.getByRole('combobox', { name });
/** The filters in the address. */
const inAddress = () =>
  Object.fromEntries(new URL(currentAddress(), 'http://admin.example').searchParams);
const more = page.getByRole('button', { name: 'More filters' });

test('filters and order live in the address, and the count is of what they leave', async () => {
  await signIn('editor');
  const { headline } = await writeArticle();
  await openScreen('editor', <ArticlesScreen />, { path: `/articles?q=${headline}&order=oldest` });
  const row = page.getByRole('listitem').filter({ hasText: headline }).first();
  await expect.element(row).toBeVisible();
  await expect.element(page.getByRole('status').first()).toMatchTextContent('1 article');
  await expect.element(combobox('Terms')).not.toBeInTheDocument();
  await pressKey(more);
  await expect.element(more).toHaveAttribute('aria-expanded', 'true');
  await expectAccessible(document.querySelector('.app-root') ?? document.body);
  await chooseOption(combobox('Terms'), /^Off the record/);
  await expect.poll(() => inAddress().terms).toBe('off_record');
  await expect.element(page.getByText('Nothing matches')).toBeVisible();
  await expect.element(page.getByRole('status').first()).toMatchTextContent('0 articles');
  await pressKey(page.getByRole('button', { name: 'Clear filters' }));
  // The order is no filter: it stays.
  await expect.poll(currentAddress).toBe('/articles?order=oldest');
});

test('what an address narrows by is shown at once, and what is gone is named as gone', async () => {
  const gone = '01900000-0000-7000-8000-00000000dead';
  await openScreen('editor', <ArticlesScreen />, {
    path: `/articles?author=${gone}&from=2031-05-14&state=nonsense`,
  });
  await expect.element(page.getByLabelText('Saved from')).toHaveValue('2031-05-14');
  await expect.element(combobox('Author')).toHaveValue('No longer there');
  await expect.element(combobox('State')).toMatchTextContent('Any state');
  await expect.element(page.getByText('Nothing matches')).toBeVisible();
});

const saved = () => viewpoints.editor.savedFilters.list.query({ list: 'articles' });
/** Leaves the person without saved filters: a test before may have failed halfway. */
async function removeSaved(): Promise<void> {
  for (const { id } of await saved()) await viewpoints.editor.savedFilters.remove.mutate({ id });
}

test('a filter is saved under a name, used again, renamed and removed, by keyboard', async () => {
  await signIn('editor');
  await removeSaved();
  await openScreen('editor', <ArticlesScreen />, {
    path: '/articles?state=draft&order=oldest&open=x',
  });
  const menu = page.getByRole('button', { name: 'Saved filters' });
  await pressKey(menu);
  await page.getByRole('menuitem', { name: 'Save filter…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save filter' });
  await expect.element(dialog).toBeVisible();
  await expectAccessible(dialog.element());
  await dialog.getByRole('textbox', { name: 'Name' }).fill('My drafts');
  await userEvent.keyboard('{Enter}');
  await expect.element(dialog).not.toBeInTheDocument();
  const active = page.getByRole('button', { name: 'My drafts' });
  await expect.element(active).toBeVisible();

  await pressKey(page.getByRole('button', { name: 'Clear filters' }));
  await expect.poll(inAddress).not.toHaveProperty('state');
  await pressKey(menu);
  await page.getByRole('menuitem', { name: 'My drafts' }).click();
  await expect.poll(inAddress).toEqual({ state: 'draft', order: 'oldest', open: 'x' });

  // A part that the list no longer has is named where the filter is used.
  await viewpoints.editor.savedFilters.save.mutate({
    ...{ list: 'articles', name: 'Of old' },
    filter: [
      { name: 'state', value: 'draft' },
      { name: 'mood', value: 'calm' },
    ],
  });
  await openScreen('editor', <ArticlesScreen />, { path: '/articles' });
  await pressKey(menu);
  await page.getByRole('menuitem', { name: 'Of old' }).click();
  await expect.element(page.getByText(/no longer be narrowed by: mood/)).toBeVisible();

  await pressKey(menu);
  await page.getByRole('menuitem', { name: 'Manage filters…' }).click();
  const manage = page.getByRole('dialog', { name: 'Saved filters' });
  await expect.element(manage).toBeVisible();
  await expectAccessible(manage.element());
  const name = manage.getByRole('textbox', { name: 'Name of “My drafts”' });
  await name.fill('Of old');
  await userEvent.keyboard('{Enter}');
  await expect.element(manage.getByText(/keep a filter of this name/).first()).toBeVisible();
  await name.fill('Drafts');
  await userEvent.keyboard('{Enter}');
  const removeDrafts = manage.getByRole('button', { name: 'Remove “Drafts”' });
  const removeOld = manage.getByRole('button', { name: 'Remove “Of old”' });
  await expect.element(removeDrafts).toBeVisible();
  await pressKey(removeOld);
  // The rest goes on by keyboard: the focus is at the row that is left, then at what closes.
  await expect.element(removeOld).not.toBeInTheDocument();
  await expect.element(removeDrafts).toHaveFocus();
  await pressKey(removeDrafts);
  await expect.element(manage.getByText('None is left.')).toBeVisible();
  await expect.element(manage.getByRole('button', { name: 'Close' }).first()).toHaveFocus();
  expect(await saved()).toEqual([]);
});
