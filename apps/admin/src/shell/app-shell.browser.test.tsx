import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ArticlesScreen } from '../articles/articles-screen.tsx';
import { writeArticle } from '../testing/articles.ts';
import { currentAddress, navigate } from '../testing/next-navigation.ts';
import { expectAccessible, renderScreen, signIn } from '../testing/screen.tsx';
import { AppShell } from './app-shell.tsx';

const palette = page.getByRole('dialog', { name: 'Search or run' });
const box = palette.getByRole('combobox', { name: 'Search or run' });
const press = () => userEvent.keyboard('{Control>}k{/Control}');

async function openShell() {
  const me = await signIn('owner');
  navigate('/articles');
  await renderScreen(
    <AppShell me={me} readerUrl="http://reader.example" journalName="The Strait" theme="light">
      <ArticlesScreen />
    </AppShell>,
  );
  await expect.element(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
}

test('given ⌘K, a word of a headline opens its article, and a place is one line away', async () => {
  const { id, headline } = await writeArticle();
  await openShell();
  await expectAccessible(document.body);
  await press();
  await expect.element(box).toHaveFocus();
  await expectAccessible(palette.element());
  await userEvent.keyboard('sourc');
  await expect.element(palette.getByRole('option', { name: 'Sources' })).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect.poll(currentAddress).toBe('/sources');
  // The same key would close what is still open.
  await expect.element(palette).not.toBeInTheDocument();
  await press();
  await expect.element(box).toHaveFocus();
  await box.fill(headline);
  await expect.element(palette.getByRole('option', { name: new RegExp(headline) })).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect.poll(currentAddress).toBe(`/articles/${id}`);
});

test('given ⌘K twice, closes the palette; given it once more, opens an empty one', async () => {
  await openShell();
  await press();
  await expect.element(box).toHaveFocus();
  await press();
  await expect.element(palette).not.toBeInTheDocument();
  await press();
  await expect.element(box).toHaveFocus();
  await box.fill('sourc');
  await expect.element(palette.getByRole('option', { name: 'Sources' })).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect.element(palette).not.toBeInTheDocument();
  await press();
  await expect.element(palette.getByRole('option', { name: 'Articles' })).toBeVisible();
  await expect.element(box).toHaveValue('');
});
