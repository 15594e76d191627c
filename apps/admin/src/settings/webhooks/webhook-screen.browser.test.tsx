import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { viewpoints } from '../../data/viewpoints.ts';
import { anyWord } from '../../testing/articles.ts';
import { currentAddress } from '../../testing/next-navigation.ts';
import { expectAccessible, openByKeyboard, openScreen, pressKey } from '../../testing/screen.tsx';
import { WebhookScreen } from './webhook-screen.tsx';
import { WebhooksScreen } from './webhooks-screen.tsx';

const api = viewpoints.editor.webhooks;

test('a webhook is made by keyboard, and its secret is shown once', async () => {
  await openScreen('owner', <WebhooksScreen />, { path: '/settings/webhooks' });
  const dialog = page.getByRole('dialog', { name: 'New webhook' });
  const opener = page.getByRole('button', { name: 'New webhook' }).first();
  await openByKeyboard(opener, dialog, dialog.getByLabelText('Name'));
  await expectAccessible(dialog.element());
  const name = anyWord('Archive');
  await dialog.getByLabelText('Name').fill(name);
  await dialog.getByLabelText('Address').fill('http://receiver.example/hook');
  const create = dialog.getByRole('button', { name: 'Create webhook' });
  await pressKey(create);
  const refused = dialog.getByText('Use an address that begins with https', { exact: false });
  await expect.element(refused).toBeVisible();
  await dialog.getByLabelText('Address').fill('https://receiver.example/hook');
  await pressKey(create);
  const shown = page.getByRole('dialog', { name: 'Copy secret' });
  await expect.element(shown.getByTestId('secret')).toMatchTextContent('whsec_');
  await expectAccessible(shown.element());
  await userEvent.keyboard('{Escape}');
  await expect.element(shown).toBeVisible();
  await pressKey(shown.getByRole('button', { name: 'Done' }));
  await expect.element(page.getByRole('link', { name })).toBeVisible();
  expect(await api.list.query()).toContainEqual(expect.objectContaining({ name, paused: null }));
});

test('a webhook is tested, paused, resumed, given a new secret and removed', async () => {
  await openScreen('owner', <WebhooksScreen />, { path: '/settings/webhooks' });
  const name = anyWord('Mirror');
  const { id } = await api.create.mutate({
    ...{ name, url: 'https://receiver.example/hook', kinds: ['article'], events: ['changed'] },
  });
  await openScreen('owner', <WebhookScreen id={id} />, { path: `/settings/webhooks/${id}` });
  await expect.element(page.getByText('No deliveries')).toBeVisible();
  await pressKey(page.getByRole('button', { name: 'Send test' }));
  await expect.element(page.getByText('webhook.test').first()).toBeVisible();
  await pressKey(page.getByRole('button', { name: 'Pause' }));
  await expect
    .element(page.getByText('An administrator paused it', { exact: false }))
    .toBeVisible();
  await expectAccessible(page.getByRole('main').element());
  await pressKey(page.getByRole('button', { name: 'Resume' }));
  const resume = page.getByRole('dialog', { name: `Resume “${name}”?` });
  await pressKey(resume.getByRole('button', { name: 'Resume' }));
  await expect.element(page.getByText('Active')).toBeVisible();
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'New secret' }).click();
  const question = page.getByRole('dialog', { name: 'Make a new secret?' });
  await pressKey(question.getByRole('button', { name: 'Make secret' }));
  const shown = page.getByRole('dialog', { name: 'Copy secret' });
  await pressKey(shown.getByRole('button', { name: 'Done' }));
  await expect.element(page.getByText('Old secret')).toBeVisible();
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  const remove = page.getByRole('dialog', { name: `Remove “${name}”?` });
  await pressKey(remove.getByRole('button', { name: 'Remove' }));
  await expect.poll(currentAddress).toBe('/settings/webhooks');
  expect((await api.list.query()).map((each) => each.id)).not.toContain(id);
});
