import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { viewpoints } from '../../data/viewpoints.ts';
import { approveArticle, readArticle, writePage } from '../../testing/articles.ts';
import { openPanel } from '../../testing/open-article.tsx';
import {
  chooseOption,
  descriptionOf,
  expectAccessible,
  openScreen,
  pressKey,
  signIn,
} from '../../testing/screen.tsx';
import { ArticleScreen } from '../article-screen.tsx';

const api = viewpoints.editor.articles;
const DESK = [1280, 900] as const;
afterEach(() => page.viewport(...DESK));

const text = () => page.getByRole('textbox', { name: 'Text of the page' });
async function open(person: 'editor' | 'publisher', id: string) {
  await openScreen(person, <ArticleScreen id={id} />, { path: `/articles/${id}`, params: { id } });
  await expect.element(text()).toBeVisible();
}
const button = (name: string) => page.getByRole('button', { name, exact: true });
const parent = () => page.getByRole('combobox', { name: 'Parent' });

test('a page is asked for what it has: a title, a summary, a parent and an address', async () => {
  const { id } = await writePage('about');
  await open('editor', id);
  await expect.element(page.getByRole('textbox', { name: 'Title' })).toBeVisible();
  await expect.element(page.getByRole('textbox', { name: 'Summary' })).toBeVisible();
  await expect.element(page.getByRole('tab', { name: /Findings/ })).not.toBeInTheDocument();
  const details = page.getByRole('tabpanel', { name: 'Details' });
  await expect.element(details.getByRole('region', { name: 'Parent' })).toMatchTextContent('About');
  await expect.element(details.getByRole('textbox', { name: 'Address' })).toBeVisible();
  await expect.element(details.getByRole('combobox', { name: /^Translation of/ })).toBeVisible();
  for (const name of [
    'Byline',
    'Topics',
    'Sources',
    'Series',
    'Related reading',
    'Genre',
    'Section',
  ])
    expect(details.getByText(name, { exact: true }).elements(), name).toEqual([]);
  await expectAccessible(document.querySelector('.app-root') ?? document.body);
  await page.viewport(390, 844);
  await pressKey(button('Article panel'));
  await expectAccessible(page.getByRole('dialog').element());
});

test('no finding is offered for words of a page, by the pointer, the keys or the menu', async () => {
  const { id } = await writePage();
  await open('editor', id);
  (text().element() as HTMLElement).focus();
  await userEvent.keyboard('{Control>}a{/Control}');
  await userEvent.keyboard('{Control>}{Shift>}f{/Shift}{/Control}');
  await expect.element(page.getByRole('form', { name: /finding/i })).not.toBeInTheDocument();
  expect(page.getByRole('button', { name: /finding/i }).elements()).toEqual([]);
});

test('what prevents publishing is worded for a page, and leads to its fields', async () => {
  await signIn('editor');
  const { id } = await api.create.mutate({ kind: 'page' });
  await open('editor', id);
  const panel = await openPanel(/Publish/);
  await expect.element(panel.getByText(/Give it a title/)).toBeVisible();
  await expect.element(panel.getByText(/Write a summary/)).toBeVisible();
  await pressKey(panel.getByRole('button', { name: 'Go to the summary' }));
  await expect.element(page.getByRole('textbox', { name: 'Summary' })).toHaveFocus();
});

test('a draft is moved at once; a place that it cannot have is refused at the field', async () => {
  // Its slug is one that the program has under About.
  const { id } = await writePage(null, 'Attribution');
  const top = await writePage();
  await open('editor', id);
  await pressKey(button('Move…'));
  await chooseOption(parent(), /^About/);
  await expect.poll(() => descriptionOf(parent())).toContain('How we attribute');
  await chooseOption(parent(), new RegExp(top.headline));
  await pressKey(button('Move now'));
  await expect
    .element(page.getByRole('region', { name: 'Parent' }))
    .toMatchTextContent(top.headline);
  expect((await readArticle(id)).article.parent).toBe(top.id);
});

test('who moved a page meanwhile is not overruled', async () => {
  const { id } = await writePage();
  await open('editor', id);
  await pressKey(button('Move…'));
  await chooseOption(parent(), /^About/);
  await api.place.mutate({ id, parent: (await writePage()).id });
  await pressKey(button('Move now'));
  await expect.poll(() => descriptionOf(parent())).toContain('moved it meanwhile');
  expect((await readArticle(id)).article.parent).not.toBe('about');
});

test('the move of a published page says what readers get, and takes a publisher', async () => {
  const { id, slug } = await writePage('about');
  await api.publish.mutate({ id, revisionId: await approveArticle(id) });
  await open('editor', id);
  await expect.element(button('Move…')).toHaveAttribute('aria-disabled', 'true');
  await open('publisher', id);
  await pressKey(button('Move…'));
  await expect.element(page.getByText(/Readers get it at the new address at once/)).toBeVisible();
  await chooseOption(parent(), /^None/);
  await expectAccessible(page.getByRole('dialog').element());
  await pressKey(button('Move now'));
  await expect.element(page.getByText(`Moved. Its address is /${slug}.`)).toBeVisible();
  const panel = await openPanel(/Publish/);
  await expect
    .element(panel.getByRole('link', { name: /View on site/ }))
    .toHaveAttribute('href', `http://reader.example/${slug}`);
  await expect.element(panel.getByRole('button', { name: /correction/ })).not.toBeInTheDocument();
});
