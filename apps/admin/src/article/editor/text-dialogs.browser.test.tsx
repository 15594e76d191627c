import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { readArticle, writeArticle } from '../../testing/articles.ts';
import { articleText, goInText, openArticle } from '../../testing/open-article.tsx';
import { descriptionOf, expectAccessible } from '../../testing/screen.tsx';

let id: string;

/** Selects the last word of the text, which is "on.". */
beforeEach(async () => {
  ({ id } = await writeArticle());
  await openArticle('editor', id);
  await goInText('{Control>}{End}{Shift>}{ArrowLeft}{/Shift}{/Control}');
  await expect.poll(() => document.getSelection()?.toString()).toMatch(/on|\./);
});

const marksOf = async () => {
  const { content } = (await readArticle(id)).article.body;
  return JSON.stringify(content);
};

test('a link is put on the selected words by keyboard, and a script is refused', async () => {
  await userEvent.keyboard('{Control>}k{/Control}');
  const dialog = page.getByRole('dialog', { name: 'Link' });
  const address = dialog.getByLabelText('Address');
  await expect.element(address).toHaveFocus();
  await expectAccessible(dialog.element());
  await address.fill('javascript:alert(1)');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => descriptionOf(address)).toContain('Use an address that begins with');
  await expect.element(address).toHaveAttribute('aria-invalid', 'true');
  await address.fill('example.org/minutes');
  await userEvent.keyboard('{Enter}');
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(articleText()).toHaveFocus();
  await expect
    .poll(marksOf)
    .toContain('{"type":"link","attrs":{"href":"https://example.org/minutes"}}');
});

test('a link leads to an own piece by its headline, and says which one it leads to', async () => {
  const target = await writeArticle();
  await openArticle('editor', id);
  await goInText('{Control>}{End}{Shift>}{ArrowLeft}{/Shift}{/Control}');
  await expect.poll(() => document.getSelection()?.toString()).toMatch(/on|\./);
  await userEvent.keyboard('{Control>}k{/Control}');
  const dialog = page.getByRole('dialog', { name: 'Link' });
  await expect.element(dialog.getByLabelText('Address')).toHaveFocus();
  const article = dialog.getByRole('combobox', { name: 'Article' });
  await article.fill(target.headline);
  const option = page.getByRole('option', { name: new RegExp(target.headline) });
  await expect.element(option).toBeVisible();
  await expectAccessible(dialog.element());
  await userEvent.keyboard('{Enter}');
  await expect.element(dialog).not.toBeInTheDocument();
  const href = `/articles/${target.slug}`;
  await expect.poll(marksOf).toContain(`{"type":"link","attrs":{"href":"${href}"}}`);
  await expect.element(articleText()).toHaveFocus();
  await goInText('{Control>}{End}{Shift>}{ArrowLeft}{/Shift}{/Control}');
  await expect.poll(() => document.getSelection()?.toString()).toMatch(/on|\./);
  await userEvent.keyboard('{Control>}k{/Control}');
  const changing = page.getByRole('dialog', { name: 'Change the link' });
  await expect.element(changing.getByLabelText('Address')).toHaveValue(href);
  await expect
    .element(changing.getByRole('combobox', { name: 'Article' }))
    .toHaveValue(target.headline);
});

test('where no words are selected, the keys of a link are left to the palette', async () => {
  await goInText('{Control>}{Home}{/Control}');
  const untaken: boolean[] = [];
  const listen = (event: KeyboardEvent) => {
    if (event.key !== 'k') return;
    untaken.push(!event.defaultPrevented);
    event.preventDefault();
  };
  window.addEventListener('keydown', listen);
  onTestFinished(() => window.removeEventListener('keydown', listen));
  await userEvent.keyboard('{Control>}k{/Control}');
  expect(untaken).toEqual([true]);
  expect(page.getByRole('dialog').elements()).toEqual([]);
  await userEvent.keyboard('{Shift>}{Control>}{ArrowRight}{/Control}{/Shift}');
  await expect.poll(() => document.getSelection()?.toString()).toMatch(/The/);
  await userEvent.keyboard('{Control>}k{/Control}');
  await expect.element(page.getByRole('dialog', { name: 'Link' })).toBeVisible();
  expect(untaken).toEqual([true, false]);
});

test('words are marked as being in another language', async () => {
  await userEvent.keyboard('{Control>}{Shift>}l{/Shift}{/Control}');
  const dialog = page.getByRole('dialog', { name: 'Mark language' });
  const language = dialog.getByRole('combobox', { name: 'Language' });
  await expect.element(language).toHaveFocus();
  await expectAccessible(dialog.element());
  await userEvent.keyboard('{Escape}');
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(articleText()).toHaveFocus();
  await userEvent.keyboard('{Control>}{Shift>}l{/Shift}{/Control}');
  await language.fill('Russian');
  const option = page.getByRole('option', { name: /Russian/ }).first();
  await expect.element(option).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await dialog.getByRole('button', { name: 'Mark' }).click();
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.poll(marksOf).toContain('"lang":"ru"');
});
