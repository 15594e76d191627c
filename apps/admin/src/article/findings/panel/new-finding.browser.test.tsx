import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { readArticle, SENTENCE, writeArticle } from '../../../testing/articles.ts';
import { articleText, goInText, openArticle } from '../../../testing/open-article.tsx';
import { descriptionOf, expectAccessible, pressKey } from '../../../testing/screen.tsx';

const form = page.getByRole('form', { name: 'New finding' });
const proposition = form.getByLabelText('Proposition');

/** Begins a finding with the sentence that the cursor is in. */
async function beginFinding(): Promise<string> {
  const { id } = await writeArticle();
  await openArticle('editor', id);
  await goInText('{Control>}{Home}{/Control}{ArrowDown}');
  await userEvent.keyboard('{Control>}{Shift>}f{/Shift}{/Control}');
  await expect.element(proposition).toHaveFocus();
  return id;
}

test('a finding begins with the sentence at the cursor and gives the focus back to it', async () => {
  await beginFinding();
  await expect.element(proposition).toHaveValue(SENTENCE);
  await expect.element(form.getByRole('group', { name: 'Holders' })).toBeVisible();
  await expectAccessible(form.element());
  await form.getByRole('button', { name: 'Discard' }).click();
  await expect.element(form).not.toBeInTheDocument();
  await expect.element(articleText()).toHaveFocus();
});

test('a finding without a proposition is refused at that field', async () => {
  await beginFinding();
  await proposition.fill('');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.element(proposition).toHaveAttribute('aria-invalid', 'true');
  expect(descriptionOf(proposition)).toMatch(/\S+.*in one sentence/);
  await expectAccessible(form.element());
});

test('a finding is proposed by keyboard and opens with the focus at its heading', async () => {
  const id = await beginFinding();
  await userEvent.keyboard('Ostrava waits for the rains{Control>}{Enter}{/Control}');
  await expect.element(page.getByRole('heading', { name: 'Finding 1' })).toHaveFocus();
  expect((await readArticle(id)).findings).toMatchObject([
    { state: 'proposed', proposition: 'Ostrava waits for the rains' },
  ]);
});

test('another sentence does not take the place of a finding that is begun', async () => {
  await beginFinding();
  await userEvent.keyboard('Begun.');
  await goInText('{Control>}{End}{/Control}');
  await userEvent.keyboard('{Control>}{Shift>}f{/Shift}{/Control}');
  await expect
    .element(page.getByText('Another finding was started but not proposed.'))
    .toBeVisible();
  await expect.element(form.getByText(SENTENCE).first()).toBeVisible();
  await expect.element(proposition).toHaveValue('Begun.');
  await pressKey(form.getByRole('button', { name: 'Discard' }));
  await expect.element(articleText()).toHaveFocus();
  await userEvent.keyboard('{Control>}{Shift>}f{/Shift}{/Control}');
  await expect.element(proposition).toHaveValue('The talks go on.');
});
