import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { viewpoints } from '../data/viewpoints.ts';
import { anyWord } from '../testing/articles.ts';
import { aPicture, chooseOption, expectAccessible, openScreen } from '../testing/screen.tsx';
import { MediaScreen } from './media-screen.tsx';

const dialog = page.getByRole('dialog', { name: 'Upload a picture' });
const upload = dialog.getByRole('button', { name: 'Upload' });

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

test('a picture of which the system knows no type is taken by its bytes, with its description', async () => {
  await choose(await aPicture('quay', ''));
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

test('several files are sent at once, each with its own error and another try', async () => {
  await openScreen('editor', <MediaScreen />, { path: '/media' });
  const picture = await aPicture('several', 'image/png');
  await userEvent.upload(page.getByLabelText('Choose files'), [
    new File(['Just some words.'], 'notes.txt'),
    picture,
  ]);
  const list = page.getByRole('region', { name: 'Uploads' });
  await expect.element(list.getByText('1 of 2 uploaded')).toBeVisible();
  await expect.element(list.getByRole('alert')).toMatchTextContent('Accepted are JPEG');
  await expectAccessible(list.element());
  await list.getByRole('button', { name: 'Try again' }).click();
  await expect.element(list.getByRole('alert')).toMatchTextContent('Accepted are JPEG');
  await list.getByRole('button', { name: 'Clear list' }).click();
  await expect.element(list).not.toBeInTheDocument();
});

test('details are changed by keyboard, and say where it is used', async () => {
  const alt = anyWord('A quay with details');
  await choose(await aPicture('details', ''));
  await dialog.getByLabelText('Description').fill(alt);
  await upload.click();
  await expect.element(page.getByText(alt).first()).toBeVisible();
  // Other tests upload pictures meanwhile: the newest may be another.
  const tile = page.getByRole('listitem').filter({ hasText: alt });
  const open = tile.getByRole('button', { name: /^Details of/ });
  await expect.element(open).toBeVisible();
  (open.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
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
