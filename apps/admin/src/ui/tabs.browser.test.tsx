import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { expectAccessible, renderScreen } from '../testing/screen.tsx';
import { Tabs } from './tabs.tsx';

test('every tab can be seen where they have no room in one row, and the chosen one is underlined', async () => {
  const labels = ['Findings', 'Comments', 'Suggestions', 'Details', 'Publish', 'Versions'];
  await renderScreen(
    <main style={{ width: 367 }}>
      <Tabs
        label="Panel"
        tabs={labels.map((label) => ({ value: label, label, count: 12, panel: label }))}
        value="Versions"
        onChange={() => {}}
      />
    </main>,
  );
  const list = page.getByRole('tablist').element();
  const box = list.getBoundingClientRect();
  for (const label of labels) {
    const tab = page
      .getByRole('tab', { name: new RegExp(label) })
      .element()
      .getBoundingClientRect();
    expect([label, tab.left >= box.left, tab.right <= box.right]).toEqual([label, true, true]);
  }
  const chosen = page.getByRole('tab', { name: /Versions/ }).element();
  const line = () => list.querySelector('[role=presentation]')?.getBoundingClientRect();
  await expect
    .poll(() => Math.round((line()?.bottom ?? 0) - chosen.getBoundingClientRect().bottom))
    .toBe(0);
  await expectAccessible(page.getByRole('main').element());
});
