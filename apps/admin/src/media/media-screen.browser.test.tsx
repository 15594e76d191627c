import { expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { viewpoints } from '../data/viewpoints.ts';
import { anyWord } from '../testing/articles.ts';
import {
  aPicture,
  chooseOption,
  expectAccessible,
  openScreen,
  pressKey,
} from '../testing/screen.tsx';
import { MediaScreen } from './media-screen.tsx';

const dialog = page.getByRole('dialog', { name: 'Upload a picture' });
const upload = dialog.getByRole('button', { name: 'Upload' });

/** The files as the browser hands them over where they are dropped or pasted. */
function filesAs(files: File[]): DataTransfer {
  const data = new DataTransfer();
  for (const file of files) data.items.add(file);
  return data;
}

/** Drops files from another window somewhere on the screen. */
function drop(...files: File[]): void {
  const dataTransfer = filesAs(files);
  const heading = page.getByRole('heading', { name: 'Media', level: 1 }).element();
  for (const type of ['dragover', 'drop'])
    heading.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
}

/** How far the files are under way, as their progress bars show it. */
function watchProgress(): Map<string, number[]> {
  const seen = new Map<string, number[]>();
  const watch = new MutationObserver(() => {
    for (const bar of document.querySelectorAll('progress')) {
      const name = bar.ariaLabel ?? '';
      const values = seen.get(name) ?? [];
      if (bar.value !== values.at(-1)) seen.set(name, [...values, bar.value]);
    }
  });
  watch.observe(document.body, { subtree: true, childList: true, attributes: true });
  onTestFinished(() => watch.disconnect());
  return seen;
}

async function choose(file: File) {
  await openScreen('editor', <MediaScreen />, { path: '/media' });
  await userEvent.upload(page.getByLabelText('Choose files'), file);
  await expect.element(dialog.getByLabelText('Description')).toHaveFocus();
}

test.each([
  [
    'a text',
    new File(['Just some words.'], 'notes.txt'),
    'Accepted are JPEG, PNG, WebP, AVIF and GIF',
  ],
  [
    'a photograph from an iPhone',
    new File(['\0\0\0\x18ftypheic\0\0\0\0mif1heic'], 'IMG_0001.HEIC'),
    'Export it as JPEG',
  ],
])('%s that is forced past the filter for pictures is refused in words', async (_, file, words) => {
  await choose(file);
  await expect.element(dialog.getByRole('alert')).toMatchTextContent(words);
  await dialog.getByLabelText('Description').fill('What is in it');
  await expect.element(upload).toBeDisabled();
  await expectAccessible(dialog.element());
});

test('a picture that is pasted, of which the system knows no type, is taken by its bytes, with its description', async () => {
  await openScreen('editor', <MediaScreen />, { path: '/media' });
  const clipboardData = filesAs([await aPicture('quay', '')]);
  document
    .querySelector('h1')
    ?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  await expect.element(dialog.getByLabelText('Description')).toHaveFocus();
  await expectAccessible(dialog.element());
  await expect.element(upload).toBeDisabled();
  const alt = anyWord('A grey quay');
  await dialog.getByLabelText('Description').fill(alt);
  await upload.click();
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(page.getByText(alt).first()).toBeVisible();
  const { items } = await viewpoints.editor.media.list.query({ q: alt });
  expect(items).toMatchObject([{ alt, width: 40, height: 30 }]);
});

test('several files that are dropped are sent, each with how far it is, its own error and another try', async () => {
  await openScreen('editor', <MediaScreen />, { path: '/media' });
  await expect.element(page.getByRole('heading', { name: 'Media', level: 1 })).toBeVisible();
  const progress = watchProgress();
  const names = ['quay', 'ferry', 'mole', 'crane'];
  const pictures = await Promise.all(names.map((name) => aPicture(name, 'image/png')));
  drop(new File(['Just some words.'], 'notes.txt'), ...pictures);
  const list = page.getByRole('region', { name: 'Uploads' });
  await expect.element(list.getByText('4 of 5 uploaded')).toBeVisible();
  const shown = names.map((name) => progress.get(`Upload of ${name}`));
  expect(shown.map((values) => values?.[0])).toEqual([0, 0, 0, 0]);
  // The end of one may be drawn together with the answer to it, but not that of each.
  expect(shown.some((values) => values?.at(-1) === 1)).toBe(true);
  await expect.element(list.getByRole('alert')).toMatchTextContent('Accepted are JPEG');
  await expectAccessible(list.element());
  await list.getByRole('button', { name: 'Try again' }).click();
  await expect.element(list.getByRole('alert')).toMatchTextContent('Accepted are JPEG');
  await list.getByRole('button', { name: 'Clear list' }).click();
  await expect.element(list).not.toBeInTheDocument();
});

test('what was removed from a file is shown, and the names that were in it', async () => {
  const name = `Zora ${anyWord('Quillfeather').replace('-', '')}`;
  await openScreen('editor', <MediaScreen />, { path: '/media' });
  await viewpoints.editor.sources.create.mutate({
    ...{ kind: 'event', slug: anyWord('council'), title: anyWord('Council') },
    ...{
      descriptor: 'a participant',
      terms: { attribution: 'chatham_house', disclosure: 'clear' },
    },
    participants: [{ id: crypto.randomUUID(), name, affiliation: '' }],
  });
  const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (each) => each.charCodeAt(0));
  const gif = (comment: string) => {
    const words = new TextEncoder().encode(comment);
    const head = bytesOf('R0lGODlhAQABAIAAAP///wAAACH+');
    const rest = bytesOf('ACwAAAAAAQABAAACAkQBADs=');
    return new File([head, new Uint8Array([words.length]), words, rest], 'quay.gif');
  };
  await userEvent.upload(page.getByLabelText('Choose files'), [gif(`By ${name}`), gif('Ada')]);
  const list = page.getByRole('region', { name: 'Uploads' });
  await expect.element(list.getByText('2 of 2 uploaded')).toBeVisible();
  await expect.element(list).toMatchTextContent(`It named “${name}”, which terms protect.`);
  await expect.element(list).toMatchTextContent('Removed from the file: comments.');
  await expectAccessible(list.element());

  await choose(gif(`By ${name}`));
  await dialog.getByLabelText('Description').fill('A quay');
  await upload.click();
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(page.getByText('A protected name was in the file')).toBeVisible();
});

test('details are changed by keyboard, and say where it is used', async () => {
  const alt = anyWord('A quay with details');
  await choose(await aPicture('details', ''));
  await dialog.getByLabelText('Description').fill(alt);
  await upload.click();
  await expect.element(page.getByText(alt).first()).toBeVisible();
  // Other tests upload pictures meanwhile: the newest may be another.
  const tile = page.getByRole('listitem').filter({ hasText: alt });
  await pressKey(tile.getByRole('button', { name: /^Details of/ }));
  const details = page.getByRole('dialog', { name: 'Details' });
  await expect.element(details.getByText('In no article.')).toBeVisible();
  await expectAccessible(details.element());
  await details.getByLabelText('Licence', { exact: false }).first().fill('For a year');
  await details.getByLabelText('Licence until').fill('2020-01-31');
  await userEvent.keyboard('{Enter}');
  await expect.element(details).not.toBeInTheDocument();
  await expect.element(page.getByText('Licence until 2020-01-31').first()).toBeVisible();
  await chooseOption(page.getByRole('combobox', { name: 'Licence' }), /^Expired/);
  await expect.element(page.getByText(alt).first()).toBeVisible();
});

test('a focal point is placed by arrow keys and by pointer, with its numbers, and taken back', async () => {
  const alt = anyWord('A quay in focus');
  await choose(await aPicture('focus', ''));
  await dialog.getByLabelText('Description').fill(alt);
  await upload.click();
  const tile = page.getByRole('listitem').filter({ hasText: alt });
  const details = page.getByRole('dialog', { name: 'Details' });
  const openDetails = () => tile.getByRole('button', { name: /^Details of/ }).click();
  const stored = async () =>
    (await viewpoints.editor.media.list.query({ q: alt })).items[0]?.focal ?? null;
  await openDetails();
  const point = details.getByRole('slider', { name: 'Focal point' });
  await expect.element(details.getByText('In the centre')).toBeVisible();
  await pressKey(point, '{ArrowLeft}{ArrowLeft}{ArrowDown}');
  await expect.element(details.getByText('40 % across, 55 % down')).toBeVisible();
  await expect.element(point).toHaveAttribute('aria-valuetext', '40 % across, 55 % down');
  await expectAccessible(details.element());
  await details.getByRole('button', { name: 'Save' }).click();
  await expect.element(details).not.toBeInTheDocument();
  expect(await stored()).toEqual({ x: 40, y: 55 });

  await openDetails();
  const area = point.element().parentElement;
  if (area === null) throw new Error('the point is nowhere');
  const { clientWidth, clientHeight } = area;
  await userEvent.click(area, { position: { x: clientWidth * 0.9, y: clientHeight * 0.2 } });
  await expect.element(details.getByText('90 % across, 20 % down')).toBeVisible();
  await details.getByRole('button', { name: 'Use the centre' }).click();
  await details.getByRole('button', { name: 'Save' }).click();
  await expect.element(details).not.toBeInTheDocument();
  expect(await stored()).toBeNull();
});
