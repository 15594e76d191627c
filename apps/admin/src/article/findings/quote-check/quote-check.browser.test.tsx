import { findingContentOf } from '@viewpoints/domain/findings/finding';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { viewpoints } from '../../../data/viewpoints.ts';
import { writeWithFinding } from '../../../testing/articles.ts';
import { openArticle } from '../../../testing/open-article.tsx';
import { expectAccessible, openByKeyboard, pressKey } from '../../../testing/screen.tsx';

const api = viewpoints.editor.findings;

test('a link is made by keyboard, shown once, listed and revoked', async () => {
  const { article, finding } = await writeWithFinding();
  await openArticle('editor', article.id);
  await pressKey(page.getByRole('button', { name: new RegExp(finding.proposition) }).first());
  const open = page.getByRole('button', { name: 'Make link…' });
  const dialog = page.getByRole('dialog', { name: `Quote check: finding ${finding.number}` });
  await openByKeyboard(open, dialog, dialog.getByRole('combobox', { name: 'Works for' }));
  await pressKey(dialog.getByRole('button', { name: 'Make link' }));
  const made = page.getByRole('dialog', { name: 'Copy link' });
  await expect.element(made.getByTestId('quote-check-link')).toMatchTextContent('/p/');
  await expectAccessible(made.element());
  await pressKey(made.getByRole('button', { name: 'Done' }));
  const box = page.getByRole('group', { name: 'Quote check' });
  await expect.element(box).toMatchTextContent('No answer yet');
  await pressKey(box.getByRole('button', { name: 'Revoke…' }));
  await pressKey(page.getByRole('dialog').getByRole('button', { name: 'Revoke' }));
  await expect.element(box).toMatchTextContent('The link was revoked.');
  const [check] = await api.quoteChecks.list.query({ findingId: finding.id });
  expect(check?.status).toBe('revoked');
});

test('a refusal says what is wrong, in the dialog', async () => {
  const { article, finding } = await writeWithFinding();
  const attribution = { ...finding.attribution, terms: 'off_record' as const };
  const content = { ...findingContentOf(finding), attribution };
  await api.save.mutate({ id: finding.id, seen: finding.updatedAt, content });
  await openArticle('editor', article.id);
  await pressKey(page.getByRole('button', { name: new RegExp(finding.proposition) }).first());
  await pressKey(page.getByRole('button', { name: 'Make link…' }));
  const dialog = page.getByRole('dialog');
  await pressKey(dialog.getByRole('button', { name: 'Make link' }));
  await expect
    .element(dialog)
    .toMatchTextContent('What was said off the record is never published.');
});
