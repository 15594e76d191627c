import { articleContentOf } from '@viewpoints/domain/articles/article';
import type { Block } from '@viewpoints/domain/document/blocks';
import { findingContentOf } from '@viewpoints/domain/findings/finding';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { viewpoints } from '../../data/viewpoints.ts';
import type { PersonName } from '../../testing/api-setup.ts';
import {
  approveArticle,
  readArticle,
  SENTENCE,
  writeArticle,
  writeWithFinding,
} from '../../testing/articles.ts';
import { currentAddress } from '../../testing/next-navigation.ts';
import { openArticle, openPanel } from '../../testing/open-article.tsx';
import { expectAccessible, openScreen, pressKey, signIn } from '../../testing/screen.tsx';
import { CompareScreen } from './compare-screen.tsx';

const api = viewpoints.editor;
const paragraph = (text: string): Block => ({
  type: 'paragraph',
  content: [{ type: 'text', text }],
});

const openComparison = (person: PersonName, id: string, query = '') =>
  openScreen(person, <CompareScreen id={id} />, {
    ...{ path: `/articles/${id}/compare${query}`, params: { id } },
  });

/** An article with a saved version, whose headline, a block and a finding changed since. */
async function writeTwice() {
  const { article, finding } = await writeWithFinding();
  const { id } = article;
  const { revisionId } = await api.articles.keepRevision.mutate({ id });
  const rows = ['Two wells', 'A weir'].map((text) => ({
    type: 'listItem' as const,
    content: [paragraph(text) as Extract<Block, { type: 'paragraph' }>],
  }));
  await api.articles.save.mutate({
    ...{ id, seen: article.save },
    content: {
      ...articleContentOf(article),
      headline: 'After the rains',
      body: {
        type: 'doc',
        content: [
          paragraph('The council met in the hall.'),
          paragraph(SENTENCE),
          { type: 'bulletList', content: rows },
        ],
      },
    },
  });
  const content = { ...findingContentOf(finding), proposition: 'Ostrava waits for rain' };
  await api.findings.save.mutate({ id: finding.id, seen: finding.updatedAt, content });
  return { id, revisionId, headline: article.headline };
}

test('two versions are compared field by field and block by block, and are stepped through by keyboard', async () => {
  const { id, revisionId } = await writeTwice();
  await openComparison('editor', id, `?from=${revisionId}`);
  const count = page.getByText('5 changes');
  await expect.element(count).toBeVisible();
  await expectAccessible(document.body);
  const changes = ['Headline: changed', 'Text: changed', 'Text: removed', 'Text: added'];
  for (const name of [...changes, 'Finding 1: changed']) {
    await userEvent.keyboard('{F8}');
    await expect.element(page.getByRole('region', { name }).first()).toHaveFocus();
  }
  await expect.element(page.getByText('Change 5 of 5')).toBeVisible();
  await userEvent.keyboard('{Shift>}{F8}{/Shift}');
  const added = page.getByRole('region', { name: 'Text: added' });
  await expect.element(added).toHaveFocus();
  expect(added.getByRole('listitem').all()).toHaveLength(2);
  const changed = page.getByRole('region', { name: 'Text: changed' });
  await expect.element(changed.getByRole('insertion')).toMatchTextContent(/in the hall/);
});

test('a block, a field and the wording of a finding are restored one by one', async () => {
  const { id, revisionId, headline } = await writeTwice();
  await openComparison('editor', id, `?from=${revisionId}`);
  await pressKey(page.getByRole('button', { name: 'Restore headline' }));
  await expect.element(page.getByText('4 changes')).toBeVisible();
  await pressKey(page.getByRole('button', { name: 'Restore wording' }));
  await expect.element(page.getByText('3 changes')).toBeVisible();
  await pressKey(page.getByRole('button', { name: 'Restore block' }).first());
  await expect.element(page.getByText('2 changes')).toBeVisible();
  const { article, findings } = await readArticle(id);
  expect(article.headline).toBe(headline);
  expect(article.body.content[0]).toEqual(paragraph('The council met.'));
  expect(findings[0]?.proposition).toBe('Ostrava will not sign before the rains');
});

test('all words are restored at once after a question that says what that does', async () => {
  const { id, revisionId, headline } = await writeTwice();
  await openComparison('editor', id, `?from=${revisionId}`);
  const button = page.getByRole('button', { name: 'Restore all words…' });
  await pressKey(button);
  const dialog = page.getByRole('dialog', { name: 'Restore “Version 1”?' });
  await expect.element(dialog).toMatchTextContent(/Sources, terms, holders and links stay/);
  await expectAccessible(dialog.element());
  await userEvent.keyboard('{Escape}');
  await expect.element(button).toHaveFocus();
  await pressKey(button);
  await pressKey(dialog.getByRole('button', { name: 'Restore words' }));
  await expect.element(page.getByText('No differences')).toBeVisible();
  expect((await readArticle(id)).article.headline).toBe(headline);
});

test('what restoring takes back is said beforehand', async () => {
  const { id, revisionId } = await writeTwice();
  await approveArticle(id);
  await openComparison('editor', id, `?from=${revisionId}`);
  await expect.element(page.getByText(/Restoring takes back the approval/)).toBeVisible();
  await expectAccessible(document.body);
});

test('without an earlier version it says when one is saved', async () => {
  const { id } = await writeArticle();
  await openComparison('editor', id);
  await expect.element(page.getByText('No earlier versions')).toBeVisible();
  await expectAccessible(document.body);
});

test('a version is named in the panel, found by its name, and leads to the comparison', async () => {
  const { id } = await writeArticle();
  await signIn('editor');
  const { revisionId } = await api.articles.keepRevision.mutate({ id });
  await openArticle('editor', id);
  const panel = await openPanel(/Versions/);
  const name = panel.getByRole('button', { name: 'Name Version 1' });
  await pressKey(name);
  const dialog = page.getByRole('dialog', { name: 'Name version' });
  await expect.element(dialog.getByLabelText('Name')).toHaveFocus();
  await expectAccessible(dialog.element());
  await userEvent.keyboard('For the lawyer{Enter}');
  await expect.element(dialog).not.toBeInTheDocument();
  const link = panel.getByRole('link', { name: /For the lawyer/ });
  await expect.element(link).toBeVisible();
  await expectAccessible(panel.element());
  await pressKey(link);
  await expect.poll(currentAddress).toBe(`/articles/${id}/compare?from=${revisionId}`);
});
