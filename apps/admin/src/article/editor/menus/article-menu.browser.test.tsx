import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { readArticle, writeArticle } from '../../../testing/articles.ts';
import { articleText, goInText, openArticle } from '../../../testing/open-article.tsx';
import { expectAccessible } from '../../../testing/screen.tsx';

test('two brackets find an article by its headline, and Enter links it', async () => {
  const other = await writeArticle();
  const { id } = await writeArticle();
  await openArticle('editor', id);
  await goInText('{Control>}{End}{/Control}');
  // In the language of the keyboard an opening bracket is written twice.
  await userEvent.keyboard(` [[[[${other.headline}`);
  const menu = page.getByRole('listbox', { name: 'Articles' });
  const option = menu.getByRole('option', { name: new RegExp(other.headline) });
  await expect.element(option).toHaveAttribute('aria-selected', 'true');
  expect(option.element().textContent).toContain('Draft');
  await expectAccessible(menu.element());
  await userEvent.keyboard('{Escape}');
  await expect.element(menu).not.toBeInTheDocument();
  expect(articleText().element().textContent).toContain(`[[${other.headline}`);

  await goInText('{Control>}{End}{/Control}{Enter}');
  await userEvent.keyboard(`See [[[[${other.headline}`);
  await expect.element(option).toBeVisible();
  await userEvent.keyboard('{Enter} for more.');
  await expect.element(menu).not.toBeInTheDocument();
  await expect
    .poll(async () => (await readArticle(id)).article.body.content.at(-1))
    .toEqual({
      type: 'paragraph',
      content: [
        { type: 'text', text: 'See ' },
        {
          type: 'text',
          text: other.headline,
          marks: [{ type: 'link', attrs: { href: `/articles/${other.slug}` } }],
        },
        { type: 'text', text: ' for more.' },
      ],
    });
});
