import { findingContentOf } from '@viewpoints/domain/findings/finding';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { viewpoints } from '../../../data/viewpoints.ts';
import { anyWord, readArticle, writeWithFinding } from '../../../testing/articles.ts';
import { openArticle } from '../../../testing/open-article.tsx';
import {
  chooseOption,
  expectAccessible,
  openByKeyboard,
  pressKey,
} from '../../../testing/screen.tsx';

const api = viewpoints.editor;

async function writeSeveral() {
  const { article, finding } = await writeWithFinding();
  const content = findingContentOf(finding);
  for (const proposition of ['Ostrava waits', 'Ostrava fears the rains'])
    await api.findings.propose.mutate({
      ...{ articleId: article.id, seen: article.save, content: { ...content, proposition } },
    });
  return article.id;
}

test('terms of the chosen findings are set after a preview of the public wording', async () => {
  const id = await writeSeveral();
  await openArticle('editor', id);
  const dialog = page.getByRole('dialog', { name: 'Change several findings' });
  const first = dialog.getByRole('checkbox').first();
  await openByKeyboard(page.getByRole('button', { name: 'Change several…' }), dialog, first);
  await userEvent.keyboard(' ');
  const look = dialog.getByRole('button', { name: 'Preview' });
  await expect.element(look).toBeDisabled();
  await pressKey(dialog.getByRole('switch', { name: 'Set terms' }), ' ');
  await chooseOption(dialog.getByRole('combobox', { name: 'Terms for all' }), /^Background/);
  const wording = anyWord('an official');
  await pressKey(dialog.getByRole('switch', { name: 'Set public wording' }), ' ');
  await dialog.getByLabelText('Wording for all').fill(wording);
  await expectAccessible(dialog.element());
  await pressKey(look);
  const preview = page.getByRole('list', { name: 'Preview' });
  await expect.element(preview).toMatchTextContent('Readers will see');
  // A second press of the key that opened it changes nothing.
  await expect.element(preview).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  expect(preview.getByRole('listitem').elements().length).toBeGreaterThan(1);
  const confirm = page.getByRole('dialog', { name: 'Change 2 findings' });
  await expectAccessible(confirm.element());
  const terms = async () =>
    (await readArticle(id)).findings.map(({ attribution }) => attribution.terms);
  expect(await terms()).toEqual(['on_record', 'on_record', 'on_record']);
  await pressKey(confirm.getByRole('button', { name: 'Change 2 findings' }));
  await expect.element(confirm).not.toBeInTheDocument();
  expect(await terms()).toEqual(['on_record', 'background', 'background']);
});

test('another’s save meanwhile is reported before anything is changed', async () => {
  const id = await writeSeveral();
  await openArticle('editor', id);
  await pressKey(page.getByRole('button', { name: 'Change several…' }));
  const dialog = page.getByRole('dialog', { name: 'Change several findings' });
  await pressKey(dialog.getByRole('switch', { name: 'Set terms' }), ' ');
  const [finding] = (await readArticle(id)).findings;
  if (finding === undefined) throw new Error('there is no finding');
  await api.findings.save.mutate({
    ...{ id: finding.id, seen: finding.updatedAt },
    content: { ...findingContentOf(finding), proposition: 'Ostrava signs' },
  });
  await pressKey(dialog.getByRole('button', { name: 'Preview' }));
  await expect.element(page.getByText(/Somebody changed this finding/)).toBeVisible();
  const confirm = page.getByRole('dialog', { name: 'Change 3 findings' });
  await expect.element(confirm.getByRole('button', { name: 'Change 3 findings' })).toBeDisabled();
});

test('Undo puts the former values back, and names what somebody changed since', async () => {
  const id = await writeSeveral();
  await openArticle('editor', id);
  await pressKey(page.getByRole('button', { name: 'Change several…' }));
  const dialog = page.getByRole('dialog', { name: 'Change several findings' });
  await pressKey(dialog.getByRole('switch', { name: 'Set review by' }), ' ');
  await dialog.getByLabelText('Day for all').fill('2031-05-14');
  await pressKey(dialog.getByRole('button', { name: 'Preview' }));
  const confirm = page.getByRole('dialog', { name: 'Change 3 findings' });
  await expect.element(page.getByRole('list', { name: 'Preview' })).toHaveFocus();
  await pressKey(confirm.getByRole('button', { name: 'Change 3 findings' }));
  await expect.element(page.getByRole('heading', { name: '3 findings changed.' })).toBeVisible();
  const days = async () => (await readArticle(id)).findings.map(({ reviewBy }) => reviewBy);
  expect(await days()).toEqual(['2031-05-14', '2031-05-14', '2031-05-14']);
  const [finding] = (await readArticle(id)).findings;
  if (finding === undefined) throw new Error('there is no finding');
  await api.findings.save.mutate({
    ...{ id: finding.id, seen: finding.updatedAt },
    content: { ...findingContentOf(finding), reviewBy: '2032-01-01' },
  });
  await page.getByText('Undo', { exact: true }).click();
  await expect
    .element(page.getByRole('heading', { name: 'Undone, but for 1 of 3.' }))
    .toBeVisible();
  await expect.element(page.getByText('Finding 1: Somebody changed it since.')).toBeVisible();
  await expectAccessible(document.body);
  expect(await days()).toEqual(['2032-01-01', null, null]);
});
