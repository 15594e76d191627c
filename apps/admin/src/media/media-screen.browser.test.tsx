import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { viewpoints } from '../data/viewpoints.ts';
import { anyWord } from '../testing/articles.ts';
import { aPicture, expectAccessible, openScreen } from '../testing/screen.tsx';
import { MediaScreen } from './media-screen.tsx';

const dialog = page.getByRole('dialog', { name: 'Upload a picture' });
const upload = dialog.getByRole('button', { name: 'Upload' });

async function choose(file: File) {
  await openScreen('editor', <MediaScreen />, { path: '/media' });
  await userEvent.upload(page.getByLabelText('Choose a picture'), file);
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
