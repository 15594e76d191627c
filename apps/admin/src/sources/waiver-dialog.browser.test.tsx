import { SourceContent } from '@viewpoints/domain/sources/source';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { viewpoints } from '../data/viewpoints.ts';
import { anyWord } from '../testing/articles.ts';
import { expectAccessible, openScreen, pressKey, signIn } from '../testing/screen.tsx';
import { SourceScreen } from './source-screen.tsx';

const api = viewpoints.editor.sources;
const dialog = page.getByRole('dialog', { name: 'Record a waiver' });
const button = page.getByRole('button', { name: 'Record a waiver' });

async function openDialog() {
  await signIn('editor');
  const slug = anyWord('talk');
  const source = await api.create.mutate(
    SourceContent.parse({
      ...{ slug, kind: 'interview', title: 'A talk' },
      terms: { attribution: 'background', disclosure: 'clear' },
      participants: [{ id: crypto.randomUUID(), name: 'Mira Hale', affiliation: 'Delta Board' }],
    }),
  );
  await openScreen('editor', <SourceScreen id={source.id} />, { path: `/sources/${source.id}` });
  await pressKey(button);
  await expect.element(dialog).toBeVisible();
  return source;
}

test('the dialog of a waiver opens at its first field and gives the focus back', async () => {
  await openDialog();
  await expect.element(dialog.getByRole('combobox', { name: 'For whom' })).toHaveFocus();
  await expectAccessible(dialog.element());
  await userEvent.keyboard('{Escape}');
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(button).toHaveFocus();
});

test('a waiver is recorded with who granted it and how that is known', async () => {
  const source = await openDialog();
  const record = dialog.getByRole('button', { name: 'Record' });
  await expect.element(record).toBeDisabled();
  await dialog.getByLabelText('Granted by').fill('Mira Hale');
  await dialog.getByLabelText('How you know').fill('E-mail of 14 May');
  await pressKey(record);
  await expect.element(dialog).not.toBeInTheDocument();
  expect(await api.waivers.list.query({ sourceId: source.id })).toMatchObject([
    { covers: 'identity', grantedBy: 'Mira Hale', basis: 'E-mail of 14 May' },
  ]);
});
