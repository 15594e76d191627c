import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { readArticle, writeArticle } from '../../testing/articles.ts';
import { articleText, openArticle } from '../../testing/open-article.tsx';
import { aPicture, expectAccessible, pressKey } from '../../testing/screen.tsx';

const dialog = page.getByRole('dialog', { name: 'Several files', exact: true });
const ofFile = (name: string) => dialog.getByRole('group', { name });
const describe = (name: string, words: string) =>
  ofFile(name).getByLabelText('Picture description').fill(words);
const insert = dialog.getByRole('button', { name: 'Insert' });
const blocksOf = async (id: string) => (await readArticle(id)).article.body.content;
/** The descriptions of the pictures in an article, in their order. */
const picturesOf = async (id: string) =>
  (await blocksOf(id)).flatMap((block) => (block.type === 'figure' ? [block.attrs.alt] : []));

/** Opens an article, and drops or pastes files behind its first paragraph. */
async function give(how: 'drop' | 'paste', files: File[]): Promise<string> {
  const { id } = await writeArticle();
  await openArticle('editor', id);
  const data = new DataTransfer();
  for (const file of files) data.items.add(file);
  const paragraph = articleText().element().querySelector('p');
  const { x = 0, y = 0 } = paragraph?.getBoundingClientRect() ?? {};
  const init = { bubbles: true, cancelable: true };
  paragraph?.dispatchEvent(
    how === 'drop'
      ? new DragEvent('drop', { ...init, dataTransfer: data, clientX: x + 1, clientY: y + 5 })
      : new ClipboardEvent('paste', { ...init, clipboardData: data }),
  );
  return id;
}

/** What was sent while uploads were under way: the names that a bar of progress had, in order. */
function watchProgress(): string[] {
  const seen: string[] = [];
  const observer = new MutationObserver(() => {
    const name = document.querySelector('progress')?.getAttribute('aria-label');
    if (name && seen.at(-1) !== name) seen.push(name);
  });
  observer.observe(document.body, { childList: true, subtree: true });
  return seen;
}

test('three pictures that are dropped at once go in together and in their order', async () => {
  const notes = new File(['Just some words.'], 'notes.txt', { type: 'text/plain' });
  const id = await give('drop', [
    await aPicture('quay.png'),
    notes,
    await aPicture('ferry.png'),
    await aPicture('mole.png'),
  ]);
  await expect.element(dialog).toBeVisible();
  const leftOut = dialog.getByRole('alert').first();
  await expect.element(leftOut).toMatchTextContent('notes.txt is left out');
  await expect.element(ofFile('quay.png').getByLabelText('Picture description')).toHaveFocus();
  await expectAccessible(dialog.element());

  await describe('quay.png', 'A quay');
  await describe('mole.png', 'A mole');
  await pressKey(insert);
  const second = ofFile('ferry.png').getByLabelText('Picture description');
  await expect.element(second).toHaveFocus();
  expect(await picturesOf(id)).toEqual([]);
  await userEvent.keyboard('A ferry');
  const progress = watchProgress();
  await pressKey(insert);
  await expect.element(dialog).not.toBeInTheDocument();
  expect(progress).toEqual(
    ['quay.png', 'ferry.png', 'mole.png'].map((name) => `Upload of ${name}`),
  );
  await expect.poll(() => picturesOf(id)).toEqual(['A quay', 'A ferry', 'A mole']);
  const kinds = (await blocksOf(id)).map(({ type }) => type).join(' ');
  expect(kinds).toContain('figure figure figure');
});

test('a file whose upload fails says so, and the others wait for it or go without it', async () => {
  // Its first bytes are those of a picture, and the rest is missing.
  const head = (await aPicture('whole.png')).slice(0, 64);
  const broken = new File([head], 'broken.png', { type: 'image/png' });
  const id = await give('paste', [await aPicture('quay.png'), broken]);
  await describe('quay.png', 'A quay');
  await describe('broken.png', 'Something');
  await pressKey(insert);
  await expect.element(ofFile('broken.png').getByRole('alert')).toBeVisible();
  await expect.element(ofFile('quay.png').getByText('Uploaded')).toBeVisible();
  await expectAccessible(dialog.element());
  expect(await picturesOf(id)).toEqual([]);
  await pressKey(dialog.getByRole('button', { name: 'Leave out broken.png' }));
  await pressKey(insert);
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.poll(() => picturesOf(id)).toEqual(['A quay']);
});

test('a file that is neither picture nor PDF is named, with what a text takes', async () => {
  const id = await give('drop', [new File(['Words.'], 'notes.txt', { type: 'text/plain' })]);
  const notice = page.getByText(/“notes.txt” is neither a picture nor a PDF/);
  await expect.element(notice).toMatchTextContent(/takes JPEG, PNG, WebP, AVIF and GIF pictures/);
  await expect.element(dialog).not.toBeInTheDocument();
  await expectAccessible(document.body);
  expect((await blocksOf(id)).some(({ type }) => type === 'figure')).toBe(false);
});

test('an empty file is named, alone and among others', async () => {
  const empty = () => new File([], 'empty.png', { type: 'image/png' });
  await give('paste', [empty()]);
  await expect.element(page.getByText(/“empty.png” is empty/)).toBeVisible();
  await give('drop', [empty(), await aPicture('quay.png')]);
  const leftOut = dialog.getByRole('alert').first();
  await expect.element(leftOut).toMatchTextContent('empty.png is left out');
  await expect.element(leftOut).toMatchTextContent('This file is empty.');
});
