import { expect, inject, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ArticlesScreen } from '../articles/articles-screen.tsx';
import { viewpoints } from '../data/viewpoints.ts';
import { readArticle, writeArticle } from '../testing/articles.ts';
import { currentAddress } from '../testing/next-navigation.ts';
import { articleText, openArticle, openPanel } from '../testing/open-article.tsx';
import { expectAccessible, openScreen, pressKey, signIn } from '../testing/screen.tsx';

const wordFile = (name: string, cut = 0) => {
  const bytes = Uint8Array.from(atob(inject('wordFile')), (char) => char.charCodeAt(0));
  return new File([bytes.slice(0, bytes.length - cut)], name);
};
const report = page.getByRole('dialog', { name: 'Import report' });
const choose = (file: File) => userEvent.upload(page.getByLabelText('Choose Word file'), file);

test('a file becomes an article, and the report says what became of everything', async () => {
  await openScreen('editor', <ArticlesScreen />, { path: '/articles' });
  await choose(wordFile('ports.docx'));
  await expect.element(report).toBeVisible();
  await expectAccessible(report.element());
  const words = report.element().textContent ?? '';
  for (const each of [
    '“The ports of Osk” is in.',
    'A picture without alternative text',
    'Not for print',
    'Ada Perrin',
    'in 1 thread',
    'in this report, 2 as suggestions',
  ])
    expect(words).toContain(each);
  expect(report.element().querySelector('del')?.textContent).toBe('will');
  expect(report.element().querySelector('ins')?.textContent).toBe('may');
  await pressKey(report.getByRole('button', { name: 'Open article' }));
  await expect.poll(currentAddress).toMatch(/^\/articles\/[0-9a-f-]{36}$/);
});

test('a file that is cut off is refused in words', async () => {
  await openScreen('editor', <ArticlesScreen />, { path: '/articles' });
  await choose(wordFile('ports.docx', 30));
  const dialog = page.getByRole('dialog', { name: 'Import from Word' });
  await expect.element(dialog.getByRole('alert')).toMatchTextContent('This file is damaged');
  await expectAccessible(dialog.element());
  await pressKey(dialog.getByRole('button', { name: 'Close', exact: true }).first());
  await expect.element(dialog).not.toBeInTheDocument();
});

test('an article without text takes a file in, and keeps its report under Details', async () => {
  await signIn('editor');
  const { id } = await viewpoints.editor.articles.create.mutate({ headline: 'My own' });
  await openArticle('editor', id, { live: true });
  await expect.element(page.getByRole('button', { name: 'Import from Word' })).toBeVisible();
  await choose(wordFile('ports.docx'));
  await expect.element(report).toBeVisible();
  await pressKey(report.getByRole('button', { name: 'Close', exact: true }).first());
  await expect.element(articleText()).toMatchTextContent('They willmay pay.');
  await expect
    .element(page.getByRole('button', { name: 'Import from Word' }))
    .not.toBeInTheDocument();
  const { article } = await readArticle(id);
  expect(article).toMatchObject({ headline: 'My own', standfirst: 'Who pays for the quay.' });

  const comments = await openPanel(/^Comments/);
  const thread = comments.getByRole('article', { name: 'Comment on words' });
  await expect
    .element(thread)
    .toMatchTextContent(
      /Ben Odell, in the Word file, 2031-05-02, 10:00\. Imported by .*Who said so/,
    );
  await expect.element(thread.getByRole('button', { name: 'Remove comment' })).toBeVisible();
  await expect.element(thread.getByRole('button', { name: /Edit/ })).not.toBeInTheDocument();
  await expectAccessible(comments.element());

  const suggestions = await openPanel(/^Suggestions/);
  const inserted = suggestions.getByRole('article', { name: /may$/ });
  await expect
    .element(inserted)
    .toMatchTextContent(/Ada Perrin, in the Word file, 2031-05-02, 10:00/);
  await expectAccessible(suggestions.element());

  const details = await openPanel(/Details/);
  await pressKey(details.getByRole('button', { name: 'Import report' }));
  await expect.element(report.getByText('in 1 thread')).toBeVisible();
  await expectAccessible(report.element());
  await pressKey(report.getByRole('button', { name: 'Remove report' }));
  const question = page.getByRole('dialog', { name: 'Remove report?' });
  await pressKey(question.getByRole('button', { name: 'Remove', exact: true }));
  await expect.element(report).not.toBeInTheDocument();
  await expect
    .element(details.getByRole('button', { name: 'Import report' }))
    .not.toBeInTheDocument();
});

/** Drops a file on a part of the page, as a hand would. */
function drop(on: Element, file: File): void {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(file);
  on.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
}

test('a file dropped on an article with a text is not brought in, and says where it can go', async () => {
  const { id } = await writeArticle();
  await openArticle('editor', id);
  const before = articleText().element().textContent;
  drop(articleText().element(), wordFile('ports.docx'));
  await expect.element(page.getByText('This article has a text already.')).toBeVisible();
  expect(articleText().element().textContent).toBe(before);
});

test('a file dropped on the list of articles comes in', async () => {
  await openScreen('editor', <ArticlesScreen />, { path: '/articles' });
  drop(page.getByRole('heading', { name: 'Articles' }).element(), wordFile('ports.docx'));
  await expect.element(report).toBeVisible();
});
