import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { ArticlesScreen } from '../articles/articles-screen.tsx';
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
  expect(new URL(currentAddress(), 'http://admin.example').searchParams.get('terms')).toBe(
    'off_record',
  );
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
