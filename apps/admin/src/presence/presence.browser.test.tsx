import { expect, test } from 'vitest';
import { type Locator, page } from 'vitest/browser';
import { type LiveArticle, openLiveArticle } from '../article/collaboration/live-article.ts';
import { ArticlesScreen } from '../articles/articles-screen.tsx';
import { viewpoints } from '../data/viewpoints.ts';
import { DeskScreen } from '../desk/desk-screen.tsx';
import { writeArticle } from '../testing/articles.ts';
import { openArticle } from '../testing/open-article.tsx';
import { expectAccessible, openScreen, signIn } from '../testing/screen.tsx';
import { DeskNewsListener } from './desk-news-listener.tsx';
import { presence } from './presence-store.ts';

/** The editor has an article open, and another person is signed in on the page after that. */
async function openElsewhere(articleId: string): Promise<LiveArticle> {
  const { id: accountId } = await signIn('editor');
  document.cookie = 'live=1';
  const live = await openLiveArticle({ articleId, accountId }, AbortSignal.timeout(10_000));
  if (live === null) throw new Error('the article could not be opened');
  return live;
}
const rowOf = (name: string): Locator =>
  page.getByRole('listitem').filter({ has: page.getByRole('link', { name, exact: true }) });
const person = (within: Locator, says: string) => within.getByRole('img', { name: says });

test('a list shows who has an article open and who writes in it, and a step of theirs at once', async () => {
  const { id, headline } = await writeArticle();
  const live = await openElsewhere(id);
  await openScreen(
    'publisher',
    <>
      <DeskNewsListener />
      <ArticlesScreen />
    </>,
    { path: '/articles', live: true },
  );
  const row = rowOf(headline);
  await expect.element(person(row, 'Edda is here')).toBeVisible();
  live.write('section', 'Talks');
  await expect.element(person(row, 'Edda is writing')).toBeVisible();
  await expectAccessible(row.element());
  await live.flush();
  await signIn('editor');
  await viewpoints.editor.articles.submit.mutate({ id });
  await expect.element(row.getByText('In review'), { timeout: 5000 }).toBeVisible();
  live.destroy();
  await expect.element(row.getByRole('img')).not.toBeInTheDocument();
});

test('the desk and the article say so too, and nobody is shown to themselves', async () => {
  const { id, headline } = await writeArticle();
  const publisher = await signIn('publisher');
  const seenBy = (live: boolean) =>
    openScreen(
      'publisher',
      <>
        <DeskNewsListener />
        <DeskScreen />
      </>,
      { live },
    );
  await signIn('editor');
  await viewpoints.editor.articles.submit.mutate({ id, assigneeId: publisher.id });
  const live = await openElsewhere(id);
  await seenBy(true);
  await expect.element(person(rowOf(headline), 'Edda is here')).toBeVisible();
  await openArticle('publisher', id, { live: true });
  await expect.element(person(page.getByRole('main'), 'Edda is here')).toBeVisible();
  live.destroy();
  await openScreen(
    'editor',
    <>
      <DeskNewsListener />
      <ArticlesScreen />
    </>,
    { path: '/articles', live: true },
  );
  const own = await openElsewhere(id);
  await expect.element(rowOf(headline)).toBeVisible();
  await expect.poll(() => presence.of(id).map(({ name }) => name)).toEqual(['Edda']);
  expect(page.getByRole('img', { name: /Edda/ }).elements()).toEqual([]);
  own.destroy();
});
