import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { viewpoints } from '../../data/viewpoints.ts';
import { AppShell } from '../../shell/app-shell.tsx';
import { readArticle, SENTENCE, writeArticle, writeWithFinding } from '../../testing/articles.ts';
import { navigate } from '../../testing/next-navigation.ts';
import { articleText, goInText, openArticle, openPanel } from '../../testing/open-article.tsx';
import { expectAccessible, pressKey, renderScreen, signIn } from '../../testing/screen.tsx';
import { ArticleScreen } from '../article-screen.tsx';

const api = viewpoints.editor.articles.comments;
const tab = () => page.getByRole('tab', { name: /^Comments/ });
const panel = () => page.getByRole('tabpanel', { name: /^Comments/ });
const threadOn = (what: string) => panel().getByRole('article', { name: `Comment on ${what}` });
const onHeadline = { kind: 'field', field: 'headline' } as const;
const commented = () =>
  [...document.querySelectorAll('.commented')].map((each) => each.textContent);
const send = () => userEvent.keyboard('{Control>}{Enter}{/Control}');

test('words are commented on by keyboard, shown in the text, answered, resolved and reopened', async () => {
  const { id } = await writeArticle();
  await openArticle('editor', id);
  await openPanel(/^Comments/);
  await expect.element(panel().getByText('No open comments')).toBeVisible();
  await expectAccessible(panel().element());
  await goInText('{Control>}{Home}{/Control}{Shift>}{End}{/Shift}');
  await userEvent.keyboard('{Control>}{Alt>}m{/Alt}{/Control}');
  const words = window.getSelection()?.toString() ?? '';
  const box = panel().getByRole('textbox', { name: 'Comment on text' });
  await expect.element(box).toHaveFocus();
  await expectAccessible(panel().element());
  await userEvent.keyboard('Which council?');
  await send();
  const thread = threadOn('words');
  await expect.element(thread).toHaveFocus();
  await expect.poll(() => commented().join('')).not.toBe('');
  expect(words === '' || commented().join('').includes(words.trim())).toBe(true);
  await expect.element(tab()).toMatchTextContent(/1/);
  await pressKey(thread.getByRole('button', { name: 'Reply' }));
  await expect.element(thread.getByRole('textbox', { name: 'Reply' })).toHaveFocus();
  await userEvent.keyboard('That of the town.');
  await send();
  await expect.element(thread.getByText('That of the town.')).toBeVisible();
  await expectAccessible(panel().element());
  await pressKey(thread.getByRole('button', { name: 'Resolve' }));
  await expect.poll(commented).toEqual([]);
  await expect.element(panel().getByText('No open comments')).toBeVisible();
  await pressKey(panel().getByRole('button', { name: 'Resolved 1' }));
  await expect.element(thread.getByText(/resolved this/)).toBeVisible();
  await pressKey(thread.getByRole('button', { name: 'Reopen' }));
  await expect.poll(() => commented().length).toBeGreaterThan(0);
  const { article } = await readArticle(id);
  expect(JSON.stringify(article.body)).not.toContain('comment');
});

test('a name is picked after an @, and only who wrote a comment can edit or remove it', async () => {
  const { id: articleId } = await writeArticle();
  const publisher = await signIn('publisher');
  await signIn('editor');
  const { threadId } = await api.start.mutate({ articleId, on: onHeadline, text: 'Too long?' });
  await signIn('publisher');
  await api.reply.mutate({ threadId, text: 'Perhaps.' });
  await openArticle('editor', articleId);
  await openPanel(/^Comments/);
  const thread = threadOn('headline');
  await expect.element(thread.getByText('Perhaps.')).toBeVisible();
  const menus = thread.getByRole('button', { name: 'Comment actions' });
  expect(menus.all()).toHaveLength(1);
  await pressKey(thread.getByRole('button', { name: 'Reply' }));
  await expect.element(thread.getByRole('textbox', { name: 'Reply' })).toHaveFocus();
  const first = publisher.name.slice(0, 2);
  await userEvent.keyboard('Ask today{Control>}{ArrowLeft}{/Control}');
  await userEvent.keyboard(`@${first}`);
  const option = page.getByRole('option', { name: publisher.name });
  await expect.element(option).toBeVisible();
  await expectAccessible(panel().element());
  await userEvent.keyboard('{Enter}');
  await userEvent.keyboard('first ');
  await expect
    .element(thread.getByRole('textbox', { name: 'Reply' }))
    .toHaveValue(`Ask @${publisher.name} first today`);
  await send();
  await expect.element(thread.getByText(`@${publisher.name}`)).toBeVisible();
  await pressKey(menus.first());
  await pressKey(page.getByRole('menuitem', { name: 'Edit' }));
  const edit = thread.getByRole('textbox', { name: 'Edit comment' });
  await edit.fill('Much too long?');
  await send();
  await expect.element(thread.getByText('Much too long?')).toBeVisible();
  await expect.element(thread.getByText(/, edited/)).toBeVisible();
  await pressKey(menus.first());
  await pressKey(page.getByRole('menuitem', { name: 'Remove' }));
  await expect.element(thread.getByText(/A comment by .* was removed/)).toBeVisible();
  const { threads } = await api.list.query({ articleId });
  expect(threads[0]?.comments.at(-1)?.mentions).toEqual([
    { id: publisher.id, name: publisher.name },
  ]);
});

test('keys lead through the open comments', async () => {
  const { article, finding } = await writeWithFinding();
  const articleId = article.id;
  await api.start.mutate({ articleId, on: onHeadline, text: 'Shorter?' });
  const on = { kind: 'finding', findingId: finding.id } as const;
  await api.start.mutate({ articleId, on, text: 'Is that all?' });
  const { quote } = finding.evidence;
  if (quote === null) throw new Error('the finding has a quote');
  await api.start.mutate({ articleId, on: { kind: 'words', quote }, text: 'Who says so?' });
  await openArticle('editor', articleId);
  await expect.poll(() => commented().join('')).toBe(SENTENCE);
  await userEvent.keyboard('{F9}');
  await expect.element(threadOn('words')).toHaveFocus();
  await userEvent.keyboard('{F9}');
  await expect.element(threadOn('headline')).toHaveFocus();
  await userEvent.keyboard('{Shift>}{F9}{/Shift}');
  await expect.element(threadOn('words')).toHaveFocus();
  await pressKey(threadOn('words').getByRole('button', { name: /^Show in text/ }));
  await expect.element(articleText()).toHaveFocus();
  await pressKey(threadOn('finding 1').getByRole('button', { name: 'Finding 1' }));
  await expect
    .element(page.getByRole('button', { name: '1 open comment on this finding' }))
    .toBeVisible();
  await pressKey(page.getByRole('button', { name: '1 open comment on the headline' }));
  await expect.element(threadOn('headline')).toHaveFocus();
});

test('a thread says that its words are gone, and what they were', async () => {
  const { article, finding } = await writeWithFinding();
  const { quote } = finding.evidence;
  if (quote === null) throw new Error('the finding has a quote');
  const on = { kind: 'words', quote } as const;
  await api.start.mutate({ articleId: article.id, on, text: 'Who says so?' });
  await openArticle('editor', article.id);
  await openPanel(/^Comments/);
  await expect.poll(() => commented().join('')).toBe(SENTENCE);
  await goInText('{Control>}a{/Control}');
  await userEvent.keyboard('{Delete}');
  const gone = threadOn('words').getByText('The words are gone from the text.');
  await expect.element(gone).toBeVisible();
  await expect.element(threadOn('words').getByText(SENTENCE)).toBeVisible();
  await expectAccessible(panel().element());
  expect(commented()).toEqual([]);
});

test('a refusal is said, and keeps what was written', async () => {
  const { id: articleId } = await writeArticle();
  const { threadId } = await api.start.mutate({ articleId, on: onHeadline, text: 'Shorter?' });
  await openArticle('editor', articleId);
  await openPanel(/^Comments/);
  const thread = threadOn('headline');
  await pressKey(thread.getByRole('button', { name: 'Reply' }));
  await expect.element(thread.getByRole('textbox', { name: 'Reply' })).toHaveFocus();
  await userEvent.keyboard('Too late');
  const send = window.fetch;
  // Another editor resolves it at the moment this is sent.
  window.fetch = async (input, init) => {
    if (!String(input).includes('comments.reply')) return send(input, init);
    window.fetch = send;
    await api.resolve.mutate({ threadId });
    return send(input, init);
  };
  try {
    await pressKey(thread.getByRole('button', { name: 'Reply' }));
    await expect.element(page.getByRole('alert')).toMatchTextContent(/This thread is resolved/);
  } finally {
    window.fetch = send;
  }
});

test('the palette leads to the next comment', async () => {
  const { id: articleId } = await writeArticle();
  const me = await signIn('editor');
  await api.start.mutate({ articleId, on: onHeadline, text: 'Shorter?' });
  navigate(`/articles/${articleId}`, { id: articleId });
  await renderScreen(
    <AppShell me={me} readerUrl="http://reader.example" journalName="The Strait" theme="light">
      <ArticleScreen id={articleId} />
    </AppShell>,
  );
  // With the thread on the screen it could have the focus before the palette gives its own back.
  await openPanel(/^Comments/);
  await expect.element(threadOn('headline')).toBeVisible();
  await userEvent.keyboard('{Control>}k{/Control}');
  await expect.element(page.getByRole('combobox', { name: 'Search or run' })).toHaveFocus();
  await userEvent.keyboard('next comm');
  await expect.element(page.getByRole('option', { name: /^Next comment/ })).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect.element(threadOn('headline')).toHaveFocus();
});

test('a field of the details says how many comments it has, and leads to them and back', async () => {
  const { id: articleId } = await writeArticle();
  await openArticle('editor', articleId);
  await openPanel(/^Comments/);
  await pressKey(panel().getByRole('button', { name: 'Comment', exact: true }));
  await pressKey(page.getByRole('menuitem', { name: 'Byline' }));
  const box = panel().getByRole('textbox', { name: 'Comment on byline' });
  await expect.element(box).toHaveFocus();
  await userEvent.keyboard('Both of them?');
  await send();
  await pressKey(threadOn('byline').getByRole('button', { name: 'Byline' }));
  const details = page.getByRole('tabpanel', { name: /^Details/ });
  const there = details.getByRole('button', { name: '1 open comment on the byline' });
  await expect.element(there).toBeVisible();
  await expectAccessible(details.element());
  await pressKey(there);
  await expect.element(threadOn('byline')).toHaveFocus();
});
