import {
  type FindingContent,
  findingContentOf,
  StoredFindingContent,
} from '@viewpoints/domain/findings/finding';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { viewpoints } from '../../../data/viewpoints.ts';
import { readArticle, writeWithFinding } from '../../../testing/articles.ts';
import { openArticle } from '../../../testing/open-article.tsx';
import { expectAccessible, pressKey, signIn } from '../../../testing/screen.tsx';

const form = page.getByRole('form', { name: 'Finding 1' });
const row = page.getByRole('list', { name: 'Findings' }).getByRole('button').first();
const proposition = form.getByLabelText('Proposition');
const conflict = form.getByRole('alert');
const save = form.getByRole('button', { name: /^Save the finding/ });

/** The editor has a finding open and has written in it. */
async function writeIn(words: string, { live }: { live: boolean }) {
  const { article, finding } = await writeWithFinding();
  await openArticle('editor', article.id, { live });
  await pressKey(row);
  await expect.element(page.getByRole('heading', { name: 'Finding 1' })).toHaveFocus();
  await proposition.fill(words);
  return { articleId: article.id, id: finding.id };
}

/** The publisher saves the finding on another screen. */
async function saveElsewhere(
  { articleId, id }: { articleId: string; id: string },
  change: Partial<FindingContent>,
): Promise<void> {
  await signIn('publisher');
  const [now] = (await readArticle(articleId)).findings;
  if (now === undefined) throw new Error('the finding is gone');
  const content = StoredFindingContent.parse({ ...findingContentOf(now), ...change });
  await viewpoints.editor.findings.save.mutate({ id, seen: now.updatedAt, content });
  await signIn('editor');
}
const stored = async (articleId: string) => (await readArticle(articleId)).findings[0];

test('what another screen saves in other fields shows at once, and is saved with what is written', async () => {
  const finding = await writeIn('Ostrava waits for the rains', { live: true });
  await saveElsewhere(finding, { stance: 'warns', note: 'Ask again in May.' });
  await expect
    .element(form.getByRole('status').filter({ hasText: 'Somebody else saved' }))
    .toMatchTextContent('Somebody else saved the stance and the note meanwhile.');
  await expect.element(proposition).toHaveValue('Ostrava waits for the rains');
  await expect.element(form.getByRole('combobox', { name: 'Stance' })).toMatchTextContent(/Warns/);
  await expect.element(conflict).not.toBeInTheDocument();
  await expectAccessible(form.element());
  await pressKey(save);
  await expect
    .poll(() => stored(finding.articleId))
    .toMatchObject({
      ...{ proposition: 'Ostrava waits for the rains', stance: 'warns', note: 'Ask again in May.' },
    });
  await expect.element(save).not.toBeInTheDocument();
});

test('both values of a field that two people changed are shown, and one is chosen for it alone', async () => {
  const finding = await writeIn('Ostrava waits for the rains', { live: true });
  await saveElsewhere(finding, { proposition: 'Ostrava refuses for now', stance: 'warns' });
  const field = conflict.getByRole('group', { name: 'Proposition' });
  await expect.element(field).toMatchTextContent(/Saved by them\s*Ostrava refuses for now/);
  await expect.element(field).toMatchTextContent(/Yours\s*Ostrava waits for the rains/);
  expect(conflict.getByRole('group').elements()).toHaveLength(1);
  await expect.element(save).toBeDisabled();
  await expectAccessible(form.element());
  await pressKey(field.getByRole('button', { name: 'Keep mine' }));
  await expect.element(conflict).not.toBeInTheDocument();
  await pressKey(save);
  await expect
    .poll(() => stored(finding.articleId))
    .toMatchObject({ proposition: 'Ostrava waits for the rains', stance: 'warns' });

  await proposition.fill('Ostrava will wait');
  await saveElsewhere(finding, { proposition: 'Ostrava will refuse' });
  await pressKey(conflict.getByRole('button', { name: 'Take theirs' }));
  await expect.element(proposition).toHaveValue('Ostrava will refuse');
  await expect.element(save).not.toBeInTheDocument();
});

test('a save over one that the page has not heard of is joined with it, without a question', async () => {
  const finding = await writeIn('Ostrava waits for the rains', { live: false });
  await saveElsewhere(finding, { stance: 'warns' });
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect
    .poll(() => stored(finding.articleId))
    .toMatchObject({ proposition: 'Ostrava waits for the rains', stance: 'warns' });
  await saveElsewhere(finding, { proposition: 'Ostrava refuses for now' });
  await proposition.fill('Ostrava will wait');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.element(conflict.getByRole('group', { name: 'Proposition' })).toBeVisible();
  expect(await stored(finding.articleId)).toMatchObject({ proposition: 'Ostrava refuses for now' });
});

test('what is written while it is saved stays, and is no conflict with itself', async () => {
  const finding = await writeIn('Ostrava waits ', { live: true });
  await pressKey(save);
  await proposition.fill('Ostrava waits for the rains');
  await expect
    .poll(() => stored(finding.articleId))
    .toMatchObject({ proposition: 'Ostrava waits' });
  await expect.element(save).toBeEnabled();
  await expect.element(proposition).toHaveValue('Ostrava waits for the rains');
  await expect.element(conflict).not.toBeInTheDocument();
  await pressKey(save);
  await expect
    .poll(() => stored(finding.articleId))
    .toMatchObject({ proposition: 'Ostrava waits for the rains' });
});
