import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { publishArticle, readArticle } from '../../../testing/articles.ts';
import { openArticle } from '../../../testing/open-article.tsx';
import { expectAccessible, pressKey } from '../../../testing/screen.tsx';

const dialog = page.getByRole('dialog', { name: 'Withdraw finding 1?' });
const button = page.getByRole('button', { name: 'Withdraw…' });

async function openDialog(): Promise<string> {
  const { article } = await publishArticle();
  await openArticle('publisher', article.id);
  await pressKey(page.getByRole('list', { name: 'Findings' }).getByRole('button').first());
  await pressKey(button);
  await expect.element(dialog.getByLabelText('Why')).toHaveFocus();
  return article.id;
}

test('the dialog of a withdrawal says what it does and gives the focus back', async () => {
  await openDialog();
  await expect.element(dialog).toMatchTextContent('This cannot be taken back.');
  await expectAccessible(dialog.element());
  await pressKey(dialog.getByRole('button', { name: 'Cancel' }));
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(button).toHaveFocus();
});

test('a finding is withdrawn with a reason, and its heading has the focus', async () => {
  const id = await openDialog();
  const withdraw = dialog.getByRole('button', { name: 'Withdraw' });
  await expect.element(withdraw).toBeDisabled();
  await userEvent.keyboard('The letter was forged.');
  await pressKey(withdraw);
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(page.getByRole('heading', { name: 'Finding 1' })).toHaveFocus();
  expect((await readArticle(id)).findings).toMatchObject([{ state: 'withdrawn' }]);
});
