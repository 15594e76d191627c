import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { writeArticle } from '../../../testing/articles.ts';
import { articleText, goInText, openArticle } from '../../../testing/open-article.tsx';
import { expectAccessible } from '../../../testing/screen.tsx';

test('selected words have a menu above them until the selection or the focus is gone', async () => {
  const { id } = await writeArticle();
  await openArticle('editor', id);
  await goInText('{Control>}{Home}{/Control}');
  const menu = page.getByRole('toolbar', { name: 'Selected words' });
  await expect.element(menu).not.toBeInTheDocument();
  await userEvent.keyboard('{Shift>}{Control>}{ArrowRight}{/Control}{/Shift}');
  await expect.element(menu).toBeVisible();
  await expectAccessible(menu.element());
  const words = document.getSelection()?.getRangeAt(0).getBoundingClientRect();
  const { left, right, top } = menu.element().getBoundingClientRect();
  expect(left).toBeGreaterThanOrEqual(0);
  expect(right).toBeLessThanOrEqual(window.innerWidth);
  expect(Math.abs(top - (words?.top ?? 0))).toBeLessThan(80);

  await menu.getByRole('button', { name: 'Strong' }).click();
  await expect.poll(() => articleText().element().innerHTML).toContain('<strong>The');
  await expect.element(menu).toBeVisible();
  (menu.getByRole('button', { name: 'Link' }).element() as HTMLElement).focus();
  await new Promise((done) => setTimeout(done, 300));
  await expect.element(menu).toBeVisible();
  (page.getByRole('textbox', { name: 'Headline' }).element() as HTMLElement).focus();
  await expect.element(menu).not.toBeInTheDocument();

  await goInText('{Control>}{Home}{/Control}');
  await userEvent.keyboard('{Shift>}{ArrowRight}{/Shift}');
  await expect.element(menu).toBeVisible();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(menu).not.toBeInTheDocument();
});
