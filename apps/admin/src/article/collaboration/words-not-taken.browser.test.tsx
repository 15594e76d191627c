import { articleContentOf } from '@viewpoints/domain/articles/article';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { viewpoints } from '../../data/viewpoints.ts';
import { listOnDevice } from '../../device/device-store.ts';
import { writeArticle } from '../../testing/articles.ts';
import { openArticle } from '../../testing/open-article.tsx';
import { expectAccessible, signIn } from '../../testing/screen.tsx';
import { writeOffline } from '../../testing/write-offline.ts';

/** Another editor saves the article without its first paragraph, or with that in a quotation. */
async function saveOtherwise(id: string, isGone: boolean): Promise<void> {
  const { article } = await viewpoints.editor.articles.get.query({ id });
  const content = articleContentOf(article);
  const [first, ...rest] = content.body.content;
  if (first === undefined) throw new Error('there is no text');
  const quote = { type: 'blockQuote', content: [first] } as (typeof rest)[number];
  const body = { ...content.body, content: isGone ? rest : [quote, ...rest] };
  await viewpoints.editor.articles.save.mutate({
    ...{ id, seen: article.save, content: { ...content, body } },
  });
}

test('words stored on the device are shown to copy if their paragraph is gone', async () => {
  const { id } = await writeArticle();
  const { id: accountId } = await signIn('editor');
  await writeOffline(id, accountId);
  await saveOtherwise(id, true);
  await openArticle('editor', id, { live: true });
  const notice = page.getByRole('dialog').filter({ hasText: 'Some words were not saved' });
  await expect.element(notice).toBeVisible();
  await expect.element(notice.getByText(/Twice/)).toBeVisible();
  await expect.element(notice.getByRole('button', { name: 'Copy words' })).toBeVisible();
  await expectAccessible(notice.element());
  const kept = () => listOnDevice(accountId, ['not-taken', id]);
  await expect.poll(kept).toMatchObject([{ value: [expect.stringMatching('Twice')] }]);
  // The button of a notice is there for a program only once the pointer is over it.
  notice.element().querySelector<HTMLElement>('[aria-label="Dismiss"]')?.click();
  await expect.poll(kept).toEqual([]);
});

test('words stored on the device are where their paragraph is now', async () => {
  const { id } = await writeArticle();
  const { id: accountId } = await signIn('editor');
  await writeOffline(id, accountId);
  await saveOtherwise(id, false);
  await openArticle('editor', id, { live: true });
  const quote = page.getByRole('blockquote');
  await expect.element(quote).toHaveTextContent('The council met. Twice.');
  await expect.poll(() => listOnDevice(accountId, ['live', id])).toEqual([]);
  expect(await listOnDevice(accountId, ['not-taken', id])).toEqual([]);
});
