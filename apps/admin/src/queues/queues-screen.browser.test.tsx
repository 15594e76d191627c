import { findingContentOf } from '@viewpoints/domain/findings/finding';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { viewpoints } from '../data/viewpoints.ts';
import { DeskScreen } from '../desk/desk-screen.tsx';
import { anyWord, readArticle, writeArticle, writeWithFinding } from '../testing/articles.ts';
import { currentAddress } from '../testing/next-navigation.ts';
import { openArticle } from '../testing/open-article.tsx';
import {
  chooseOption,
  expectAccessible,
  openByKeyboard,
  openScreen,
  pressKey,
  signIn,
} from '../testing/screen.tsx';
import { QueuesScreen } from './queues-screen.tsx';

const api = viewpoints.editor;
const list = (name: string) => page.getByRole('list', { name });
const openQueue = (queue: string) =>
  openScreen('publisher', <QueuesScreen />, { path: `/queues?queue=${queue}` });

test('several articles are assigned by keyboard, with a day', async () => {
  const publisher = await signIn('publisher');
  const articles = [await writeArticle(), await writeArticle()];
  for (const { id } of articles)
    await api.articles.submit.mutate({ id, assigneeId: publisher.id, priority: 'high' });
  await openQueue('mine');
  const boxes = articles.map(({ headline }) =>
    page.getByRole('checkbox', { name: `Choose “${headline}”` }).first(),
  );
  const bar = page.getByRole('region', { name: 'Chosen articles' });
  const assign = bar.getByRole('button', { name: 'Assign…' });
  await expect.element(assign).toBeDisabled();
  for (const box of boxes) await pressKey(box, ' ');
  await expect.element(bar.getByRole('status')).toMatchTextContent('2 chosen');
  await expectAccessible(document.querySelector('.app-root') ?? document.body);

  const dialog = page.getByRole('dialog', { name: 'Assign 2 articles' });
  const to = dialog.getByRole('combobox', { name: 'To' });
  await openByKeyboard(assign, dialog, to);
  const done = dialog.getByRole('button', { name: 'Assign', exact: true });
  await expect.element(done).toBeDisabled();
  await chooseOption(to, /^Olive/);
  await chooseOption(dialog.getByRole('combobox', { name: 'Day' }), /^Set a day/);
  await dialog.getByLabelText('Due').fill('2031-05-14');
  await pressKey(done);
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(boxes[0] ?? bar).not.toBeInTheDocument();
  for (const { id } of articles) {
    const { assignment, people } = await readArticle(id);
    expect(assignment).toMatchObject({ dueOn: '2031-05-14', priority: 'high' });
    expect(people[assignment?.assigneeId ?? '']).toBe('Olive');
  }

  await expect.element(page.getByText('Notices that were sent stay sent.')).toBeVisible();
  await pressKey(page.getByRole('button', { name: 'Undo' }));
  await expect.element(page.getByText('Undone.')).toBeVisible();
  for (const { id } of articles)
    expect((await readArticle(id)).assignment).toMatchObject({
      ...{ assigneeId: publisher.id, dueOn: null, priority: 'high' },
    });
});

test('if one was assigned to another meanwhile, none is changed and it is named', async () => {
  const publisher = await signIn('publisher');
  const { id, headline } = await writeArticle();
  await api.articles.submit.mutate({ id, assigneeId: publisher.id, priority: 'high' });
  await openQueue('mine');
  const box = page.getByRole('checkbox', { name: `Choose “${headline}”` }).first();
  await expect.element(box).toBeVisible();
  const olive = await signIn('owner');
  await api.articles.assign.mutate({
    ...{ id, seenAssigneeId: publisher.id, assigneeId: olive.id, priority: 'high' },
  });
  await signIn('publisher');
  await box.click();
  await pressKey(page.getByRole('button', { name: 'Assign…' }));
  const dialog = page.getByRole('dialog', { name: 'Assign 1 article' });
  await chooseOption(dialog.getByRole('combobox', { name: 'Priority' }), /^Low/);
  await pressKey(dialog.getByRole('button', { name: 'Assign', exact: true }));
  await expect.element(dialog.getByText(/was given to Olive since you looked/)).toBeVisible();
  expect((await readArticle(id)).assignment?.priority).toBe('high');
});

test('a topic is added to several articles after a preview, and the change is undone', async () => {
  const publisher = await signIn('publisher');
  const draft = await writeArticle();
  await api.articles.submit.mutate({ id: draft.id, assigneeId: publisher.id, priority: 'high' });
  const name = anyWord('Rivers');
  await api.topics.create.mutate({ name, slug: anyWord('rivers') });
  await openQueue('mine');
  const box = page.getByRole('checkbox', { name: `Choose “${draft.headline}”` }).first();
  await expect.element(box).toBeVisible();
  await box.click();
  const dialog = page.getByRole('dialog', { name: 'Change topics of 1 article' });
  const topic = dialog.getByRole('combobox', { name: 'Topic' });
  await pressKey(page.getByRole('button', { name: 'Change topics…' }));
  await expect.element(dialog).toBeVisible();
  const add = dialog.getByRole('button', { name: 'Add topic' });
  await expect.element(add).toBeDisabled();
  await topic.fill(name);
  await userEvent.click(page.getByRole('option', { name }));
  const preview = dialog.getByRole('list', { name: 'Preview' });
  await expect.element(preview).toMatchTextContent(draft.headline);
  await expect.element(preview).toMatchTextContent(name);
  await expectAccessible(dialog.element());
  expect((await readArticle(draft.id)).article.topicIds).toEqual(draft.topicIds);
  await pressKey(add);
  await expect.element(dialog).not.toBeInTheDocument();
  expect((await readArticle(draft.id)).article.topicIds).toHaveLength(draft.topicIds.length + 1);
  await pressKey(page.getByRole('button', { name: 'Undo' }));
  await expect.element(page.getByText('Undone.')).toBeVisible();
  expect((await readArticle(draft.id)).article.topicIds).toEqual(draft.topicIds);
});

test('findings to verify are one row for each article, on the desk and in their queue', async () => {
  const { article } = await writeWithFinding();
  const counted = async () => (await api.queues.counts.query({})).verify;
  await signIn('publisher');
  const before = await counted();
  await openScreen('publisher', <DeskScreen />, { path: '/' });
  const queue = page.getByRole('navigation', { name: 'Queues' });
  await expect
    .element(queue.getByRole('link', { name: /^To verify/ }))
    .toMatchTextContent(`To verify${before}`);
  await expect
    .element(list('Waiting for you').getByRole('link', { name: article.headline }).first())
    .toHaveAttribute('href', expect.stringMatching(/\?finding=/));
  await openQueue('verify');
  await expect
    .element(
      list('To verify')
        .getByText(/finding(s)? to verify/)
        .first(),
    )
    .toBeVisible();
});

test('a key verifies the open finding and opens the next, one by one', async () => {
  const { article, finding } = await writeWithFinding();
  const content = findingContentOf(finding);
  for (const proposition of ['Ostrava waits', 'Ostrava fears the rains'])
    await api.findings.propose.mutate({
      ...{ articleId: article.id, seen: article.save, content: { ...content, proposition } },
    });
  await openArticle('publisher', article.id);
  await pressKey(page.getByRole('list', { name: 'Findings' }).getByRole('button').first());
  const heading = (number: number) => page.getByRole('heading', { name: `Finding ${number}` });
  await expect.element(heading(1)).toHaveFocus();
  const form = page.getByRole('form', { name: 'Finding 1' });
  await expect.element(form.getByRole('button', { name: /^Verify and next/ })).toBeEnabled();
  const key = '{Control>}{Alt>}v{/Alt}{/Control}';
  await userEvent.keyboard(key);
  await expect.element(heading(2)).toHaveFocus();
  const verified = async () =>
    (await readArticle(article.id)).findings
      .filter(({ state }) => state === 'verified')
      .map(({ number }) => number);
  expect(await verified()).toEqual([1]);
  // Held down, it verifies nothing.
  window.dispatchEvent(
    new KeyboardEvent('keydown', { code: 'KeyV', ctrlKey: true, altKey: true, repeat: true }),
  );
  await new Promise((done) => setTimeout(done, 500));
  expect(await verified()).toEqual([1]);
  await userEvent.keyboard(key);
  await expect.element(heading(3)).toHaveFocus();
  expect(await verified()).toEqual([1, 2]);
});

test('a queue that is empty says so', async () => {
  await openScreen('member', <QueuesScreen />, { path: '/queues?queue=mine' });
  await expect.element(page.getByText('Nothing is assigned to you.')).toBeVisible();
});

test('a queue is narrowed in its address, with the counts of all queues, and the next one stays so', async () => {
  const publisher = await signIn('publisher');
  const [article, other] = [await writeArticle(), await writeArticle()];
  for (const { id } of [article, other])
    await api.articles.submit.mutate({ id, assigneeId: publisher.id });
  await openQueue('mine');
  const [topic] = article.topicIds;
  await expect.element(list('Mine').getByText(other.headline)).toBeVisible();
  await openScreen('publisher', <QueuesScreen />, { path: `/queues?queue=mine&topic=${topic}` });
  await expect.element(list('Mine').getByText(article.headline)).toBeVisible();
  expect(list('Mine').getByText(other.headline).query()).toBe(null);
  const link = (name: string) =>
    page.getByRole('navigation', { name: 'Queues' }).getByRole('link', { name });
  await expect.element(link('Mine 1')).toBeVisible();
  await expect
    .element(page.getByRole('status').getByText('1 article', { exact: true }))
    .toBeVisible();
  await expect
    .element(link('To review 1'))
    .toHaveAttribute('href', `/queues?queue=review&topic=${topic}`);
  await expectAccessible(document.querySelector('.app-root') ?? document.body);
  await chooseOption(page.getByRole('combobox', { name: 'Genre' }), /^Opinion/);
  await expect.poll(currentAddress).toContain('genre=opinion');
  await expect.element(link('Mine 0')).toBeVisible();
  await pressKey(page.getByRole('button', { name: 'Clear filters' }).first());
  await expect.poll(currentAddress).toBe('/queues?queue=mine');
  await expect.element(list('Mine').getByText(other.headline)).toBeVisible();
});
