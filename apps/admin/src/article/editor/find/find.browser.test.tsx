import { expect, onTestFinished, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { readArticle, SENTENCE, writeWithFinding } from '../../../testing/articles.ts';
import { articleText, goInText, openArticle } from '../../../testing/open-article.tsx';
import { expectAccessible } from '../../../testing/screen.tsx';
import { neededOffline } from '../../screen/needed-offline.ts';

const textOf = async (id: string) => {
  const { content } = (await readArticle(id)).article.body;
  return content.map((block) => JSON.stringify(block)).join('\n');
};
const bar = () => page.getByLabelText('Find in text');
const selection = () => document.getSelection()?.toString();

test('parts that work without a connection are loaded ahead', async () => {
  const loads = neededOffline.map((part) => vi.spyOn(part, 'preload'));
  onTestFinished(() => {
    vi.restoreAllMocks();
  });
  const { article } = await writeWithFinding();
  await openArticle('editor', article.id);
  // On a busy machine the browser is never idle, and each part waits for its time limit.
  await expect
    .poll(() => loads.filter((load) => load.mock.calls.length === 0).length, { timeout: 50_000 })
    .toBe(0);
  const results = loads.flatMap((load) => load.mock.results.map(({ value }) => value));
  await Promise.all(results);
});

test('words are found by keyboard, in every place and by case, and Escape goes back', async () => {
  const { article } = await writeWithFinding();
  await openArticle('editor', article.id);
  await goInText('{Control>}{Home}{/Control}');
  await userEvent.keyboard('{Control>}f{/Control}');
  const field = bar().getByRole('textbox', { name: 'Find' });
  await expect.element(field).toHaveFocus();
  const found = bar().getByRole('status');
  await userEvent.keyboard('the');
  await expect.element(found).toHaveTextContent('3 found');
  await expectAccessible(bar().element());
  await userEvent.keyboard('{Enter}');
  await expect.element(found).toHaveTextContent('1 of 3');
  await userEvent.keyboard('{Shift>}{Enter}{/Shift}');
  await expect.element(found).toHaveTextContent('3 of 3');
  await bar().getByRole('button', { name: 'Match case' }).click();
  await expect.element(found).toHaveTextContent('1 found');
  await field.fill('mountain');
  await expect.element(found).toHaveTextContent('Not found');
  await expect.element(bar().getByRole('button', { name: 'Replace all' })).toBeDisabled();
  await field.fill('the rains');
  await userEvent.keyboard('{Enter}{Escape}');
  await expect.element(bar()).not.toBeInTheDocument();
  await expect.element(articleText()).toHaveFocus();
  expect(selection()).toBe('the rains');
  expect(document.querySelector('.ProseMirror-search-match')).toBeNull();
  await userEvent.keyboard('{Control>}f{/Control}');
  await expect.element(field).toHaveValue('the rains');
});

test('they are replaced one by one or all at once, and undo brings all of them back', async () => {
  const { article } = await writeWithFinding();
  const { id } = article;
  await openArticle('editor', id);
  await goInText('{Control>}{End}{/Control}{Enter}');
  await userEvent.keyboard("Ostrava's talks - at Ostrava.");
  await goInText('{Control>}{Home}{/Control}');
  await userEvent.keyboard('{Control>}f{/Control}');
  // As a keyboard has it: the text has a curly apostrophe.
  await bar().getByRole('textbox', { name: 'Find' }).fill("Ostrava's");
  const found = bar().getByRole('status');
  await expect.element(found).toHaveTextContent('1 found');
  await bar().getByRole('textbox', { name: 'Replace with' }).fill('Its $1 [a-z]');
  await userEvent.keyboard('{Enter}{Enter}');
  await expect.poll(() => textOf(id)).toContain('Its $1 [a-z] talks');

  await bar().getByRole('textbox', { name: 'Find' }).fill('Ostrava');
  await expect.element(found).toHaveTextContent('2 found');
  await expect.element(bar().getByText(/1 is in quotes of findings/)).toBeVisible();
  await bar().getByRole('textbox', { name: 'Replace with' }).fill('Karakol');
  await bar().getByRole('button', { name: 'Replace all' }).click();
  await expect.element(found).toHaveTextContent('2 replaced');
  await expect.poll(() => textOf(id)).not.toContain('Ostrava');
  await userEvent.keyboard('{Escape}');
  await goInText('{Control>}z{/Control}');
  await expect.poll(() => textOf(id)).toContain(SENTENCE);
  expect(await textOf(id)).toContain('at Ostrava.');
});

test('the outline leads to a heading', async () => {
  const { article } = await writeWithFinding();
  await openArticle('editor', article.id);
  const outline = page.getByRole('button', { name: 'Outline' });
  await expect.element(page.getByRole('toolbar')).toBeVisible();
  expect(outline.elements()).toEqual([]);
  await goInText('{Control>}{End}{/Control}{Enter}');
  await userEvent.keyboard('## The dam{Enter}### Its turbines{Enter}They turn.');
  await goInText('{Control>}{Home}{/Control}');
  await outline.click();
  await expectAccessible(page.getByRole('menu').element());
  await page.getByRole('menuitem', { name: 'Its turbines' }).click();
  await expect.element(articleText()).toHaveFocus();
  await expect
    .poll(() => document.getSelection()?.anchorNode?.parentElement?.closest('h3')?.textContent)
    .toBe('Its turbines');
});
