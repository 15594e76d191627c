import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { uploadPicture } from '../../media/upload-picture.ts';
import { anyWord, readArticle, writeArticle } from '../../testing/articles.ts';
import { articleText, goInText, openArticle } from '../../testing/open-article.tsx';
import { aPicture, descriptionOf, expectAccessible, pressKey } from '../../testing/screen.tsx';

/** Opens the dialog of a block by its name, in an empty line. */
async function openBlock(block: 'embed' | 'picture'): Promise<string> {
  const { id } = await writeArticle();
  await openArticle('editor', id);
  await insertBlock(block);
  return id;
}

async function insertBlock(block: 'embed' | 'picture') {
  await goInText('{Control>}{End}{/Control}');
  await userEvent.keyboard('{Enter}');
  await typeBlock(block);
}

async function typeBlock(block: string) {
  await userEvent.keyboard(`/${block}`);
  await expect.element(page.getByRole('option', { name: new RegExp(block, 'i') })).toBeVisible();
  await userEvent.keyboard('{Enter}');
}

const blocksOf = async (id: string) => (await readArticle(id)).article.body.content;

test('an embed is not lost without a question, and needs an address and a title', async () => {
  const id = await openBlock('embed');
  const dialog = page.getByRole('dialog', { name: 'Embed', exact: true });
  const address = dialog.getByLabelText('Address');
  await expect.element(address).toHaveFocus();
  await expectAccessible(dialog.element());
  await userEvent.keyboard('{Escape}');
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(articleText()).toHaveFocus();

  await typeBlock('embed');
  const title = dialog.getByLabelText('Title');
  await title.fill('The ferry leaves');
  await userEvent.keyboard('{Escape}');
  const question = page.getByRole('dialog', { name: 'Discard changes?' });
  await expectAccessible(question.element());
  await pressKey(question.getByRole('button', { name: 'Keep editing' }));
  await expect.element(question).not.toBeInTheDocument();
  await expect.element(title).toHaveValue('The ferry leaves');

  await pressKey(dialog.getByRole('button', { name: 'Cancel' }));
  await pressKey(question.getByRole('button', { name: 'Discard' }));
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(articleText()).toHaveFocus();

  await typeBlock('embed');
  await title.fill('The ferry leaves');
  await pressKey(dialog.getByRole('button', { name: 'Insert' }));
  await expect.poll(() => descriptionOf(address)).toContain('Use a full web address');
  await expect.element(address).toHaveFocus();
  await address.fill('https://youtu.be/aaaaaaaaaaa?t=9');
  await userEvent.keyboard('{Enter}');
  await expect.element(dialog).not.toBeInTheDocument();
  await expect
    .poll(() => blocksOf(id))
    .toContainEqual(
      expect.objectContaining({
        type: 'embed',
        attrs: expect.objectContaining({ title: 'The ferry leaves', mediaId: null }),
      }),
    );
});

test('a still comes from the library with its description', async () => {
  const id = await openBlock('embed');
  const alt = anyWord('A quay');
  const picture = await uploadPicture(await aPicture('quay.png'), { alt, credit: '' });
  const dialog = page.getByRole('dialog', { name: 'Embed', exact: true });
  await dialog.getByLabelText('Address').fill('https://youtu.be/aaaaaaaaaaa');
  await dialog.getByLabelText('Title').fill('The ferry leaves');
  await pressKey(dialog.getByRole('button', { name: 'From the library' }));
  const library = page.getByRole('dialog', { name: 'Journal pictures' });
  await expect.element(library.getByRole('button', { name: alt })).toBeVisible();
  await expectAccessible(library.element());
  await pressKey(library.getByRole('button', { name: alt }));
  await expect.element(library).not.toBeInTheDocument();
  await expect
    .element(dialog.getByRole('textbox', { name: /^Still description/ }))
    .toHaveValue(alt);
  await pressKey(dialog.getByRole('button', { name: 'Insert' }));
  await expect.element(dialog).not.toBeInTheDocument();
  await expect
    .poll(() => blocksOf(id))
    .toContainEqual(
      expect.objectContaining({ attrs: expect.objectContaining({ mediaId: picture.id, alt }) }),
    );
});

test('a picture goes in with a description and not without, and Enter goes on below it', async () => {
  const id = await openBlock('picture');
  const dialog = page.getByRole('dialog', { name: 'Picture', exact: true });
  const file = dialog.getByLabelText('Choose a picture');
  await expect.element(file).toHaveFocus();
  await expectAccessible(dialog.element());
  await userEvent.upload(file, await aPicture('quay.png'));
  const description = dialog.getByLabelText('Picture description');
  await expect.element(description).toHaveFocus();
  await pressKey(dialog.getByRole('button', { name: 'Insert' }));
  await expect.poll(() => descriptionOf(description)).toContain('it cannot go in without');
  await expect.element(description).toHaveFocus();
  await description.fill('The quay at low tide');
  await pressKey(dialog.getByRole('button', { name: 'Insert' }));
  await expect.element(dialog).not.toBeInTheDocument();
  await expect
    .element(articleText().getByRole('img', { name: 'The quay at low tide' }))
    .toBeVisible();
  await expect.element(articleText()).toHaveFocus();
  await userEvent.keyboard('Low tide.{Enter}Below.');
  await expect
    .poll(async () => (await blocksOf(id)).slice(-2))
    .toMatchObject([
      {
        ...{ type: 'figure', content: [{ type: 'text', text: 'Low tide.' }] },
        attrs: { alt: 'The quay at low tide', credit: null, width: 40, height: 30 },
      },
      { type: 'paragraph', content: [{ type: 'text', text: 'Below.' }] },
    ]);
});
