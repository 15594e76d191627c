import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { viewpoints } from '../data/viewpoints.ts';
import { anyWord } from '../testing/articles.ts';
import { currentAddress } from '../testing/next-navigation.ts';
import {
  chooseOption,
  descriptionOf,
  expectAccessible,
  openScreen,
  pressKey,
} from '../testing/screen.tsx';
import { SourcesScreen } from './sources-screen.tsx';

const dialog = page.getByRole('dialog', { name: 'New source' });
const button = page.getByRole('button', { name: 'New source' }).first();

async function openDialog() {
  await openScreen('editor', <SourcesScreen />, { path: '/sources' });
  await pressKey(button);
  await expect.element(dialog.getByLabelText('Title')).toHaveFocus();
}

test('the dialog of a new source opens by keyboard at its title and gives the focus back', async () => {
  await openDialog();
  await expectAccessible(dialog.element());
  await userEvent.keyboard('{Escape}');
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(button).toHaveFocus();
});

test('a source without terms is refused at the fields of its terms', async () => {
  await openDialog();
  await userEvent.keyboard('Minutes of the council{Enter}');
  const attribution = dialog.getByRole('combobox', { name: 'Attribution' });
  await expect
    .poll(() => descriptionOf(attribution))
    .toContain('Choose the terms it was given on.');
  const disclosure = dialog.getByRole('combobox', { name: 'Disclosure' });
  expect(descriptionOf(disclosure)).toContain('Choose how far it may travel.');
  await expect.element(attribution).toHaveAttribute('aria-invalid', 'true');
  await expectAccessible(dialog.element());
});

test('a source with its terms is created and opened', async () => {
  const title = anyWord('Minutes');
  await openDialog();
  await userEvent.keyboard(title);
  await chooseOption(dialog.getByRole('combobox', { name: 'Attribution' }), /^On the record/);
  await chooseOption(dialog.getByRole('combobox', { name: 'Disclosure' }), /^TLP:CLEAR/);
  await pressKey(dialog.getByLabelText('Title'));
  await expect.poll(currentAddress).toMatch(/^\/sources\/[\w-]{36}$/);
  const { items } = await viewpoints.editor.sources.list.query({ q: title });
  expect(items).toMatchObject([{ title, terms: 'on_record' }]);
});

test('a source that lets nobody be named is created with who took part', async () => {
  const title = anyWord('The dyke talks');
  await openDialog();
  await userEvent.keyboard(title);
  await chooseOption(dialog.getByRole('combobox', { name: 'Attribution' }), /^Chatham House Rule/);
  await chooseOption(dialog.getByRole('combobox', { name: 'Disclosure' }), /^TLP:CLEAR/);
  await pressKey(dialog.getByRole('button', { name: 'Add somebody' }));
  await dialog.getByLabelText('Name of participant 1').fill('Ilya Soren');
  await expectAccessible(dialog.element());
  await pressKey(dialog.getByRole('button', { name: 'Create' }));
  await expect.poll(currentAddress).toMatch(/^\/sources\/[\w-]{36}$/);
  const source = await viewpoints.editor.sources.get.query({
    id: currentAddress().split('/').at(-1) ?? '',
  });
  expect(source).toMatchObject({ title, participants: [{ name: 'Ilya Soren' }] });
});
