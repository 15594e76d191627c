import { FindingContent, findingContentOf } from '@viewpoints/domain/findings/finding';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { viewpoints } from '../../../data/viewpoints.ts';
import { publishArticle, readArticle, writeWithFinding } from '../../../testing/articles.ts';
import { openArticle } from '../../../testing/open-article.tsx';
import {
  chooseOption,
  descriptionOf,
  expectAccessible,
  openByKeyboard,
  openScreen,
  pressKey,
} from '../../../testing/screen.tsx';
import { ArticleScreen } from '../../article-screen.tsx';

const form = page.getByRole('form', { name: 'Finding 1' });
const heading = page.getByRole('heading', { name: 'Finding 1' });
const row = page.getByRole('list', { name: 'Findings' }).getByRole('button').first();

/** Opens the finding from its row; its heading gets the focus once it is shown. */
async function openFinding(): Promise<void> {
  await pressKey(row);
  await expect.element(heading).toHaveFocus();
}

test('a finding opens at its heading, says what it lacks, leads there, and gives the focus back', async () => {
  const { article, finding } = await writeWithFinding();
  await viewpoints.editor.findings.save.mutate({
    ...{ id: finding.id, seen: finding.updatedAt },
    content: FindingContent.parse({ ...findingContentOf(finding), stance: 'accepts_if' }),
  });
  await openArticle('editor', article.id);
  await openFinding();
  await expectAccessible(form.element());
  const lacks = form.getByRole('list', { name: 'Before verification' });
  const condition = lacks.getByRole('listitem').filter({ hasText: 'Say on what condition' });
  await pressKey(condition.getByRole('button'));
  // The button that adds one has the focus; what is added is written next.
  await expect.element(form.getByRole('button', { name: 'Add condition' })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(form.getByRole('textbox', { name: /^Condition/ }).first()).toHaveFocus();
  await userEvent.keyboard('if the islands open their books');
  await expect.element(condition).not.toBeInTheDocument();
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect
    .poll(async () => (await readArticle(article.id)).findings[0]?.conditions)
    .toEqual([{ kind: 'if', text: 'if the islands open their books' }]);
  await pressKey(form.getByRole('button', { name: 'All findings' }));
  await expect.element(row).toHaveFocus();
});

test('the address of a finding, as queues have it, opens it next to the text', async () => {
  const { article, finding } = await writeWithFinding();
  const { id } = article;
  await openScreen('publisher', <ArticleScreen id={id} />, {
    ...{ path: `/articles/${id}?finding=${finding.id}`, params: { id } },
  });
  await expect.element(form).toBeVisible();
});

test('a holder that is added is written next, and the focus stays where one is taken away', async () => {
  const { article } = await writeWithFinding();
  await openArticle('editor', article.id);
  await openFinding();
  await pressKey(form.getByRole('button', { name: 'Add holder' }));
  await expect.element(form.getByRole('combobox', { name: 'Actor' }).nth(1)).toHaveFocus();
  await pressKey(form.getByRole('button', { name: 'Remove holder 2' }));
  await expect.element(form.getByRole('combobox', { name: 'Actor' }).first()).toHaveFocus();
  const wording = form.getByLabelText('Wording used');
  await wording.fill('');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.element(wording).toHaveAttribute('aria-invalid', 'true');
  expect(descriptionOf(wording)).toContain('wording');
});

test('a save that is refused puts the focus in the field that it names, in view', async () => {
  const { article } = await writeWithFinding();
  await openArticle('editor', article.id);
  await openFinding();
  const proposition = form.getByLabelText('Proposition');
  await proposition.fill('');
  await form.getByRole('button', { name: /^Save the finding/ }).click();
  await expect.element(proposition).toHaveFocus();
  await expect.element(proposition).toBeInViewport();
  expect(descriptionOf(proposition)).toMatch(/in one sentence/);
});

test('a source that is missing is begun where it is named', async () => {
  const { article } = await writeWithFinding();
  await openArticle('editor', article.id);
  await openFinding();
  const title = `Minutes ${crypto.randomUUID()}`;
  const source = form.getByRole('combobox', { name: 'Source' });
  await source.fill(title);
  await page.getByRole('option', { name: `Create “${title}”` }).click();
  const dialog = page.getByRole('dialog', { name: 'New source' });
  await expect.element(dialog.getByLabelText('Title')).toHaveFocus();
  await expectAccessible(dialog.element());
  await chooseOption(dialog.getByRole('combobox', { name: 'Attribution' }), /^On the record/);
  await chooseOption(dialog.getByRole('combobox', { name: 'Disclosure' }), /^TLP:CLEAR/);
  await pressKey(dialog.getByLabelText('Title'));
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(source).toHaveValue(title);
});

test('a finding is verified or rejected by a second person, and its heading keeps the focus', async () => {
  const verified = await writeWithFinding();
  await openArticle('publisher', verified.article.id);
  await openFinding();
  await pressKey(form.getByRole('button', { name: 'Verify' }));
  await expect.element(heading).toHaveFocus();
  await expect
    .poll(async () => (await readArticle(verified.article.id)).findings[0]?.state)
    .toBe('verified');

  const { article } = await writeWithFinding();
  await openArticle('publisher', article.id);
  await openFinding();
  const dialog = page.getByRole('dialog', { name: 'Reject finding 1?' });
  const opener = form.getByRole('button', { name: 'Reject…' });
  await openByKeyboard(opener, dialog, dialog.getByLabelText('Why'));
  const reject = dialog.getByRole('button', { name: 'Reject' });
  await expect.element(reject).toBeDisabled();
  await userEvent.keyboard('Nobody said so.');
  await pressKey(reject);
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(heading).toHaveFocus();
  expect((await readArticle(article.id)).findings).toMatchObject([{ state: 'rejected' }]);
});

test('a finding is superseded by one that is chosen, and not by none', async () => {
  const { article } = await publishArticle();
  await openArticle('publisher', article.id);
  await openFinding();
  const dialog = page.getByRole('dialog', { name: 'Supersede finding 1' });
  const replacement = dialog.getByRole('combobox', { name: 'Replacement' });
  await openByKeyboard(form.getByRole('button', { name: 'Supersede…' }), dialog, replacement);
  await pressKey(dialog.getByRole('button', { name: 'Supersede' }));
  await expect
    .element(dialog.getByRole('alert'))
    .toMatchTextContent('Choose the finding that replaces it.');
  await expectAccessible(dialog.element());
});

test('a finding that two people wrote says who can verify it, next to the button', async () => {
  const { article } = await writeWithFinding();
  await openArticle('publisher', article.id);
  await openFinding();
  await form.getByLabelText('Proposition').fill('Ostrava waits for the rains');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  // Accounts that other test files make editors are named as well.
  await expect
    .element(form.getByText(/^You wrote the proposition\. .*\bOlive\b.* can verify it\.$/))
    .toBeVisible();
  await expect
    .element(form.getByRole('button', { name: 'Verify' }))
    .toHaveAttribute('aria-disabled', 'true');
});

test('the journal judges a change itself, with a reason that readers see', async () => {
  const { article } = await writeWithFinding();
  await openArticle('editor', article.id);
  await openFinding();
  const change = form.getByRole('group', { name: 'Change' });
  await chooseOption(change.getByRole('combobox', { name: 'Change' }), /Hardened/);
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  const reason = change.getByRole('textbox', { name: 'Reason' });
  await expect.element(reason).toHaveAttribute('aria-invalid', 'true');
  await expectAccessible(form.element());
  await reason.fill('It signed before, and now it waits.');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  const stored = async () => (await readArticle(article.id)).findings[0]?.shift;
  await expect
    .poll(stored)
    .toEqual({ kind: 'hardening', reason: 'It signed before, and now it waits.' });
  await chooseOption(change.getByRole('combobox', { name: 'Change' }), /By its stance/);
  await expect.element(reason).not.toBeInTheDocument();
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.poll(stored).toBeNull();
});
