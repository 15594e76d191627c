import { type ArticleContent, articleContentOf } from '@viewpoints/domain/articles/article';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { viewpoints } from '../../data/viewpoints.ts';
import { anyWord, readArticle, writeArticle } from '../../testing/articles.ts';
import { openArticle } from '../../testing/open-article.tsx';
import { expectAccessible, pressKey, signIn } from '../../testing/screen.tsx';

const dialog = page.getByRole('dialog', { name: 'Same text changed' });
const standfirst = page.getByRole('textbox', { name: 'Standfirst' });
const field = (name: string) => dialog.getByRole('group', { name: new RegExp(`^${name}`) });
const radio = (of: string, name: string) => field(of).getByRole('radio', { name });

/** An editor writes a standfirst after the publisher has saved other fields meanwhile. */
async function provokeConflict(theirs: Partial<ArticleContent>): Promise<string> {
  const { id } = await writeArticle();
  await openArticle('editor', id);
  await signIn('publisher');
  const { article } = await readArticle(id);
  const content = { ...articleContentOf(article), ...theirs };
  await viewpoints.editor.articles.save.mutate({ id, seen: article.save, content });
  await signIn('editor');
  (standfirst.element() as HTMLElement).focus();
  await userEvent.keyboard('{End} Written here.');
  await expect.element(dialog).toBeVisible();
  return id;
}

const standfirstOf = async (id: string) => (await readArticle(id)).article.standfirst;

test('two who changed the same field choose one, and the other is not lost before', async () => {
  const id = await provokeConflict({ standfirst: 'Written by the publisher.' });
  await expect.element(dialog).toMatchTextContent('Pia');
  await expect.element(field('Standfirst')).toMatchTextContent('Written by the publisher');
  await expect.element(radio('Standfirst', 'Yours')).toHaveFocus();
  await expect.element(radio('Standfirst', 'Yours')).toBeChecked();
  await expectAccessible(dialog.element());
  // Neither text may go by reflex.
  await userEvent.keyboard('{Escape}');
  await expect.element(dialog).toBeVisible();
  expect(await standfirstOf(id)).toBe('Written by the publisher.');

  await userEvent.keyboard('{ArrowDown}');
  await expect.element(radio('Standfirst', 'Saved version')).toBeChecked();
  await pressKey(dialog.getByRole('button', { name: 'Continue with these' }));
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(standfirst).toHaveFocus();
  await expect.element(standfirst).toHaveValue('Written by the publisher.');
  expect(await standfirstOf(id)).toBe('Written by the publisher.');
});

test('what is chosen from this screen is saved, with what only the other changed', async () => {
  const headline = anyWord('Their headline');
  const id = await provokeConflict({ headline, standfirst: 'Written by the publisher.' });
  // It needs no decision.
  await expect.element(field('Standfirst')).toBeVisible();
  await expect.element(field('Headline')).not.toBeInTheDocument();
  await pressKey(dialog.getByRole('button', { name: 'Continue with these' }));
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.poll(() => standfirstOf(id)).toMatch('Ostrava waits. Written here.');
  expect((await readArticle(id)).article.headline).toBe(headline);
});
