import { expect, test } from 'vitest';
import { commands, page } from 'vitest/browser';
import { viewpoints } from '../data/viewpoints.ts';
import { anyWord } from '../testing/articles.ts';
import {
  expectAccessible,
  openByKeyboard,
  openScreen,
  pressKey,
  signIn,
} from '../testing/screen.tsx';
import { ImportScreen } from './import-screen.tsx';
import { ImportsScreen } from './imports-screen.tsx';

const whole = { custom_excerpt: 'What ships pay.', tags: ['t1'] };

async function brought(): Promise<{ id: string; site: string }> {
  const site = `https://${anyWord('quay')}.example`;
  const id = await commands.importPosts(site, [
    { id: '1', slug: anyWord('ports'), title: 'The ports', ...whole },
    { id: '2', slug: anyWord('members'), title: 'For members', visibility: 'paid', ...whole },
    { id: '3', slug: anyWord('short'), title: 'Without an excerpt', tags: ['t1'] },
  ]);
  return { id, site };
}
const row = (name: string) => page.getByRole('listitem').filter({ hasText: name }).first();

test('one publisher confirms a report by keyboard, another signs it, and it goes out', async () => {
  const { id, site } = await brought();
  await openScreen('publisher', <ImportsScreen />, { path: '/import-runs' });
  await expect.element(row(`Ghost, ${site}`)).toMatchTextContent('Drafts');
  await expectAccessible(document.querySelector('.app-root') ?? document.body);

  await openScreen('publisher', <ImportScreen id={id} />, { path: `/import-runs/${id}` });
  await expect.element(page.getByText('1 article can go out.')).toBeVisible();
  await expect.element(row('For members')).toMatchTextContent('It was for members only');
  await expect.element(row('Without an excerpt')).toMatchTextContent('Incomplete');
  await expectAccessible(document.querySelector('.app-root') ?? document.body);
  const dialog = page.getByRole('dialog', { name: 'Confirm this report?' });
  const cancel = dialog.getByRole('button', { name: 'Cancel' });
  await openByKeyboard(page.getByRole('button', { name: 'Confirm report…' }), dialog, cancel);
  await expectAccessible(dialog.element());
  await pressKey(dialog.getByRole('button', { name: 'Confirm report' }));
  await expect.element(row('The ports')).toMatchTextContent('Confirmed');
  const own = page.getByRole('button', { name: 'Sign…' });
  await expect.element(own).toHaveAttribute('aria-disabled', 'true');
  await expect
    .element(page.getByText('You confirmed it: another publisher has to sign it.').first())
    .toBeVisible();

  await openScreen('owner', <ImportScreen id={id} />, { path: `/import-runs/${id}` });
  const signing = page.getByRole('dialog', { name: 'Sign and publish?' });
  const back = signing.getByRole('button', { name: 'Cancel' });
  await openByKeyboard(page.getByRole('button', { name: 'Sign…' }), signing, back);
  await expect
    .element(signing)
    .toMatchTextContent('1 article goes out in your name and that of Pia');
  await pressKey(signing.getByRole('button', { name: 'Sign and publish' }));
  await expect.element(page.getByText(/Signed by Olive\./)).toBeVisible();
  await signIn('owner');
  await expect
    .poll(async () => (await viewpoints.editor.imports.byId.query({ id })).counts.published, {
      timeout: 30_000,
    })
    .toBe(1);
});

test('an editor sees the report and who has to confirm it, and looks at one state alone', async () => {
  const { id } = await brought();
  await openScreen('editor', <ImportScreen id={id} />, { path: `/import-runs/${id}?state=draft` });
  await expect.element(row('For members')).toBeVisible();
  await expect
    .element(page.getByRole('listitem').filter({ hasText: 'The ports' }))
    .not.toBeInTheDocument();
  const confirm = page.getByRole('button', { name: 'Confirm report…' });
  await expect.element(confirm).toHaveAttribute('aria-disabled', 'true');
  expect(confirm.element().getAttribute('aria-description')).toMatch(/publisher/i);
});
