import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ArticlesScreen } from '../../articles/articles-screen.tsx';
import { viewpoints } from '../../data/viewpoints.ts';
import { readArticle, writeArticle } from '../../testing/articles.ts';
import { openArticle, openPanel } from '../../testing/open-article.tsx';
import {
  chooseOption,
  expectAccessible,
  openByKeyboard,
  openScreen,
  pressKey,
  signIn,
} from '../../testing/screen.tsx';

const api = viewpoints.editor.articles;
const idOf = async (name: 'editor' | 'publisher') => (await signIn(name)).id;

test('an article is submitted to an assignee with a message, a day and a priority', async () => {
  const publisherId = await idOf('publisher');
  await signIn('editor');
  const { id } = await writeArticle();
  await openArticle('editor', id);
  const panel = await openPanel(/Publish/);
  const dialog = page.getByRole('dialog', { name: 'Submit for review' });
  const to = dialog.getByRole('combobox', { name: 'To' });
  await openByKeyboard(panel.getByRole('button', { name: 'Submit to…' }), dialog, to);
  await chooseOption(to, /^Pia/);
  await dialog.getByLabelText(/^Message/).fill('The second table is new.');
  await dialog.getByLabelText(/^Due/).fill('2031-05-14');
  await chooseOption(dialog.getByRole('combobox', { name: 'Priority' }), /^High/);
  await pressKey(dialog.getByRole('button', { name: 'Submit', exact: true }));
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(page.getByText('Submitted to Pia.')).toBeVisible();
  await expect.element(panel.getByRole('region', { name: 'Steps' })).toHaveFocus();
  const { article, assignment, comments } = await readArticle(id);
  expect(article.state).toBe('in_review');
  expect(assignment).toMatchObject({
    ...{ assigneeId: publisherId, dueOn: '2031-05-14', priority: 'high' },
  });
  expect(comments).toMatchObject([{ kind: 'submission', text: 'The second table is new.' }]);
  const box = panel.getByRole('region', { name: 'Assignment' });
  await expect.element(box).toMatchTextContent('Assigned to Pia');
  await expect.element(panel.getByText('The second table is new.')).toBeVisible();
  await expectAccessible(box.element());
});

test('a colleague takes an article over, and hands it on', async () => {
  const editorId = await idOf('editor');
  const { id } = await writeArticle();
  const publisherId = await idOf('publisher');
  await api.submit.mutate({ id });
  await openArticle('publisher', id);
  const panel = await openPanel(/Publish/);
  const box = panel.getByRole('region', { name: 'Assignment' });
  await expect.element(box).toMatchTextContent('Assigned to nobody');
  await pressKey(box.getByRole('button', { name: 'Assign to me' }));
  await expect.element(box).toMatchTextContent('Assigned to you');
  expect((await readArticle(id)).assignment?.assigneeId).toBe(publisherId);

  // Another editor takes it while this screen is open: that is not undone.
  const olive = await signIn('owner');
  await api.assign.mutate({ id, seenAssigneeId: publisherId, assigneeId: olive.id });
  await signIn('publisher');
  const dialog = page.getByRole('dialog', { name: 'Hand over' });
  const to = dialog.getByRole('combobox', { name: 'To' });
  await pressKey(box.getByRole('button', { name: 'Hand over…' }));
  await chooseOption(to, /^Mia/);
  await pressKey(dialog.getByRole('button', { name: 'Hand over' }));
  await expect.element(dialog.getByText(/was given to Olive since you looked/)).toBeVisible();
  await userEvent.keyboard('{Escape}');
  expect((await readArticle(id)).assignment?.assigneeId).toBe(olive.id);
  expect(editorId).not.toBe(olive.id);
});

test('the list has what is assigned to me, with its day and priority', async () => {
  const { id, headline } = await writeArticle();
  const publisherId = await idOf('publisher');
  await signIn('editor');
  await api.submit.mutate({
    ...{ id, assigneeId: publisherId, dueOn: '2020-01-02', priority: 'high' },
  });
  await openScreen('publisher', <ArticlesScreen />, { path: '/articles?whose=assigned' });
  const row = page.getByRole('listitem').filter({ hasText: headline }).first();
  await expect.element(row).toMatchTextContent('assigned to you');
  await expect.element(row).toMatchTextContent('High priority');
  await expect.element(row).toMatchTextContent('overdue');
});
