import { expect, test } from 'vitest';
import { commands, page, userEvent } from 'vitest/browser';
import { viewpoints } from '../data/viewpoints.ts';
import { anyWord, writeArticle } from '../testing/articles.ts';
import { currentAddress } from '../testing/next-navigation.ts';
import {
  chooseOption,
  descriptionOf,
  expectAccessible,
  openByKeyboard,
  openScreen,
  pressKey,
  signIn,
} from '../testing/screen.tsx';
import { PeopleScreen } from './people-screen.tsx';

const api = viewpoints.editor.people;

test('an invitation needs an address of e-mail, and its link is shown once', async () => {
  await openScreen('owner', <PeopleScreen />, { path: '/people' });
  const dialog = page.getByRole('dialog', { name: 'Invite somebody' });
  const email = dialog.getByLabelText('E-mail address');
  await openByKeyboard(page.getByRole('button', { name: 'Invite' }), dialog, email);
  await userEvent.keyboard('nobody{Enter}');
  await expect.poll(() => descriptionOf(email)).toContain('Use an e-mail address');
  await expect.element(email).toHaveAttribute('aria-invalid', 'true');
  const address = `${anyWord('ines')}@journal.example`;
  await email.fill(address);
  await userEvent.keyboard('{Enter}');
  const given = page.getByRole('dialog', { name: 'Copy link' });
  await expect.element(given.getByTestId('invitation-link')).toBeVisible();
  await expectAccessible(given.element());
  await pressKey(given.getByRole('button', { name: 'Done' }));
  await expect.element(given).not.toBeInTheDocument();
  const { invitations } = await api.list.query();
  expect(invitations).toContainEqual(
    expect.objectContaining({ email: address, roles: ['contributor'] }),
  );
});

test('roles are changed from a menu, and one’s own only after a second question', async () => {
  await openScreen('owner', <PeopleScreen />, { path: '/people' });
  await expectAccessible(page.getByRole('main').element());
  const change = page.getByRole('menuitem', { name: 'Change roles…' });
  await pressKey(page.getByRole('button', { name: 'Actions for Olive' }));
  await pressKey(change);
  const own = page.getByRole('dialog', { name: 'Roles of Olive' });
  await own.getByRole('checkbox', { name: /^Admin/ }).click();
  const giveUp = own.getByRole('button', { name: 'Stop being admin' });
  await expect.element(giveUp).toBeDisabled();
  await own.getByRole('checkbox', { name: 'Remove my rights' }).click();
  await expectAccessible(own.element());
  await pressKey(giveUp);
  // No other admin is left.
  await expect.element(own.getByRole('alert')).toMatchTextContent('Nobody would be left');
  await userEvent.keyboard('{Escape}');
  await expect.element(own).not.toBeInTheDocument();

  await pressKey(page.getByRole('button', { name: 'Actions for Rosa' }));
  await pressKey(change);
  const dialog = page.getByRole('dialog', { name: 'Roles of Rosa' });
  await dialog.getByRole('checkbox', { name: /^Editor/ }).click();
  await pressKey(dialog.getByRole('button', { name: 'Save' }));
  await expect.element(dialog).not.toBeInTheDocument();
  const { accounts } = await api.list.query();
  expect(accounts).toContainEqual(
    expect.objectContaining({ name: 'Rosa', roles: ['contributor', 'editor'] }),
  );
});

test('a second factor is seen, and reset after a question', async () => {
  await signIn('member');
  const { begin, turnOn } = viewpoints.editor.account.secondFactor;
  const { secret } = await begin.mutate();
  await turnOn.mutate({ code: await commands.codeOf(secret) });
  await openScreen('owner', <PeopleScreen />, { path: '/people' });
  const row = page.getByRole('listitem').filter({ hasText: /member@/ });
  await expect.element(row.getByText('Second factor')).toBeVisible();
  await pressKey(row.getByRole('button', { name: /^Actions for/ }));
  await pressKey(page.getByRole('menuitem', { name: 'Reset second factor…' }));
  const dialog = page.getByRole('dialog', { name: /^Reset the second factor of/ });
  await expect.element(dialog.getByRole('button', { name: 'Cancel' })).toHaveFocus();
  await expectAccessible(dialog.element());
  await pressKey(dialog.getByRole('button', { name: 'Reset' }));
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(row.getByText('Second factor')).not.toBeInTheDocument();
});

test('an account is disabled after a question, and can be enabled again', async () => {
  await openScreen('owner', <PeopleScreen />, { path: '/people' });
  const menu = page.getByRole('button', { name: 'Actions for Rosa' });
  await pressKey(menu);
  await pressKey(page.getByRole('menuitem', { name: 'Disable…' }));
  const dialog = page.getByRole('dialog', { name: 'Disable Rosa’s account?' });
  // Enter must not do it by reflex.
  await expect.element(dialog.getByRole('button', { name: 'Cancel' })).toHaveFocus();
  await expectAccessible(dialog.element());
  await pressKey(dialog.getByRole('button', { name: 'Disable' }));
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(menu).toHaveFocus();
  await pressKey(menu);
  await pressKey(page.getByRole('menuitem', { name: 'Enable' }));
  await expect
    .poll(async () => (await api.list.query()).accounts)
    .toContainEqual(expect.objectContaining({ name: 'Rosa', disabledAt: null }));
});

test('what waits for an account is handed over when it is disabled', async () => {
  const article = await writeArticle();
  await signIn('owner');
  const { accounts } = await api.list.query();
  const idOf = (name: string) => accounts.find((account) => account.name === name)?.id ?? '';
  await api.setRoles.mutate({ id: idOf('Rosa'), roles: ['contributor', 'editor'] });
  const { assign, get } = viewpoints.editor.articles;
  await assign.mutate({ id: article.id, seenAssigneeId: null, assigneeId: idOf('Rosa') });
  await openScreen('owner', <PeopleScreen />, { path: '/people' });
  await pressKey(page.getByRole('button', { name: 'Actions for Rosa' }));
  await pressKey(page.getByRole('menuitem', { name: 'Disable…' }));
  const dialog = page.getByRole('dialog', { name: 'Disable Rosa’s account?' });
  await dialog.getByLabelText('Hand over to').click();
  await page.getByRole('option', { name: 'Pia' }).click();
  await expectAccessible(dialog.element());
  await pressKey(dialog.getByRole('button', { name: 'Disable' }));
  await expect.element(dialog).not.toBeInTheDocument();
  expect((await get.query({ id: article.id })).assignment?.assigneeId).toBe(idOf('Pia'));
  await api.enable.mutate({ id: idOf('Rosa') });
});

test('accounts are found by name, role and state, in the address', async () => {
  await openScreen('owner', <PeopleScreen />, { path: '/people' });
  await chooseOption(page.getByRole('combobox', { name: 'Role' }), /^Publisher/);
  await expect.poll(currentAddress).toBe('/people?role=publisher');
  await expect.element(page.getByRole('list', { name: 'Accounts' })).toBeVisible();
  await page.getByLabelText('Search people').fill('zqnobody');
  await expect.element(page.getByText('Nothing matches')).toBeVisible();
  await expectAccessible(document.body);
  await pressKey(page.getByRole('button', { name: 'Clear the filters' }));
  await expect.element(page.getByRole('list', { name: 'Accounts' })).toBeVisible();
});
