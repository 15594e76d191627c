import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { readArticle, writeArticle } from '../../../testing/articles.ts';
import { articleText, goInText, openArticle } from '../../../testing/open-article.tsx';
import { aPicture, expectAccessible, pressKey } from '../../../testing/screen.tsx';

const dialog = page.getByRole('dialog', { name: 'Picture', exact: true });
const words = page.getByRole('textbox', { name: /Words of the footnote/ });

const description = dialog.getByLabelText('Picture description');

/** Opens an article and writes a footnote at the end of its text, in which the cursor stays. */
async function writeNote(): Promise<string> {
  const { id } = await writeArticle();
  await openArticle('editor', id);
  await goInText('{Control>}{End}{/Control}');
  await userEvent.keyboard('{Control>}{Alt>}f{/Alt}{/Control}');
  await expect.element(words).toHaveFocus();
  await userEvent.keyboard('Letter of May.');
  return id;
}

/** The last two blocks of what is stored. */
const lastOf = async (id: string) => (await readArticle(id)).article.body.content.slice(-2);

const noteThenPicture = [
  {
    type: 'paragraph',
    content: [
      { type: 'text', text: 'The talks go on.' },
      { type: 'footnote', content: [{ type: 'text', text: 'Letter of May.' }] },
    ],
  },
  { type: 'figure', attrs: { alt: 'The quay at low tide' } },
];

test('a picture that is put in while a note is open goes behind it, and the note stays', async () => {
  const id = await writeNote();
  const picture = page.getByRole('button', { name: 'Picture' });
  await pressKey(picture);
  const file = dialog.getByLabelText('Choose a picture');
  await expect.element(file).toHaveFocus();
  await expectAccessible(dialog.element());
  await userEvent.upload(file, await aPicture('quay.png'));
  await expect.element(description).toHaveFocus();
  await userEvent.keyboard('The quay at low tide');
  await pressKey(dialog.getByRole('button', { name: 'Insert' }));
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(articleText()).toHaveFocus();
  await expect.poll(() => lastOf(id)).toMatchObject(noteThenPicture);
});

test('a picture that is pasted in a note asks for its description and goes behind the note', async () => {
  const id = await writeNote();
  const paste = async () => {
    const data = new DataTransfer();
    data.items.add(await aPicture('quay.png'));
    const event = { clipboardData: data, bubbles: true, cancelable: true };
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', event));
  };
  await paste();
  await expect.element(description).toHaveFocus();
  await expectAccessible(dialog.element());
  await userEvent.keyboard('{Escape}');
  await pressKey(page.getByRole('dialog').getByRole('button', { name: 'Discard' }));
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(articleText()).toHaveFocus();

  await paste();
  await expect.element(description).toHaveFocus();
  await userEvent.keyboard('The quay at low tide');
  await pressKey(dialog.getByRole('button', { name: 'Insert' }));
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(articleText()).toHaveFocus();
  await expect.poll(() => lastOf(id)).toMatchObject(noteThenPicture);
});

test('Ctrl E sets code in a note, and Ctrl Shift E does not', async () => {
  const id = await writeNote();
  const press = (shift: boolean) =>
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'e', ctrlKey: true, shiftKey: shift, bubbles: true }),
    );
  await userEvent.keyboard('{Control>}a{/Control}');
  press(true);
  press(false);
  await expect
    .poll(async () => JSON.stringify((await readArticle(id)).article.body))
    .toContain('{"type":"text","text":"Letter of May.","marks":[{"type":"code"}]}');
});
