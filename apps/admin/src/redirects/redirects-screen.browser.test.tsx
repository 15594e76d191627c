import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { viewpoints } from '../data/viewpoints.ts';
import { anyWord } from '../testing/articles.ts';
import { expectAccessible, openScreen, pressKey, signIn } from '../testing/screen.tsx';
import { RedirectsScreen } from './redirects-screen.tsx';

const api = viewpoints.editor.redirects;
const DESK = [1280, 900] as const;
afterEach(() => page.viewport(...DESK));

const some = () =>
  `/${anyWord('old')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')}`;
const open = (person: 'editor' | 'publisher', query = '') =>
  openScreen(person, <RedirectsScreen />, { path: `/redirects${query}` });
const button = (name: string) => page.getByRole('button', { name, exact: true });
const field = (name: string) => page.getByRole('dialog').getByRole('textbox', { name });

test('a redirect is added by keyboard: refused at its field, corrected, then listed', async () => {
  const from = some();
  await open('publisher', `?q=${from}`);
  await pressKey(button('New redirect').first());
  await field('From').fill('/articles');
  await field('To').fill('http://elsewhere.example');
  await userEvent.keyboard('{Enter}');
  await expect.element(field('From')).toHaveAttribute('aria-invalid', 'true');
  await expect.element(field('To')).toHaveAttribute('aria-invalid', 'true');
  await expect.element(field('From')).toHaveFocus();
  await expectAccessible(document.body);
  await field('From').fill(`${from}/`);
  await field('To').fill('/articles/never-written');
  await userEvent.keyboard('{Enter}');
  const row = page.getByRole('listitem').filter({ hasText: from });
  await expect.element(row).toMatchTextContent('/articles/never-written');
  await expect.element(row).toMatchTextContent('Edited');
  await expect.element(row).toMatchTextContent('Leads nowhere');
  await expectAccessible(document.body);
});

test('of two who edit at once the second keeps what they wrote, and compares', async () => {
  const from = some();
  await signIn('publisher');
  const { id } = await api.add.mutate({ content: { from, to: '/articles/one' } });
  await open('publisher', `?open=${id}`);
  await field('To').fill('/articles/mine');
  await api.save.mutate({ id, seen: 1, content: { from, to: '/articles/theirs' } });
  await pressKey(button('Save'));
  await expect.element(page.getByRole('alert')).toMatchTextContent('Somebody changed the redirect');
  await expect.element(field('To')).toHaveValue('/articles/mine');
});

test('an editor reads the list, and who may write in it', async () => {
  await open('editor');
  await expect.element(button('New redirect').first()).toHaveAttribute('aria-disabled', 'true');
  await expect.element(button('Import…')).toHaveAttribute('aria-disabled', 'true');
  await expect.element(button('Export')).not.toHaveAttribute('aria-disabled', 'true');
});

test.each([[390, 844] as const, DESK])(
  'a file is imported once its lines are corrected, at %i × %i',
  async (...size) => {
    await page.viewport(...size);
    const [a, b] = [some(), some()];
    await open('publisher', `?q=${a}`);
    await expect.element(page.getByText('Nothing matches')).toBeVisible();
    await pressKey(button('Import…'));
    await field('Lines').fill(`${a},${b}\n${b},//elsewhere.example`);
    await pressKey(button('Import'));
    await expect.element(page.getByRole('alert')).toMatchTextContent('Line 2: Give a path');
    await expectAccessible(document.body);
    const long = `/articles/${'very-'.repeat(60)}long`;
    await field('Lines').fill(`${a},${b}\n${b},${long}`);
    await pressKey(button('Import'));
    const row = page.getByRole('listitem').filter({ hasText: `Ends at ${long}` });
    await expect.element(row).toBeVisible();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(size[0]);
    await expectAccessible(document.body);
    await pressKey(page.getByRole('button', { name: a, exact: true }));
    await pressKey(button('Remove'));
    await pressKey(
      page.getByRole('dialog', { name: /^Remove/ }).getByRole('button', { name: 'Remove' }),
    );
    await expect.element(row).not.toBeInTheDocument();
  },
);
