import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { expectAccessible, renderScreen } from '../testing/screen.tsx';
import { toast } from './toast.ts';

test('toasts that come before their script is loaded are shown in their order', async () => {
  let undone = 0;
  toast.done('Placed in the trash', { action: { label: 'Undo', onClick: () => (undone += 1) } });
  toast.failed(new Error('Broken'), 'Not saved');
  await renderScreen(<main>Screen</main>);
  await expect.element(page.getByRole('heading', { name: 'Placed in the trash' })).toBeVisible();
  await expect.element(page.getByRole('alert').getByText('Not saved')).toBeVisible();
  await expectAccessible(document.body);
  await page.getByRole('button', { name: 'Undo' }).click();
  expect(undone).toBe(1);
  toast.info('One more');
  await expect.element(page.getByRole('heading', { name: 'One more' })).toBeVisible();
});
