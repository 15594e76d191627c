import type { Article } from '@viewpoints/domain/articles/article';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { viewpoints } from '../data/viewpoints.ts';
import {
  anyWord,
  approveArticle,
  approveNextVersion,
  publishArticle,
  readArticle,
  writeArticle,
} from '../testing/articles.ts';
import { currentAddress } from '../testing/next-navigation.ts';
import { openArticle, openPanel } from '../testing/open-article.tsx';
import {
  chooseOption,
  expectAccessible,
  openScreen,
  pressKey,
  signIn,
} from '../testing/screen.tsx';
import { ReleaseScreen } from './release-screen.tsx';
import { ReleasesScreen } from './releases-screen.tsx';

const api = viewpoints.editor.releases;

async function approvedArticle() {
  const article = await writeArticle();
  await approveArticle(article.id);
  return article;
}

/** A release of approved articles, opened by the publisher. */
async function openRelease(count: number) {
  const articles = [];
  for (let made = 0; made < count; made += 1) articles.push(await approvedArticle());
  await signIn('publisher');
  const name = anyWord('Winter papers');
  const { id, save } = await api.create.mutate({ name });
  await api.save.mutate({
    id,
    seen: save,
    name,
    articleIds: articles.map((article) => article.id),
  });
  await openScreen('publisher', <ReleaseScreen id={id} />, { path: `/releases/${id}` });
  await expect.element(page.getByRole('heading', { level: 1, name })).toBeVisible();
  return { id, name, articles };
}

test('a release is begun with a name, and an article is found and added by keyboard', async () => {
  const article = await approvedArticle();
  await openScreen('editor', <ReleasesScreen />, { path: '/releases' });
  await pressKey(page.getByRole('button', { name: 'New release' }).first());
  const name = anyWord('Spring');
  await expect.element(page.getByLabelText('Name')).toHaveFocus();
  await userEvent.keyboard(`${name}{Enter}`);
  await expect.poll(currentAddress).toMatch(/^\/releases\/[\w-]{36}$/);
  const id = currentAddress().split('/').at(-1) ?? '';
  await openScreen('editor', <ReleaseScreen id={id} />, { path: `/releases/${id}` });
  const add = page.getByRole('combobox', { name: 'Add article' });
  await add.fill(article.headline);
  await expect
    .element(page.getByRole('option', { name: new RegExp(article.headline) }))
    .toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('link', { name: article.headline })).toBeVisible();
  // The options close and the buttons are enabled a moment after the article is added.
  await expect.element(page.getByRole('listbox')).not.toBeInTheDocument();
  await expect
    .element(page.getByRole('button', { name: `Take out ${article.headline}` }))
    .toBeEnabled();
  await expectAccessible(document.body);
  // Only a publisher lets it go out.
  await expect
    .element(page.getByRole('button', { name: 'Schedule…' }))
    .toHaveAttribute('aria-disabled', 'true');
  const { articles } = await api.get.query({ id });
  expect(articles.map((each) => each.id)).toEqual([article.id]);
});

test('articles are put in another order by keyboard, and the focus goes with the one moved', async () => {
  const { id, articles } = await openRelease(2);
  const [first, second] = articles as [Article, Article];
  await pressKey(page.getByRole('button', { name: `Move ${second.headline} up` }));
  await expect
    .element(page.getByRole('button', { name: `Move ${second.headline} down` }))
    .toHaveFocus();
  const order = async () => (await api.get.query({ id })).articles.map((each) => each.id);
  expect(await order()).toEqual([second.id, first.id]);
  await pressKey(page.getByRole('button', { name: `Take out ${first.headline}` }));
  await expect.element(page.getByRole('link', { name: first.headline })).not.toBeInTheDocument();
  await expect.element(page.getByRole('combobox', { name: 'Add article' })).toHaveFocus();
  expect(await order()).toEqual([second.id]);
});

test('a release that has an article in the way says which, and publishes none', async () => {
  const { id, name, articles } = await openRelease(1);
  const draft = await writeArticle();
  await signIn('publisher');
  const [ready] = articles;
  await api.save.mutate({ id, seen: 2, name, articleIds: [ready?.id ?? '', draft.id] });
  await openScreen('publisher', <ReleaseScreen id={id} />, { path: `/releases/${id}` });
  await pressKey(page.getByRole('button', { name: 'Publish now…' }));
  const dialog = page.getByRole('dialog', { name: 'Publish this release now?' });
  await pressKey(dialog.getByRole('button', { name: 'Publish now' }));
  await expect.element(dialog.getByRole('alert')).toMatchTextContent(`${draft.headline}: `);
  await expectAccessible(document.body);
  expect((await readArticle(ready?.id ?? '')).article.state).toBe('approved');
});

test('a release is published at once with all its articles', async () => {
  const { id, articles } = await openRelease(2);
  await pressKey(page.getByRole('button', { name: 'Publish now…' }));
  const dialog = page.getByRole('dialog', { name: 'Publish this release now?' });
  await pressKey(dialog.getByRole('button', { name: 'Publish now' }));
  await expect.element(page.getByText('Published. Readers have it now.')).toBeVisible();
  await expect.element(page.getByText('Released', { exact: true })).toBeVisible();
  expect(page.getByRole('button', { name: 'Publish now…' }).query()).toBe(null);
  expect(page.getByText(/Changed since it was scheduled/).query()).toBe(null);
  for (const article of articles)
    expect((await readArticle(article.id)).article.state).toBe('published');
  expect((await api.get.query({ id })).release.releasedAt).not.toBe(null);
});

test('who has a scheduled release open at its time sees it go out', async () => {
  const { id } = await openRelease(1);
  const publishAt = new Date(Date.now() + 3_000).toISOString();
  await api.schedule.mutate({ id, publishAt, timeZone: 'Europe/London' });
  await openScreen('publisher', <ReleaseScreen id={id} />, { path: `/releases/${id}` });
  await expect.element(page.getByText('Released', { exact: true })).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Unschedule' })).not.toBeInTheDocument();
});

test('an article of a scheduled release leads to it, and cannot be unscheduled by itself', async () => {
  const { id, name, articles } = await openRelease(1);
  const publishAt = new Date(Date.now() + 86_400_000).toISOString();
  await api.schedule.mutate({ id, publishAt, timeZone: 'Europe/London' });
  await openArticle('publisher', articles[0]?.id ?? '');
  const panel = await openPanel(/Publish/);
  await expect
    .element(panel.getByRole('link', { name }))
    .toHaveAttribute('href', `/releases/${id}`);
  expect(panel.getByRole('button', { name: 'Unschedule' }).query()).toBe(null);
  await expect
    .element(page.getByText(/The release that it goes out with stops then/))
    .toBeVisible();
  await openScreen('publisher', <ReleaseScreen id={id} />, { path: `/releases/${id}` });
  await pressKey(page.getByRole('button', { name: 'Unschedule' }));
  await expect.element(page.getByText('No time is set.')).toBeVisible();
  expect((await readArticle(articles[0]?.id ?? '')).article.state).toBe('approved');
});

test('of two who change a release the second sees what the first did, and why nothing happened', async () => {
  const { id, name, articles } = await openRelease(2);
  const [first, second] = articles as [Article, Article];
  await api.save.mutate({ id, seen: 2, name, articleIds: [first.id] });
  await pressKey(page.getByRole('button', { name: `Take out ${first.headline}` }));
  await expect
    .element(page.getByRole('alert'))
    .toMatchTextContent('Somebody changed the release since you opened it.');
  await expect.element(page.getByRole('link', { name: second.headline })).not.toBeInTheDocument();
  await expect.element(page.getByRole('link', { name: first.headline })).toBeVisible();
});

test('the next version of an article goes out with its notice in a release', async () => {
  const { article } = await publishArticle();
  await approveNextVersion(article.id);
  await signIn('publisher');
  const name = anyWord('Corrections');
  const { id, save } = await api.create.mutate({ name });
  await api.save.mutate({ id, seen: save, name, articleIds: [article.id] });
  await openScreen('publisher', <ReleaseScreen id={id} />, { path: `/releases/${id}` });
  await pressKey(page.getByRole('button', { name: 'Publish now…' }));
  const dialog = page.getByRole('dialog', { name: 'Publish this release now?' });
  await chooseOption(dialog.getByRole('combobox', { name: 'Comes out as' }), /^Correction/);
  const field = dialog.getByLabelText('Notice', { exact: true });
  await field.fill('');
  const publish = dialog.getByRole('button', { name: 'Publish now' });
  await pressKey(publish);
  // Nothing was sent: the words are missing.
  await expect.element(dialog.getByRole('alert').first()).toBeVisible();
  const words = anyWord('They said so once.');
  await field.fill(words);
  await expectAccessible(document.body);
  await pressKey(publish);
  await expect.element(dialog).not.toBeInTheDocument();
  const { corrections } = await viewpoints.articles.bySlug.query({ slug: article.slug });
  expect(corrections.map(({ why }) => why)).toEqual([words]);
});
