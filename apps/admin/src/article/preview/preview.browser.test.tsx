import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { viewpoints } from '../../data/viewpoints.ts';
import { publishArticle, writeArticle } from '../../testing/articles.ts';
import { articleText, openArticle } from '../../testing/open-article.tsx';
import {
  expectAccessible,
  openByKeyboard,
  openScreen,
  pressKey,
  signIn,
} from '../../testing/screen.tsx';
import { PreviewScreen } from './preview-screen.tsx';

const frame = () => document.querySelector('iframe');
const preview = () => page.getByRole('region', { name: 'Preview' });

test('a key opens the preview next to the text and closes it again, back to the text', async () => {
  const { id } = await writeArticle();
  await openArticle('editor', id);
  await userEvent.keyboard('{Control>}{Alt>}[KeyP]{/Alt}{/Control}');
  await expect.element(preview()).toBeVisible();
  await expect.element(preview()).toMatchTextContent('1 problem prevents publishing');
  await userEvent.keyboard('{Control>}{Alt>}[KeyP]{/Alt}{/Control}');
  await expect.element(preview()).not.toBeInTheDocument();
  await expect.element(articleText()).toHaveFocus();
});

test('the page is in a frame that may not lead the admin away, without an address or a Referer', async () => {
  const { id } = await writeArticle();
  await openArticle('editor', id);
  await pressKey(page.getByRole('button', { name: 'Preview' }));
  await expect.poll(() => frame()?.sandbox.value).toContain('allow-same-origin');
  expect(frame()?.sandbox.value).not.toMatch(/top-navigation|allow-forms/);
  expect(frame()?.getAttribute('src')).toBeNull();
  expect(frame()?.referrerPolicy).toBe('no-referrer');
  await expectAccessible(preview().element());
});

test('on a page of its own it says why there is none, and tries again', async () => {
  const { article } = await publishArticle();
  await signIn('publisher');
  await viewpoints.editor.articles.retract.mutate({ id: article.id, why: 'It was invented.' });
  await openScreen('publisher', <PreviewScreen id={article.id} />, {
    path: `/articles/${article.id}/preview`,
    params: { id: article.id },
  });
  const problem = preview().getByRole('alert');
  await expect.element(problem).toMatchTextContent('Readers have the notice of this article');
  await expectAccessible(document.querySelector('main') as Element);
});

test('a link to it is made by keyboard, shown once, listed by its label and revoked', async () => {
  const { id } = await writeArticle();
  await openArticle('editor', id);
  await pressKey(page.getByRole('button', { name: 'Preview' }));
  const dialog = page.getByRole('dialog', { name: 'Share preview' });
  const label = dialog.getByLabelText('Label');
  await openByKeyboard(page.getByRole('button', { name: 'Share…' }), dialog, label);
  await label.fill('Oda, for the dates');
  await userEvent.keyboard('{Enter}');
  await expect.element(dialog.getByTestId('preview-link')).toMatchTextContent('/shared-preview/');
  const list = dialog.getByRole('list', { name: 'Links' });
  await expect.element(list).toMatchTextContent('Oda, for the dates');
  await expectAccessible(dialog.element());
  await pressKey(list.getByRole('button', { name: 'Revoke…' }));
  const confirm = page.getByRole('dialog', { name: 'Revoke this link?' });
  await pressKey(confirm.getByRole('button', { name: 'Revoke' }));
  await expect.element(list).toMatchTextContent('Revoked');
  const [link] = await viewpoints.editor.articles.previewLinks.list.query({ articleId: id });
  expect(link?.status).toBe('revoked');
});
