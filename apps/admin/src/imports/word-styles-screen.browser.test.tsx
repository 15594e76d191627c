import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { viewpoints } from '../data/viewpoints.ts';
import { expectAccessible, openScreen, pressKey, signIn } from '../testing/screen.tsx';
import { WordStylesScreen } from './word-styles-screen.tsx';

const save = page.getByRole('button', { name: 'Save' });

test('styles are added, changed and removed; one that is named twice is refused in words', async () => {
  await openScreen('editor', <WordStylesScreen />, { path: '/word-styles' });
  await pressKey(page.getByRole('button', { name: 'Add style' }));
  await page.getByLabelText('Style in Word').fill('House Lead');
  await pressKey(page.getByLabelText('Becomes'));
  await page.getByRole('option', { name: 'Pull quote' }).click();
  await pressKey(save);
  await expect.element(page.getByText('Saved. The next file is read by it.')).toBeVisible();
  expect((await viewpoints.editor.wordStyles.get.query()).styles).toEqual([
    { style: 'House Lead', becomes: 'pull_quote' },
  ]);

  await pressKey(page.getByRole('button', { name: 'Add style' }));
  await page.getByLabelText('Style in Word').nth(1).fill('house lead');
  await pressKey(save);
  await expect.element(page.getByText(/name each style once/i).first()).toBeVisible();
  await expectAccessible(document.body);
  await pressKey(page.getByRole('button', { name: 'Remove house lead', exact: true }));
  await pressKey(page.getByRole('button', { name: 'Remove House Lead', exact: true }));
  await pressKey(save);
  await expect
    .poll(async () => (await viewpoints.editor.wordStyles.get.query()).styles)
    .toEqual([]);
});

test('a contributor sees the table and changes nothing', async () => {
  await signIn('contributor');
  await openScreen('contributor', <WordStylesScreen />, { path: '/word-styles' });
  await expect.element(page.getByRole('rowheader', { name: 'Heading 1' })).toBeVisible();
  await expect
    .element(page.getByRole('button', { name: 'Add style' }))
    .toHaveAttribute('aria-disabled', 'true');
});
