import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { AccountScreen } from '../account/account-screen.tsx';
import { viewpoints } from '../data/viewpoints.ts';
import { AppShell } from '../shell/app-shell.tsx';
import { writeArticle } from '../testing/articles.ts';
import { currentAddress, navigate } from '../testing/next-navigation.ts';
import {
  chooseOption,
  expectAccessible,
  openScreen,
  pressKey,
  renderScreen,
  signIn,
} from '../testing/screen.tsx';
import { NotificationsScreen } from './notifications-screen.tsx';

const api = viewpoints.editor;

test('the bell counts what is unread, and a row is marked read by keyboard', async () => {
  const publisher = await signIn('publisher');
  await api.notifications.markRead.mutate({});
  const { id, headline } = await writeArticle();
  await api.articles.submit.mutate({ id, assigneeId: publisher.id });
  const me = await signIn('publisher');
  navigate('/notifications');
  await renderScreen(
    <AppShell me={me} readerUrl="http://reader.example" journalName="The Strait" theme="light">
      <NotificationsScreen />
    </AppShell>,
  );
  const bell = page.getByRole('link', { name: 'Notifications, 1 unread' }).first();
  await expect.element(bell).toBeVisible();
  const row = page.getByRole('listitem').filter({ hasText: 'unread' }).first();
  await expect.element(row).toMatchTextContent('Awaits you');
  await expect
    .element(row.getByRole('link', { name: headline }))
    .toHaveAttribute('href', `/articles/${id}`);
  await expectAccessible(document.body);
  await pressKey(row.getByRole('button', { name: 'Mark read' }));
  await expect
    .element(page.getByRole('link', { name: 'Notifications', exact: true }).first())
    .toBeVisible();
  expect(await api.notifications.unread.query()).toBe(0);
  await expect.element(page.getByRole('button', { name: 'Mark all read' })).toBeDisabled();
});

test('articles that were given at once are one row, and the list is narrowed in its address', async () => {
  const publisher = await signIn('publisher');
  await api.notifications.markRead.mutate({});
  await signIn('editor');
  const written = [await writeArticle(), await writeArticle()];
  await api.articles.assignMany.mutate({
    articles: written.map(({ id }) => ({ id, seenAssigneeId: null })),
    assigneeId: publisher.id,
  });
  await openScreen('publisher', <NotificationsScreen />, { path: '/notifications' });
  const row = page.getByRole('listitem').filter({ hasText: '2 articles' }).first();
  for (const { id, headline } of written)
    await expect
      .element(row.getByRole('link', { name: headline }))
      .toHaveAttribute('href', `/articles/${id}`);
  expect(await api.notifications.unread.query()).toBe(1);
  await chooseOption(page.getByRole('combobox', { name: 'State' }), /^Unread/);
  await expect.element(page.getByText('1 notification', { exact: true })).toBeVisible();
  await expect.poll(currentAddress).toBe('/notifications?state=unread');
  await expectAccessible(document.body);
  await pressKey(row.getByRole('button', { name: 'Mark read' }));
  await expect.element(page.getByText('Nothing matches')).toBeVisible();
  await pressKey(page.getByRole('button', { name: 'Clear the filters' }));
  await expect.element(row).toBeVisible();
  expect(await api.notifications.unread.query()).toBe(0);
});

test('how each kind is sent is chosen on the account screen', async () => {
  await openScreen('member', <AccountScreen />, { path: '/account' });
  const select = page.getByRole('combobox', { name: 'Published' });
  await chooseOption(select, /^Off/);
  const panel = document.querySelector('#notifications');
  if (panel === null) throw new Error('there is no panel');
  await expectAccessible(panel);
  await pressKey(page.getByRole('button', { name: 'Save notifications' }));
  await expect.element(page.getByText('Your notifications are saved')).toBeVisible();
  expect(await api.notifications.settings.query()).toMatchObject({
    ...{ published: 'off', awaits_you: 'at_once' },
  });
});

test('a change of the own account is listed, and leads to where it is undone', async () => {
  await signIn('owner');
  await api.notifications.markRead.mutate({});
  await api.tokens.create.mutate({ name: 'Import', scopes: ['read'] });
  await openScreen('owner', <NotificationsScreen />, { path: '/notifications' });
  const row = page.getByRole('listitem').filter({ hasText: 'unread' }).first();
  await expect.element(row).toMatchTextContent('Access token');
  await expect
    .element(row.getByRole('link', { name: 'An access token was made, which acts as you' }))
    .toHaveAttribute('href', '/settings/tokens');
  await expectAccessible(row.element());
});
