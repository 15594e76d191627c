import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { readArticle, writeArticle } from '../../testing/articles.ts';
import { articleText, goInText, openArticle } from '../../testing/open-article.tsx';
import { chooseOption, descriptionOf, expectAccessible } from '../../testing/screen.tsx';

const dialog = page.getByRole('dialog', { name: /^Chart$|^Change the chart$/ });
const field = (name: RegExp) => dialog.getByRole('textbox', { name });
const firstCell = dialog.getByRole('textbox', { name: 'What the rows are' });

/** Opens the dialog for a new chart, by keyboard alone. */
async function openDialog(): Promise<string> {
  const { id } = await writeArticle();
  await openArticle('editor', id);
  await goInText('{Control>}{Home}{/Control}');
  await userEvent.keyboard('{Enter}{ArrowUp}/chart');
  await expect.element(page.getByRole('option', { name: /^Chart/ })).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect.element(field(/^Title/)).toHaveFocus();
  return id;
}

/** Pastes a text at a cell, as a spreadsheet puts it on the clipboard. */
function pasteAt(cell: HTMLElement, text: string): void {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  cell.dispatchEvent(
    new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
  );
}

const chartsOf = async (id: string) =>
  (await readArticle(id)).article.body.content.filter(({ type }) => type === 'chart');

test('the dialog of a chart opens from the text, and gives the focus back to it', async () => {
  await openDialog();
  await expectAccessible(dialog.element());
  await userEvent.keyboard('{Escape}');
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(articleText()).toHaveFocus();
});

test('a table from a spreadsheet becomes a chart, which is drawn before it goes in', async () => {
  const id = await openDialog();
  pasteAt(firstCell.element() as HTMLElement, 'District\tVillages\nArveth\t41,5\nVelmark\t\n');
  const preview = dialog.getByRole('region', { name: 'Preview' });
  await expect.element(preview.getByRole('img').getByText('41.5')).toBeVisible();
  await expect.element(preview.getByRole('img').getByText('No value')).toBeVisible();
  await dialog.getByRole('button', { name: 'Insert' }).click();
  await expect
    .poll(() => descriptionOf(field(/^Source$/)))
    .toContain('Say where the numbers are from.');
  await expect.element(field(/^Title/)).toHaveFocus();
  await expectAccessible(dialog.element());
  await field(/^Title/).fill('Villages that signed');
  await field(/^Description/).fill('Most are in Arveth.');
  await field(/^Source$/).fill('The compact');
  await dialog.getByRole('button', { name: 'Insert' }).click();
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(articleText()).toHaveFocus();
  await expect
    .poll(() => chartsOf(id))
    .toEqual([
      expect.objectContaining({
        attrs: expect.objectContaining({
          ...{ kind: 'bars', title: 'Villages that signed', source: 'The compact' },
          data: {
            heading: 'District',
            columns: [{ label: 'Villages' }],
            rows: [
              { label: 'Arveth', values: [41.5] },
              { label: 'Velmark', values: [null] },
            ],
          },
        }),
      }),
    ]);
});

test('what may be read either way is refused, until the decimal sign is said', async () => {
  await openDialog();
  pasteAt(firstCell.element() as HTMLElement, '\tPeople\nArveth\t1,234\n');
  const cell = dialog.getByRole('textbox', { name: 'Arveth, People' });
  await expect.element(cell).toHaveAttribute('aria-invalid', 'true');
  await expect.element(dialog.getByText(/may be 1234 or 1\.234/)).toBeVisible();
  await chooseOption(dialog.getByRole('combobox', { name: 'Decimal sign' }), /Point/);
  await expect.element(cell).not.toHaveAttribute('aria-invalid');
  await expect.element(dialog.getByRole('img').getByText('1,234')).toBeVisible();
});

test('cells are reached by arrow keys, rows added, moved and removed without losing the focus', async () => {
  await openDialog();
  pasteAt(firstCell.element() as HTMLElement, '\tPeople\nArveth\t1\nVelmark\t2\n');
  await firstCell.click();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  await expect.element(dialog.getByRole('textbox', { name: 'Name of row 2' })).toHaveFocus();
  await dialog.getByRole('button', { name: 'Move row 2 up' }).click();
  await expect
    .element(dialog.getByRole('textbox', { name: 'Name of row 1' }))
    .toHaveValue('Velmark');
  await dialog.getByRole('button', { name: 'Add row' }).click();
  await expect.element(dialog.getByRole('textbox', { name: 'Name of row 3' })).toHaveFocus();
  await dialog.getByRole('button', { name: 'Remove row 3' }).click();
  await expect.element(dialog.getByRole('textbox', { name: 'Name of row 2' })).toHaveFocus();
  await dialog.getByRole('button', { name: 'Add column' }).click();
  await expect.element(dialog.getByRole('textbox', { name: 'Name of column 2' })).toHaveFocus();
});
