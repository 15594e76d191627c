import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { openScreen, pressKey } from '../testing/screen.tsx';
import { InstallationScreen } from './installation-screen.tsx';

test('what is wrong comes first, with what to do, and is checked again on demand', async () => {
  await openScreen('owner', <InstallationScreen />, { path: '/settings/installation' });
  const wrong = page.getByRole('list', { name: 'Needs attention' });
  // The server of these tests has databases that are open to every role.
  await expect.element(wrong.getByText('Reach of the reading site’s role')).toBeVisible();
  const right = page.getByRole('list', { name: 'No problems' });
  await expect.element(right.getByText('Data directory')).toBeVisible();
  await expect.element(right.getByText('agrees with the database’s')).toBeVisible();
  await expect.element(page.getByText(/problems? found\. Checked/)).toBeVisible();
  // A backup that was never made is no fault, and not in order either.
  const advice = page.getByRole('list', { name: 'Advice' });
  await expect.element(advice.getByText('Backups', { exact: true })).toBeVisible();
  const again = page.getByRole('button', { name: 'Check again' });
  await pressKey(again);
  await expect.element(again).toHaveFocus();
  await expect.element(again).toHaveAttribute('aria-busy', 'true');
  await expect.element(again).not.toHaveAttribute('aria-busy');
  await expect.element(wrong).toBeVisible();
});
