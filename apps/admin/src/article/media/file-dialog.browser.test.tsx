import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { readArticle, writeArticle } from '../../testing/articles.ts';
import { articleText, goInText, openArticle } from '../../testing/open-article.tsx';
import { expectAccessible } from '../../testing/screen.tsx';

const dialog = page.getByRole('dialog', { name: 'File' });

/** A PDF of one page, as short as one can be. */
const pdf = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R>>endobj
4 0 obj<</Length 37>>stream
BT /F 9 Tf 9 50 Td (Low water) Tj ET 
endstream
endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R>>
%%EOF
`;

/** The first PDF starts a process that reads it, and it may take its time on a busy machine. */
const read = { timeout: 50_000 };

test('a PDF goes in by keyboard, with the title that readers see', {
  timeout: 90_000,
}, async () => {
  const { id } = await writeArticle();
  await openArticle('editor', id);
  await goInText('{Control>}{Home}{/Control}');
  await userEvent.keyboard('{Enter}{ArrowUp}/pdf');
  await expect.element(page.getByRole('option', { name: /File/ })).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect.element(dialog.getByLabelText('Choose a PDF')).toHaveFocus();
  await expectAccessible(dialog.element());
  await userEvent.upload(dialog.getByLabelText('Choose a PDF'), new File(['words'], 'notes.txt'));
  await expect.element(dialog.getByRole('alert')).toBeVisible();
  await userEvent.upload(dialog.getByLabelText('Choose a PDF'), new File([pdf], 'minutes.pdf'));
  const title = dialog.getByRole('textbox', { name: /^Title/ });
  await expect.element(title).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(dialog.getByText('Say what the file is.')).toBeVisible();
  await title.fill('The minutes of May');
  await userEvent.keyboard('{Enter}');
  await expect.element(dialog, read).not.toBeInTheDocument();
  await expect.element(articleText().getByText('The minutes of May')).toBeVisible();
  await expect
    .poll(async () => (await readArticle(id)).article.body.content)
    .toContainEqual(
      expect.objectContaining({
        type: 'file',
        attrs: expect.objectContaining({ title: 'The minutes of May', pages: 1 }),
      }),
    );
});

test('a PDF that is dropped on the text is asked for its title, and goes in there', {
  timeout: 90_000,
}, async () => {
  const { id } = await writeArticle();
  await openArticle('editor', id);
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([pdf], 'minutes.pdf', { type: 'application/pdf' }));
  const paragraph = articleText().element().querySelector('p');
  const { x: clientX = 0, y: clientY = 0 } = paragraph?.getBoundingClientRect() ?? {};
  const where = { clientX: clientX + 5, clientY: clientY + 5 };
  paragraph?.dispatchEvent(
    new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true, ...where }),
  );
  await expect.element(dialog.getByText('minutes.pdf')).toBeVisible();
  await dialog.getByRole('textbox', { name: /^Title/ }).fill('What was dropped');
  await userEvent.keyboard('{Enter}');
  await expect.element(dialog, read).not.toBeInTheDocument();
  await expect
    .poll(async () => JSON.stringify((await readArticle(id)).article.body.content))
    .toContain('"title":"What was dropped"');
});
