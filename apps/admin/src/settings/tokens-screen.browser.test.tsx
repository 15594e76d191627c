import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { viewpoints } from '../data/viewpoints.ts';
import { anyWord } from '../testing/articles.ts';
import { expectAccessible, openByKeyboard, openScreen, pressKey } from '../testing/screen.tsx';
import { TokensScreen } from './tokens-screen.tsx';

test('a token is shown once, stays until it is put away, and is revoked after a question', async () => {
  await openScreen('owner', <TokensScreen />, { path: '/settings/tokens' });
  const dialog = page.getByRole('dialog', { name: 'New token' });
  const opener = page.getByRole('button', { name: 'New token' }).first();
  await openByKeyboard(opener, dialog, dialog.getByLabelText('Name'));
  const create = dialog.getByRole('button', { name: 'Create token' });
  await expect.element(create).toBeDisabled();
  const name = anyWord('Nightly export');
  await userEvent.keyboard(`${name}{Enter}`);
  const shown = page.getByRole('dialog', { name: 'Copy token' });
  await expect.element(shown.getByTestId('token')).toBeVisible();
  await expectAccessible(shown.element());
  // It is not shown again: Escape must not lose it.
  await userEvent.keyboard('{Escape}');
  await expect.element(shown).toBeVisible();
  await pressKey(shown.getByRole('button', { name: 'Done' }));
  await expect.element(shown).not.toBeInTheDocument();

  const token = page.getByRole('listitem').filter({ hasText: name });
  await expectAccessible(page.getByRole('main').element());
  await pressKey(token.getByRole('button', { name: 'Revoke' }));
  const question = page.getByRole('dialog', { name: `Revoke “${name}”?` });
  await expect.element(question.getByRole('button', { name: 'Cancel' })).toHaveFocus();
  await expectAccessible(question.element());
  await pressKey(question.getByRole('button', { name: 'Revoke' }));
  await expect.element(question).not.toBeInTheDocument();
  const tokens = await viewpoints.editor.tokens.list.query({});
  expect(tokens).toContainEqual(
    expect.objectContaining({ name, scopes: ['read'], revokedAt: expect.any(String) }),
  );
});
