import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { expectAccessible, openScreen } from '../../testing/screen.tsx';
import { SubscriberCounts } from './subscriber-counts.tsx';
import { SubscribersScreen } from './subscribers-screen.tsx';

const PHONE = [390, 844] as const;
const DESK = [1280, 900] as const;
afterEach(() => page.viewport(...DESK));

const none = { at_once: 0, daily: 0, weekly: 0, waiting: 0, ended: 0 };
const counts = {
  ...{ subscribers: 12_340, waiting: 0 },
  kinds: [
    { kind: 'everything' as const, counts: { ...none, at_once: 1_205, weekly: 10_400, ended: 85 } },
    { kind: 'position' as const, counts: none },
  ],
  subjects: [
    {
      name: 'Ministry of Energy and Water of the Islamic Republic: Allocation of the Helmand',
      ...{ path: '/positions/a/b', kind: 'position' as const },
      counts: { ...none, daily: 5 },
    },
  ],
};

test('an admin reads that subscriptions are off, and where they are switched on', async () => {
  await openScreen('owner', <SubscribersScreen />, { path: '/settings/subscribers' });
  await expect.element(page.getByText('Subscriptions are off')).toBeVisible();
  await expect
    .element(page.getByRole('link', { name: 'Journal' }).last())
    .toHaveAttribute('href', '/settings');
});

test.each([PHONE, DESK])(
  'counts are read at %i × %i, and small ones not told apart',
  async (...size) => {
    await page.viewport(...size);
    await openScreen('owner', <SubscriberCounts counts={counts} isOff={false} />);
    const table = page.getByRole('table').first();
    await expect
      .element(table.getByRole('row', { name: /^Everything/ }))
      .toHaveTextContent('Everything1,205+< 510,400+< 585+');
    await expect.element(page.getByText('12,340+')).toBeVisible();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(size[0]);
    await expectAccessible(document.body);
  },
);
