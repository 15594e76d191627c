import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { viewpoints } from '../../data/viewpoints.ts';
import { AppShell } from '../../shell/app-shell.tsx';
import { readArticle, writeArticle } from '../../testing/articles.ts';
import { navigate } from '../../testing/next-navigation.ts';
import {
  articleText,
  goInText,
  openArticle,
  openPanel,
  saved,
} from '../../testing/open-article.tsx';
import { expectAccessible, pressKey, renderScreen, signIn } from '../../testing/screen.tsx';
import { ArticleScreen } from '../article-screen.tsx';

const panel = () => page.getByRole('tabpanel', { name: /^Suggestions/ });
const suggested = (tag: 'ins' | 'del') =>
  [...document.querySelectorAll(`.article-text ${tag}`)].map((each) => each.textContent).join('');
const textOf = async (id: string) => JSON.stringify((await readArticle(id)).article.body);
const suggest = async () => {
  await userEvent.keyboard('{Control>}{Shift>}e{/Shift}{/Control}');
  await expect.element(page.getByRole('button', { name: 'Mode: Suggesting' })).toBeVisible();
};
const listOf = (articleId: string) =>
  viewpoints.editor.articles.suggestions.list.query({ articleId });

test('words are suggested, shown, accepted and refused by keyboard', async () => {
  const { id } = await writeArticle();
  await openArticle('editor', id, { live: true });
  await goInText('{Control>}{Home}{/Control}');
  await suggest();
  await userEvent.keyboard('Yesterday ');
  await expect.poll(() => suggested('ins')).toBe('Yesterday ');
  await goInText('{Control>}{End}{/Control}');
  await userEvent.keyboard('{Backspace}{Backspace}{Backspace}');
  await expect.poll(() => suggested('del').length).toBe(3);
  await expect.poll(() => listOf(id)).toHaveLength(2);
  const before = await textOf(id);
  expect(before).not.toContain('Yesterday');

  await openPanel(/^Suggestions/);
  const first = panel().getByRole('article').first();
  await expect.element(first).toMatchTextContent(/Insert\s*Yesterday/);
  await expectAccessible(panel().element());
  await expectAccessible(document.querySelector('.article-editor') ?? document.body);
  await pressKey(first.getByRole('button', { name: 'Accept' }));
  await expect.poll(() => textOf(id)).toContain('Yesterday ');
  await expect.poll(() => suggested('ins')).toBe('');
  // The next one has the focus, so that all are decided without looking for them.
  await expect.element(panel().getByRole('article').first()).toHaveFocus();
  await pressKey(panel().getByRole('article').first().getByRole('button', { name: 'Refuse' }));
  await expect.element(panel().getByText('No suggestions')).toBeVisible();
  expect(suggested('del')).toBe('');
  expect(await listOf(id)).toEqual([]);
});

test('those of several people are by their names, and accepted by author', async () => {
  const { id: articleId } = await writeArticle();
  const publisher = await signIn('publisher');
  await openArticle('publisher', articleId, { live: true });
  await goInText('{Control>}{Home}{/Control}');
  await suggest();
  await userEvent.keyboard('Then ');
  await goInText('{Control>}{End}{/Control}');
  await userEvent.keyboard(' At last.');
  await expect.poll(() => listOf(articleId)).toHaveLength(2);
  const editor = await signIn('editor');
  await openArticle('editor', articleId, { live: true });
  // Editing another's suggestion makes the editor a co-author of it.
  await goInText('{Control>}{Home}{/Control}');
  await userEvent.keyboard('{Delete}');
  await goInText('{Control>}{End}{/Control}');
  await suggest();
  await userEvent.keyboard('{Enter}Really.');
  await goInText('{Control>}{Home}{/Control}');
  await userEvent.keyboard('{ArrowRight}{ArrowRight}x');
  await openPanel(/^Suggestions/);
  const theirs = panel().getByRole('region', { name: `Suggestions by ${publisher.name}` });
  await expect.element(theirs).toBeVisible();
  await expect
    .element(theirs.getByRole('article').first())
    .toMatchTextContent(new RegExp(`Insert\\s*hen By ${publisher.name} and ${editor.name}`));
  await expect.element(panel().getByRole('button', { name: 'Accept all 4' })).toBeVisible();
  await expectAccessible(panel().element());
  await expect.poll(() => listOf(articleId)).toHaveLength(4);
  // A suggestion inside their words waits for them.
  const inner = panel().getByRole('article', { name: 'Insert x' });
  const accept = inner.getByRole('button', { name: 'Accept' });
  await expect.element(accept).toHaveAttribute('aria-disabled', 'true');
  await expect.element(accept).toHaveAccessibleDescription(/inside another suggestion/);
  await pressKey(theirs.getByRole('button', { name: `Accept all by ${publisher.name}` }));
  await expect.poll(() => textOf(articleId)).toContain('hen ');
  await expect.element(theirs).not.toBeInTheDocument();
  await expect.element(accept).not.toHaveAttribute('aria-disabled', 'true');
  expect(await listOf(articleId)).toMatchObject([
    { parts: [{ text: 'x' }] },
    { parts: [{ kind: 'divide' }, { text: 'Really.' }] },
  ]);
});

test('the palette changes the mode, and decides what the cursor is in', async () => {
  const { id } = await writeArticle();
  const me = await signIn('editor');
  document.cookie = 'live=1';
  navigate(`/articles/${id}`, { id });
  await renderScreen(
    <AppShell me={me} readerUrl="http://reader.example" journalName="The Strait" theme="light">
      <ArticleScreen id={id} />
    </AppShell>,
  );
  await expect.element(articleText()).toBeVisible();
  const run = async (words: string, name: RegExp) => {
    await userEvent.keyboard('{Control>}k{/Control}');
    await expect.element(page.getByRole('combobox', { name: 'Search or run' })).toHaveFocus();
    await userEvent.keyboard(words);
    await expect.element(page.getByRole('option', { name })).toBeVisible();
    await userEvent.keyboard('{Enter}');
  };
  await run('suggest ch', /^Suggest changes/);
  await expect.element(page.getByRole('button', { name: 'Mode: Suggesting' })).toBeVisible();
  await goInText('{Control>}{Home}{/Control}');
  await userEvent.keyboard('Then ');
  await expect.poll(() => listOf(id)).toHaveLength(1);
  await run('accept sug', /^Accept suggestion/);
  await expect.poll(() => textOf(id)).toContain('Then ');
  expect(await listOf(id)).toEqual([]);
});

test('a decision that another made meanwhile is reported', async () => {
  const { id: articleId } = await writeArticle();
  await openArticle('editor', articleId, { live: true });
  await goInText('{Control>}{Home}{/Control}');
  await suggest();
  await userEvent.keyboard('Then ');
  await openPanel(/^Suggestions/);
  const accept = panel().getByRole('button', { name: 'Accept' });
  await expect.element(accept).toBeVisible();
  await expect.poll(() => listOf(articleId)).toHaveLength(1);
  const send = window.fetch;
  // Another editor accepts it at the moment this is sent.
  window.fetch = async (input, init) => {
    if (!String(input).includes('suggestions.accept')) return send(input, init);
    window.fetch = send;
    const [found] = await listOf(articleId);
    if (found === undefined) throw new Error('it was listed');
    const suggestions = [{ by: found.by.id, id: found.id, digest: found.digest }];
    await viewpoints.editor.articles.suggestions.accept.mutate({ articleId, suggestions });
    return send(input, init);
  };
  try {
    await pressKey(accept);
    await expect.element(page.getByText('Somebody else has decided this already.')).toBeVisible();
  } finally {
    window.fetch = send;
  }
  await expect.poll(() => textOf(articleId)).toContain('Then ');
});

test('what has changed since it was shown is not decided, and its card shows what it says now', async () => {
  const { id: articleId } = await writeArticle();
  await openArticle('editor', articleId, { live: true });
  await goInText('{Control>}{Home}{/Control}');
  await suggest();
  await userEvent.keyboard('Then ');
  await openPanel(/^Suggestions/);
  const accept = panel().getByRole('button', { name: 'Accept' });
  await expect.element(accept).toBeVisible();
  await expect.poll(() => listOf(articleId)).toHaveLength(1);
  // More is suggested in the moment after the button was pressed.
  const send = window.fetch;
  window.fetch = async (input, init) => {
    if (!String(input).includes('suggestions.accept')) return send(input, init);
    window.fetch = send;
    await goInText('{Control>}{Home}{/Control}');
    await userEvent.keyboard('Even ');
    await expect.poll(async () => JSON.stringify(await listOf(articleId))).toContain('Even');
    return send(input, init);
  };
  try {
    await pressKey(accept);
    await expect.element(page.getByText('This has changed meanwhile.')).toBeVisible();
  } finally {
    window.fetch = send;
  }
  expect(await textOf(articleId)).not.toContain('Then ');
  const card = panel().getByRole('article');
  await expect.element(card).toMatchTextContent(/Insert\s*Even Then/);
  await pressKey(accept);
  await expect.poll(() => textOf(articleId)).toContain('Even Then ');
});

test('a page without a connection lists suggestions, explains why it decides none, and keeps them in a save', async () => {
  const { id } = await writeArticle();
  await openArticle('editor', id, { live: true });
  await goInText('{Control>}{Home}{/Control}');
  await suggest();
  await userEvent.keyboard('Then ');
  await expect.poll(() => listOf(id)).toHaveLength(1);
  await openArticle('editor', id);
  const listed = await openPanel(/^Suggestions/);
  const card = listed.getByRole('article', { name: 'Insert Then' });
  await expect.element(card).toBeVisible();
  await expect
    .element(listed.getByRole('status'))
    .toMatchTextContent(/no live connection.*Reload the page to accept or refuse them/);
  expect(card.getByRole('button').elements()).toEqual([]);
  await expectAccessible(listed.element());
  // Within the same paragraph as the suggestion.
  await goInText('{Control>}{Home}{/Control}{ArrowRight}');
  await userEvent.keyboard('Once');
  await saved();
  expect(await textOf(id)).toContain('Once');
  expect(await listOf(id)).toMatchObject([{ parts: [{ kind: 'insert', text: 'Then ' }] }]);
  await expect.element(card).toBeVisible();
});
