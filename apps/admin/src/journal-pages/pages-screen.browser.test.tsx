import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { viewpoints } from '../data/viewpoints.ts';
import { anyWord, writePage } from '../testing/articles.ts';
import { currentAddress } from '../testing/next-navigation.ts';
import {
  chooseOption,
  descriptionOf,
  expectAccessible,
  openByKeyboard,
  openScreen,
  pressKey,
} from '../testing/screen.tsx';
import { TrashScreen } from '../trash/trash-screen.tsx';
import { PagesScreen } from './pages-screen.tsx';

const api = viewpoints.editor.articles;
const DESK = [1280, 900] as const;
afterEach(() => page.viewport(...DESK));

const open = () => openScreen('editor', <PagesScreen />, { path: '/pages' });
const row = (name: string) => page.getByRole('listitem').filter({ hasText: name }).first();
const button = (name: string) => page.getByRole('button', { name, exact: true });
const field = (name: string) => page.getByRole('textbox', { name, exact: true });

test('the list is a tree that says where each page stands, accessible at both sizes', async () => {
  const under = await writePage('about');
  const top = await writePage();
  const below = await writePage(top.id, anyWord('Exceptions'));
  await open();
  await expect.element(row(under.headline)).toMatchTextContent('under About');
  await expect.element(row(under.headline)).toMatchTextContent(`/about/${under.slug}`);
  await expect.element(row(below.headline)).toMatchTextContent(`under ${top.headline}`);
  await expect.element(row(top.headline)).toMatchTextContent('at the root');
  const names = page.getByRole('list', { name: 'Pages' }).getByRole('link').elements();
  const order = names.map((link) => link.textContent);
  expect(order.indexOf(below.headline)).toBe(order.indexOf(top.headline) + 1);
  expect(order.indexOf('About')).toBeLessThan(order.indexOf(under.headline));
  for (const width of [1280, 390]) {
    await page.viewport(width, 900);
    await expectAccessible(document.querySelector('.app-root') ?? document.body);
  }
});

test('a page is begun by its title, under another one, at the address that the title suggests', async () => {
  const top = await writePage();
  await open();
  const dialog = page.getByRole('dialog', { name: 'New page' });
  await openByKeyboard(button('New page'), dialog, field('Title'));
  const title = anyWord('Late letters');
  await field('Title').fill(title);
  await expect.element(field('Address')).toHaveValue(title.toLowerCase().replaceAll(' ', '-'));
  await chooseOption(page.getByRole('combobox', { name: 'Parent' }), new RegExp(top.headline));
  const whole = `/${top.slug}/${title.toLowerCase().replaceAll(' ', '-')}`;
  await expect.poll(() => descriptionOf(field('Address'))).toContain(whole);
  await pressKey(button('Create page'));
  await expect.poll(currentAddress).toMatch(/^\/articles\//);
  const id = currentAddress().split('/').at(-1) ?? '';
  const { article, place } = await api.get.query({ id });
  expect(article).toMatchObject({ kind: 'page', headline: title, parent: top.id });
  expect(place).toEqual({ address: whole.slice(1), published: null });
});

test('what has an address, and that it is too deep, is said at the field', async () => {
  const top = await writePage();
  const below = await writePage(top.id);
  const deepest = await writePage(below.id);
  await open();
  await pressKey(button('New page'));
  await field('Title').fill('Privacy');
  const parent = page.getByRole('combobox', { name: 'Parent' });
  await chooseOption(parent, /^About/);
  await expect.poll(() => descriptionOf(field('Address'))).toContain('is used for Privacy');
  await field('Address').fill('fa');
  await chooseOption(parent, /^None/);
  await expect.poll(() => descriptionOf(field('Address'))).toContain('the pages in a language');
  await pressKey(button('Create page'));
  await expect.element(field('Address')).toHaveFocus();

  await field('Address').fill(top.slug);
  await pressKey(button('Create page'));
  await expect.poll(() => descriptionOf(field('Address'))).toContain('Another article or page');
  await field('Address').fill(anyWord('one-too-many'));
  await chooseOption(parent, new RegExp(deepest.headline));
  await pressKey(button('Create page'));
  await expect.poll(() => descriptionOf(parent)).toContain('at most 3 parts');
  await expectAccessible(page.getByRole('dialog').element());
});

test('several pages are archived at once, and no topics are offered', async () => {
  const pages = [await writePage(), await writePage()];
  await openScreen('publisher', <PagesScreen />, { path: '/pages' });
  for (const { headline } of pages)
    await pressKey(page.getByRole('checkbox', { name: `Choose “${headline}”` }), ' ');
  const bar = page.getByRole('region', { name: 'Chosen pages' });
  await expect.element(bar.getByRole('button', { name: /topics/ })).not.toBeInTheDocument();
  await pressKey(bar.getByRole('button', { name: 'Archive' }));
  await expect.element(page.getByText('2 pages are archived.')).toBeVisible();
});

test('a page in the trash is called one, and is found by its kind', async () => {
  const { id, headline } = await writePage();
  await api.trash.mutate({ id });
  await openScreen('editor', <TrashScreen />, { path: '/trash?kind=page' });
  await expect.element(row(headline)).toMatchTextContent('Page');
});
