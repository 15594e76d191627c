import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { viewpoints } from '../data/viewpoints.ts';
import { anyWord } from '../testing/articles.ts';
import { currentAddress } from '../testing/next-navigation.ts';
import { expectAccessible, openScreen, pressKey, signIn } from '../testing/screen.tsx';
import { NewNullResultScreen } from './new-null-result-screen.tsx';
import { NullResultScreen } from './null-result-screen.tsx';
import { NullResultsScreen } from './null-results-screen.tsx';

const api = viewpoints.editor.nullResults;
const DESK = [1280, 900] as const;
afterEach(() => page.viewport(...DESK));

const slugOf = (name: string) => name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
/** An actor and an issue of the catalogue. */
async function entries() {
  await signIn('editor');
  const [actor, issue] = [anyWord('Harbour council'), anyWord('Night landings')];
  const { id: actorId } = await viewpoints.editor.actors.create.mutate({
    ...{ slug: slugOf(actor), kind: 'group', name: actor, aliases: [], partOfId: null },
    ...{ wikidataId: null, description: '', note: '' },
  });
  const { id: issueId } = await viewpoints.editor.issues.create.mutate({
    ...{ slug: slugOf(issue), name: issue, description: '', parentId: null },
  });
  return { actor, issue, actorId, issueId };
}

/** A null result that the editor proposed. */
async function proposed() {
  const { actorId, issueId, ...names } = await entries();
  const content = {
    ...{ actorId, issueId, asOf: '2031-06/2032-05', language: 'en', note: '' },
    searched: 'Statements of the council, June 2031 to May 2032',
  };
  const { id, save: seen } = await api.propose.mutate({ content });
  return { id, seen, content, ...names };
}
const open = (person: 'editor' | 'publisher', id: string) =>
  openScreen(person, <NullResultScreen id={id} />, { path: `/null-results/${id}` });
const button = (name: string) => page.getByRole('button', { name, exact: true });
const stored = async (id: string) => (await api.get.query({ id })).nullResult;

test('one is proposed by keyboard, and a missing date is named at its field', async () => {
  const { actor, issue, actorId, issueId } = await entries();
  await openScreen('editor', <NewNullResultScreen />, { path: '/null-results/new' });
  const choose = async (label: string, name: string) => {
    await page.getByRole('combobox', { name: label }).fill(name);
    await expect.element(page.getByRole('option', { name: new RegExp(name) })).toBeVisible();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('listbox')).not.toBeInTheDocument();
  };
  await choose('Actor', actor);
  await choose('Issue', issue);
  await page.getByRole('textbox', { name: /^Searched/ }).fill('The gazette of 2031');
  await pressKey(button('Propose'));
  await expect.element(page.getByRole('alert').first()).toBeVisible();
  const date = page.getByRole('textbox', { name: /^Looked until/ });
  await expect.element(date).toHaveAttribute('aria-invalid', 'true');
  await expect.element(page.getByText('Looked until: ')).toBeVisible();
  await expect.element(page.getByText('Voiced: ')).toBeVisible();
  await expectAccessible(document.body);
  await date.fill('2031');
  await pressKey(page.getByRole('combobox', { name: /^Voiced/ }));
  await pressKey(page.getByRole('option', { name: 'In private' }));
  await pressKey(button('Propose'));
  await expect.poll(currentAddress).toMatch(/^\/null-results\/[\w-]{36}$/);
  const id = currentAddress().split('/').at(-1) ?? '';
  expect(await stored(id)).toMatchObject({
    ...{ actorId, issueId, asOf: '2031', searched: 'The gazette of 2031', state: 'proposed' },
    register: 'private',
  });
});

test('who wrote it reads who may verify it; a publisher verifies, and withdraws it with a reason', async () => {
  const { id } = await proposed();
  await open('editor', id);
  await expect.element(button('Verify and publish')).toHaveAttribute('aria-disabled', 'true');
  await expect.element(page.getByText(/publisher/).first()).toBeVisible();
  await open('publisher', id);
  await pressKey(button('Verify and publish'));
  await expect.element(page.getByText('Verified. Readers have it.')).toBeVisible();
  await expect.element(page.getByText('Published', { exact: true })).toBeVisible();
  await expectAccessible(document.body);
  await pressKey(button('Withdraw…'));
  const dialog = page.getByRole('dialog', { name: 'Withdraw it for good?' });
  await dialog.getByLabelText('Reason').fill('A statement was found.');
  await expectAccessible(document.body);
  await pressKey(dialog.getByRole('button', { name: 'Withdraw', exact: true }));
  await expect.element(page.getByText(/Withdrawn: A statement was found\./)).toBeVisible();
  await expect.element(button('Save')).not.toBeInTheDocument();
  expect(await stored(id)).toMatchObject({ state: 'withdrawn', published: null });
});

test.each([[390, 844] as const, DESK])(
  'what readers have stays in view while other words are proposed, at %i × %i',
  async (...size) => {
    await page.viewport(...size);
    const { id, seen, content } = await proposed();
    await signIn('publisher');
    await api.verify.mutate({ id, seen });
    await api.save.mutate({
      id,
      seen,
      content: { ...content, searched: 'بیانیه‌ها', language: 'fa' },
    });
    await open('publisher', id);
    await expect.element(page.getByText('Earlier words public')).toBeVisible();
    await expect.element(page.getByText(content.searched)).toBeVisible();
    await expect.element(page.getByText(/You wrote in this null result\./).first()).toBeVisible();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(size[0]);
    await expectAccessible(document.body);
  },
);

test('of two who edit at once the second keeps what they wrote, and compares', async () => {
  const { id, content, seen } = await proposed();
  await open('editor', id);
  const searched = page.getByRole('textbox', { name: /^Searched/ });
  await searched.fill('Mine');
  await api.save.mutate({ id, seen, content: { ...content, searched: 'Theirs' } });
  await pressKey(button('Save'));
  await expect
    .element(page.getByRole('alert'))
    .toMatchTextContent('Somebody changed the null result');
  await expect.element(searched).toHaveValue('Mine');
  await pressKey(button('Compare'));
  await pressKey(page.getByRole('dialog').getByRole('button', { name: 'Save both' }));
  await expect.poll(async () => (await stored(id)).searched).toBe('Mine');
});

test('the list is narrowed by what was looked for, and says where nothing is', async () => {
  const { id, actor, issue, content } = await proposed();
  const list = (query: string) =>
    openScreen('editor', <NullResultsScreen />, { path: `/null-results?${query}` });
  await list(`actor=${content.actorId}&readers=no`);
  const row = page.getByRole('link', { name: new RegExp(`${actor}: ${issue}`) });
  await expect.element(row).toHaveAttribute('href', `/null-results/${id}`);
  await expectAccessible(document.body);
  await list(`actor=${content.actorId}&readers=yes`);
  await expect.element(page.getByRole('button', { name: /Clear/ }).first()).toBeVisible();
  await expect.element(row).not.toBeInTheDocument();
});

test('one that was deleted says so', async () => {
  await open('editor', crypto.randomUUID());
  await expect.element(page.getByText(/null result/i).first()).toBeVisible();
  await expect.element(page.getByRole('link', { name: 'All null results' }).first()).toBeVisible();
});
