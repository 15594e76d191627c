import { Editor } from '@tiptap/core';
import { SearchQuery, setSearchState } from 'prosemirror-search';
import { afterEach, expect, onTestFinished, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { colourOf } from '../../presence/person-colour.ts';
import { writeArticle } from '../../testing/articles.ts';
import { articleText, goInText, openArticle } from '../../testing/open-article.tsx';
import { signIn } from '../../testing/screen.tsx';
import { type LiveArticle, openLiveArticle } from '../collaboration/live-article.ts';
import { schemaExtensions } from './schema/article-schema.ts';

const hold = (event: Event) => event.stopImmediatePropagation();
/** The editor hears nothing of the browser's selection, as where the page is busy. */
const holdSelection = () => window.addEventListener('selectionchange', hold, true);
const release = () => window.removeEventListener('selectionchange', hold, true);
afterEach(release);

const text = () => articleText().element();
const lines = () => [...text().querySelectorAll('p')].map(({ textContent }) => textContent);
/** The text before the browser's caret in its paragraph. */
const beforeCaret = () => {
  const { focusNode, focusOffset } = document.getSelection() ?? {};
  const paragraph = (focusNode instanceof Element ? focusNode : focusNode?.parentElement)?.closest(
    'p',
  );
  if (!focusNode || !paragraph) return null;
  const range = document.createRange();
  range.setStart(paragraph, 0);
  range.setEnd(focusNode, focusOffset ?? 0);
  return String(range);
};

async function openElsewhere(articleId: string): Promise<LiveArticle> {
  const { id: accountId } = await signIn('publisher');
  document.cookie = 'live=1';
  const live = await openLiveArticle({ articleId, accountId }, AbortSignal.timeout(10_000));
  if (live === null) throw new Error('the article could not be opened');
  return live;
}

/** Another editor has the article open, and the caret of this one is at its start. */
async function openTogether(): Promise<LiveArticle> {
  const { id } = await writeArticle();
  const live = await openElsewhere(id);
  await openArticle('editor', id, { live: true });
  await goInText('{Control>}{Home}{/Control}');
  await expect.poll(beforeCaret).toBe('');
  return live;
}

/** Goes to the end of the line, which the editor has not read yet. */
async function pressEnd(): Promise<void> {
  holdSelection();
  await userEvent.keyboard('{End}');
  await expect.poll(beforeCaret).toBe('The council met.');
}

test('what another editor has selected is painted in their colour, with their name at its end', async () => {
  const person = await signIn('publisher');
  const live = await openTogether();
  const element = document.body.appendChild(document.createElement('div'));
  const theirs = new Editor({ element, extensions: [...schemaExtensions, live.editing] });
  onTestFinished(() => {
    theirs.destroy();
    element.remove();
    live.destroy();
  });
  await expect.poll(() => theirs.getText()).toContain('The council met.');
  const painted = () => [...text().querySelectorAll<HTMLElement>('.person-selection')];
  const select = (from: number, to: number) => {
    theirs.commands.setTextSelection({ from, to });
    theirs.view.focus();
  };
  select(5, 12);
  await expect.poll(() => painted().map(({ textContent }) => textContent)).toEqual(['council']);
  const [selection] = painted();
  if (selection === undefined) throw new Error('nothing is painted');
  const colour = String(colourOf(person));
  expect(selection.dataset.person).toBe(colour);
  expect(text().querySelector<HTMLElement>('.person-cursor')?.dataset).toMatchObject({
    ...{ person: colour, name: person.name },
  });
  // The colour of the same number, as a quarter of it is painted elsewhere.
  const sample = element.appendChild(document.createElement('p'));
  sample.dataset.person = colour;
  sample.style.background = 'color-mix(in srgb, var(--person) 25%, transparent)';
  const { backgroundColor } = getComputedStyle(selection);
  expect(backgroundColor).toMatch(/0\.25\)$/);
  expect(backgroundColor).toBe(getComputedStyle(sample).backgroundColor);
  select(5, 5);
  await expect.poll(painted).toEqual([]);
});

test('the caret stays where a key put it when another editor writes', async () => {
  const live = await openTogether();
  await pressEnd();
  const content = live.content();
  if (content === null) throw new Error('there is no text');
  const { body } = content;
  live.writeAll({ ...content, body: { ...body, content: [...body.content, ...body.content] } });
  await expect.poll(lines).toHaveLength(6);
  expect(beforeCaret()).toBe('The council met.');
  await userEvent.keyboard(' Again.');
  await expect.poll(lines).toMatchObject({ 0: 'The council met. Again.' });
  live.destroy();
});

test('and when something else in the text is drawn', async () => {
  const { id } = await writeArticle();
  await openArticle('editor', id);
  await goInText('{Control>}{Home}{/Control}');
  await expect.poll(beforeCaret).toBe('');
  await pressEnd();
  const { view } = (text() as unknown as { editor: Editor }).editor;
  view.dispatch(setSearchState(view.state.tr, new SearchQuery({ search: 'council' })));
  expect(text().querySelector('.ProseMirror-search-match')?.textContent).toBe('council');
  expect(beforeCaret()).toBe('The council met.');
  expect(view.state.selection.head).toBe(1 + 'The council met.'.length);
});

test('the next key acts at the caret', async () => {
  const { id } = await writeArticle();
  await openArticle('editor', id);
  await goInText('{Control>}{Home}{/Control}');
  await expect.poll(beforeCaret).toBe('');
  holdSelection();
  await userEvent.keyboard('{Shift>}{End}{/Shift}');
  await expect.poll(() => String(document.getSelection())).toBe('The council met.');
  await userEvent.keyboard('{Control>}b{/Control}');
  await expect.poll(() => text().querySelector('strong')?.textContent).toBe('The council met.');
  await userEvent.keyboard('{End}');
  await expect.poll(() => document.getSelection()?.isCollapsed).toBe(true);
  await userEvent.keyboard('{Enter}');
  await expect.poll(lines).toHaveLength(4);
  expect(lines().slice(0, 2)).toEqual(['The council met.', '']);
});

test('a text that gets the focus by keyboard again keeps its selection', async () => {
  const { id } = await writeArticle();
  await openArticle('editor', id);
  await goInText('{Control>}{Home}{/Control}{End}');
  await expect.poll(beforeCaret).toBe('The council met.');
  await userEvent.keyboard('{Shift>}{Tab}{/Shift}');
  await expect.poll(() => document.activeElement === text()).toBe(false);
  // Then the browser begins at the start of the text.
  document.getSelection()?.removeAllRanges();
  await userEvent.keyboard('{Tab}');
  await expect.element(articleText()).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(lines).toHaveLength(4);
  expect(lines().slice(0, 2)).toEqual(['The council met.', '']);
});
