import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { readArticle, writeArticle } from '../../../testing/articles.ts';
import { articleText, goInText, openArticle } from '../../../testing/open-article.tsx';
import { chooseOption, descriptionOf, expectAccessible } from '../../../testing/screen.tsx';

const dialog = page.getByRole('dialog', { name: 'Callout' });

/** Opens the dialog for the first paragraph, by keyboard alone. */
async function openDialog(): Promise<string> {
  const { id } = await writeArticle();
  await openArticle('editor', id);
  await goInText('{Control>}{Home}{/Control}');
  await userEvent.keyboard('{Enter}{ArrowUp}/callout');
  await expect.element(page.getByRole('option', { name: /Callout/ })).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect.element(dialog.getByRole('combobox', { name: 'Kind' })).toHaveFocus();
  return id;
}

test('the dialog of a callout opens from the text and gives the focus back to it', async () => {
  await openDialog();
  await expectAccessible(dialog.element());
  await userEvent.keyboard('{Escape}');
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(articleText()).toHaveFocus();
});

test('a callout goes in with its kind and title, and not with too long a title', async () => {
  const id = await openDialog();
  await chooseOption(dialog.getByRole('combobox', { name: 'Kind' }), /Warning/);
  const title = dialog.getByRole('textbox', { name: /^Title/ });
  await title.fill('x'.repeat(121));
  await expect.poll(() => descriptionOf(title)).toContain('Use at most 120 characters.');
  await userEvent.keyboard('{Enter}');
  await expect.element(dialog).toBeVisible();
  await title.fill('High water');
  await userEvent.keyboard('{Enter}');
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(articleText()).toHaveFocus();
  await userEvent.keyboard('The ferry does not run.');
  await expect
    .poll(async () => (await readArticle(id)).article.body.content)
    .toContainEqual(
      expect.objectContaining({
        type: 'callout',
        attrs: { kind: 'warning', title: 'High water' },
      }),
    );
});
