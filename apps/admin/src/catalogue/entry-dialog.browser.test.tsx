import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ActorsScreen } from '../actors/actors-screen.tsx';
import { viewpoints } from '../data/viewpoints.ts';
import { anyWord } from '../testing/articles.ts';
import { currentAddress } from '../testing/next-navigation.ts';
import {
  descriptionOf,
  expectAccessible,
  openByKeyboard,
  openScreen,
  pressKey,
  signIn,
} from '../testing/screen.tsx';
import { TopicsScreen } from '../topics/topics-screen.tsx';

const { actors, topics } = viewpoints.editor;
const address = (dialog: ReturnType<typeof page.getByRole>) => dialog.getByLabelText('Address');

test('a new actor gets its address from its name, and one that is taken is refused there', async () => {
  await signIn('editor');
  const name = anyWord('Delta Board');
  const slug = name.toLowerCase().replaceAll(' ', '-');
  await actors.create.mutate({ slug, name, kind: 'group' });
  await openScreen('editor', <ActorsScreen />, { path: '/actors' });
  const dialog = page.getByRole('dialog', { name: 'New actor' });
  const opener = page.getByRole('button', { name: 'New actor' }).first();
  await openByKeyboard(opener, dialog, dialog.getByLabelText('Name'));
  await userEvent.keyboard(name);
  await expect.element(address(dialog)).toHaveValue(slug);
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => descriptionOf(address(dialog))).toContain('has this slug');
  await expect.element(address(dialog)).toHaveFocus();
  await expectAccessible(dialog.element());
  await address(dialog).fill(`${slug}-too`);
  await userEvent.keyboard('{Enter}');
  await expect.element(dialog).not.toBeInTheDocument();
  const { items } = await actors.list.query({ q: name });
  expect(items.map((one) => one.slug).toSorted()).toEqual([slug, `${slug}-too`]);
});

test('what was changed in an entry is not lost without a question', async () => {
  await signIn('editor');
  const name = anyWord('Weirs');
  const { id } = await topics.create.mutate({ slug: name.toLowerCase(), name });
  await openScreen('editor', <TopicsScreen />, { path: '/topics' });
  await pressKey(page.getByRole('button', { name, exact: true }));
  const dialog = page.getByRole('dialog', { name });
  const description = dialog.getByRole('textbox', { name: /^Description/ });
  await description.fill('Where the river is held.');
  await userEvent.keyboard('{Escape}');
  const question = page.getByRole('dialog', { name: 'Discard changes?' });
  await expect.element(question.getByRole('button', { name: 'Cancel' })).toHaveFocus();
  await expectAccessible(question.element());
  await userEvent.keyboard('{Enter}');
  await expect.element(question).not.toBeInTheDocument();
  await expect.element(description).toHaveFocus();
  await pressKey(dialog.getByRole('button', { name: 'Save' }));
  await expect.element(dialog).not.toBeInTheDocument();
  expect(await topics.get.query({ id })).toMatchObject({
    description: 'Where the river is held.',
  });
});

test('a save that conflicts with another shows both values, and each can be chosen', async () => {
  await signIn('editor');
  const name = anyWord('Ports');
  const { id, save, ...content } = await topics.create.mutate({ slug: name.toLowerCase(), name });
  await openScreen('editor', <TopicsScreen />, { path: `/topics?open=${id}` });
  const dialog = page.getByRole('dialog', { name });
  await expect.element(dialog.getByLabelText('Name')).toHaveValue(name);
  await topics.save.mutate({ id, seen: save, content: { ...content, description: 'Theirs.' } });
  await dialog.getByLabelText('Name').fill(`${name} and docks`);
  await pressKey(dialog.getByRole('button', { name: 'Save' }));
  await pressKey(dialog.getByRole('button', { name: 'Compare' }));
  const both = page.getByRole('dialog', { name: 'Compare changes' });
  await expect.element(both).toMatchTextContent('Theirs.');
  await expectAccessible(both.element());
  await pressKey(both.getByRole('button', { name: 'Save both' }));
  await expect.element(dialog).not.toBeInTheDocument();
  expect(await topics.get.query({ id })).toMatchObject({
    ...{ name: `${name} and docks`, description: 'Theirs.' },
  });
});

test('an entry is removed after a question', async () => {
  await signIn('publisher');
  const name = anyWord('Locks');
  const { id } = await topics.create.mutate({ slug: name.toLowerCase(), name });
  await openScreen('publisher', <TopicsScreen />, { path: `/topics?open=${id}` });
  const dialog = page.getByRole('dialog', { name });
  await pressKey(dialog.getByRole('button', { name: 'Remove' }));
  const question = page.getByRole('dialog', { name: `Remove “${name}”?` });
  await expect.element(question.getByRole('button', { name: 'Cancel' })).toHaveFocus();
  await expectAccessible(question.element());
  await pressKey(question.getByRole('button', { name: 'Remove' }));
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.poll(currentAddress).toBe('/topics');
  await expect(topics.get.query({ id })).rejects.toThrow('not');
});
