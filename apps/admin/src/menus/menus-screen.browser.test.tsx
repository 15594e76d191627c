import { noMenus } from '@viewpoints/domain/menus/menu';
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { viewpoints } from '../data/viewpoints.ts';
import { expectAccessible, openScreen, pressKey, signIn } from '../testing/screen.tsx';
import { MenusScreen } from './menus-screen.tsx';

const api = viewpoints.editor.menus;
const button = (name: string | RegExp) => page.getByRole('button', { name });
const open = (role: 'editor' | 'publisher') =>
  openScreen(role, <MenusScreen />, { path: '/menus' });
const labels = async () => (await api.get.query()).content.head.map(({ label }) => label);

const DESK = [1280, 900] as const;

afterEach(async () => {
  await page.viewport(...DESK);
  await signIn('publisher');
  const { save: seen } = await api.get.query();
  await api.save.mutate({ seen, content: noMenus });
});

test.each([[390, 844] as const, DESK])(
  'a head is made by keyboard and put in order, at %i × %i',
  async (...size) => {
    await page.viewport(...size);
    await open('publisher');
    await expect.element(page.getByText(/until you add an entry/)).toBeVisible();
    await expectAccessible(document.body);
    const search = page.getByRole('combobox', { name: 'Add to head' });
    for (const name of ['Archive', 'About']) {
      await search.fill(name);
      await expect
        .element(page.getByRole('option', { name: new RegExp(`^${name}`) }))
        .toBeVisible();
      await userEvent.keyboard('{Enter}');
    }
    await pressKey(button('Add address').first());
    await page.getByLabelText('Address', { exact: true }).fill('https://shop.example/');
    await page.getByLabelText('Label of address').fill('Shop');
    await pressKey(button('Move Shop up'));
    await expect.element(button('Move Shop up')).toHaveFocus();
    await pressKey(button('Move Shop up'));
    // It is the first now, so the focus is on the way back.
    await expect.element(button('Move Shop down')).toHaveFocus();
    await page.getByLabelText('Label of About').fill('About us');
    await expect.element(page.getByText('Shop', { exact: true })).toBeVisible();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(size[0]);
    await pressKey(button('Save'));
    await expect.poll(labels).toEqual(['Shop', '', 'About us']);
    await expectAccessible(document.body);
  },
);

test('says at its field what is no address, and beside an entry why readers do not have it', async () => {
  await signIn('publisher');
  const { save: seen } = await api.get.query();
  await api.save.mutate({
    seen,
    content: { ...noMenus, head: [{ target: { kind: 'built_in', name: 'contact' }, label: '' }] },
  });
  await open('publisher');
  await expect.element(page.getByText('Not shown: the settings do not offer it.')).toBeVisible();
  await pressKey(button('Add address').first());
  await page.getByLabelText('Address', { exact: true }).fill('http://shop.example/');
  await pressKey(button('Save'));
  await expect
    .element(page.getByLabelText('Address', { exact: true }))
    .toHaveAccessibleDescription(/https:\/\//);
});

test('of two who save at once the second keeps what they wrote', async () => {
  await open('publisher');
  await pressKey(button('Add group'));
  await page.getByLabelText(/^Heading of group 1/).fill('Mine');
  const search = page.getByRole('combobox', { name: 'Add to mine' });
  await search.fill('Privacy');
  await expect.element(page.getByRole('option', { name: /^Privacy/ })).toBeVisible();
  await userEvent.keyboard('{Enter}');
  const { save: seen } = await api.get.query();
  await api.save.mutate({ seen, content: { ...noMenus, social: ['https://theirs.example/'] } });
  await pressKey(button('Save'));
  await expect.element(page.getByRole('alert')).toMatchTextContent('Nothing of yours is lost');
  await pressKey(button('Compare'));
  await pressKey(page.getByRole('dialog').getByRole('button', { name: 'Save both' }));
  await expect
    .poll(async () => (await api.get.query()).content)
    .toMatchObject({ foot: [{ heading: 'Mine' }], social: ['https://theirs.example/'] });
});

test('is read by an editor, who cannot change it', async () => {
  await open('editor');
  await expect.element(button('Save')).toHaveAttribute('aria-disabled', 'true');
  await expect.element(page.getByRole('combobox', { name: 'Add to head' })).not.toBeInTheDocument();
});
