import { SourceContent } from '@viewpoints/domain/sources/source';
import type { ReactElement } from 'react';
import { expect, test } from 'vitest';
import { type Locator, page, userEvent } from 'vitest/browser';
import { viewpoints } from '../data/viewpoints.ts';
import { PeopleScreen } from '../people/people-screen.tsx';
import { SettingsScreen } from '../settings/settings-screen.tsx';
import { TokensScreen } from '../settings/tokens-screen.tsx';
import { SourceScreen } from '../sources/source-screen.tsx';
import { anyWord } from '../testing/articles.ts';
import {
  descriptionOf,
  expectAccessible,
  openScreen,
  pressKey,
  signIn,
} from '../testing/screen.tsx';

const api = viewpoints.editor;

/** A save that is refused: the field that it names has the focus, says why, and is in view. */
async function expectRefusedAt(field: Locator, why: string): Promise<void> {
  await expect.element(field).toHaveFocus();
  await expect.element(field).toHaveAttribute('aria-invalid', 'true');
  expect(descriptionOf(field)).toContain(why);
  const { top, bottom } = field.element().getBoundingClientRect();
  expect(top).toBeGreaterThanOrEqual(0);
  expect(bottom).toBeLessThanOrEqual(window.innerHeight);
}

async function addSource(
  slug: string,
  attribution: 'on_record' | 'background' = 'on_record',
): Promise<string> {
  await signIn('editor');
  const { id } = await api.sources.create.mutate(
    SourceContent.parse({
      ...{ slug, kind: 'interview', title: 'A talk' },
      terms: { attribution, disclosure: 'clear' },
    }),
  );
  return id;
}

const openSource = (id: string) =>
  openScreen('editor', <SourceScreen id={id} />, { path: `/sources/${id}` });

test('a source whose address is taken goes back to the address, out of view until then', async () => {
  const taken = anyWord('talk');
  await addSource(taken);
  await openSource(await addSource(anyWord('talk')));
  const address = page.getByRole('textbox', { name: 'Address', exact: true });
  await address.fill(taken);
  window.scrollTo(0, document.body.scrollHeight);
  await pressKey(page.getByRole('button', { name: 'Save' }));
  await expectRefusedAt(address, 'has this slug');
  await expectAccessible(page.getByRole('main').element());
});

test('settings go back to the field that is wrong', async () => {
  await openScreen('owner', <SettingsScreen />, { path: '/settings' });
  const language = page.getByRole('textbox', { name: 'Language' });
  await language.fill('not a language');
  await pressKey(page.getByRole('button', { name: 'Save' }));
  await expectRefusedAt(language, 'language');
});

/** Opens the dialog of a screen that a button opens. */
async function openDialog(screen: ReactElement, path: string, opener: string): Promise<Locator> {
  await openScreen('owner', screen, { path });
  await pressKey(page.getByRole('button', { name: opener }).first());
  return page.getByRole('dialog');
}

test('a token goes back to a name that is too long', async () => {
  const dialog = await openDialog(<TokensScreen />, '/settings/tokens', 'New token');
  const name = dialog.getByLabelText('Name');
  await name.fill('x'.repeat(81));
  await pressKey(dialog.getByRole('button', { name: 'Create token' }));
  await expectRefusedAt(name, '80');
});

test('an invitation goes back to the address of somebody who is here', async () => {
  const dialog = await openDialog(<PeopleScreen />, '/people', 'Invite');
  const email = dialog.getByLabelText('E-mail address');
  await email.fill('editor@journal.example');
  await pressKey(dialog.getByRole('button', { name: /invitation/ }));
  await expectRefusedAt(email, 'is here already');
});

test('a waiver goes back to the words that are too long', async () => {
  await openSource(await addSource(anyWord('talk')));
  await pressKey(page.getByRole('button', { name: 'Record a waiver' }));
  const dialog = page.getByRole('dialog', { name: 'Record a waiver' });
  const basis = dialog.getByLabelText('How you know');
  await dialog.getByLabelText('Granted by').fill('Mira Hale');
  await basis.fill('x'.repeat(501));
  await pressKey(dialog.getByRole('button', { name: 'Record' }));
  await expectRefusedAt(basis, '500');
});

test('a reason goes back to what was written, which is too long', async () => {
  await openSource(await addSource(anyWord('talk'), 'background'));
  await pressKey(page.getByRole('button', { name: 'Nobody to enter…' }));
  const dialog = page.getByRole('dialog', { name: 'Is there nobody to enter?' });
  const why = dialog.getByLabelText('Why');
  await why.fill('x'.repeat(501));
  await pressKey(dialog.getByRole('button', { name: 'State this' }));
  await expectRefusedAt(why, '500');
  await userEvent.keyboard('{Escape}');
  await expect.element(dialog).not.toBeInTheDocument();
});
