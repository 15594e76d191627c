import { articleContentOf } from '@viewpoints/domain/articles/article';
import { type Source, SourceContent } from '@viewpoints/domain/sources/source';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { viewpoints } from '../data/viewpoints.ts';
import { DeskScreen } from '../desk/desk-screen.tsx';
import { anyWord, approveArticle, writeArticle } from '../testing/articles.ts';
import { openArticle, openPanel } from '../testing/open-article.tsx';
import {
  chooseOption,
  descriptionOf,
  expectAccessible,
  openByKeyboard,
  openScreen,
  pressKey,
  signIn,
} from '../testing/screen.tsx';
import { SourceScreen } from './source-screen.tsx';
import { SourcesScreen } from './sources-screen.tsx';

const api = viewpoints.editor;

async function addSource(given: Partial<SourceContent>): Promise<Source> {
  const title = anyWord('The dyke talks');
  return api.sources.create.mutate(
    SourceContent.parse({
      ...{ slug: anyWord('talks'), kind: 'interview', title },
      terms: { attribution: 'on_record', disclosure: 'clear' },
      ...given,
    }),
  );
}

const openSource = (source: Source) =>
  openScreen('editor', <SourceScreen id={source.id} />, { path: `/sources/${source.id}` });

test('terms that are narrowed show what readers lose before they are saved', async () => {
  const article = await writeArticle();
  const source = await addSource({});
  await api.articles.save.mutate({
    ...{ id: article.id, seen: article.save },
    content: { ...articleContentOf(article), sourceIds: [source.id] },
  });
  const revisionId = await approveArticle(article.id);
  await api.articles.publish.mutate({ id: article.id, revisionId });

  await openSource(source);
  await chooseOption(page.getByRole('combobox', { name: 'Attribution' }), /^Off the record/);
  const save = page.getByRole('button', { name: 'Save' });
  await pressKey(save);
  const dialog = page.getByRole('dialog', { name: 'Save these changes?' });
  await expect.element(dialog).toMatchTextContent('One public article rests on this source.');
  // Enter must not take anything from readers by reflex.
  await expect.element(dialog.getByRole('button', { name: 'Cancel' })).toHaveFocus();
  await expectAccessible(dialog.element());
  await userEvent.keyboard('{Enter}');
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(save).toHaveFocus();
  expect((await api.sources.get.query({ id: source.id })).terms.attribution).toBe('on_record');

  await pressKey(save);
  await pressKey(dialog.getByRole('button', { name: 'Save' }));
  await expect.element(dialog).not.toBeInTheDocument();
  await expect
    .poll(async () => (await api.sources.get.query({ id: source.id })).terms.attribution)
    .toBe('off_record');
});

test('terms that let nobody be named ask who took part, and their removal waits for a second person', async () => {
  await signIn('editor');
  const participants = [{ id: crypto.randomUUID(), name: 'Ilya Soren', affiliation: '' }];
  const source = await addSource({
    terms: { attribution: 'chatham_house', disclosure: 'clear' },
    participants: SourceContent.shape.participants.parse(participants),
  });
  await openSource(source);
  await expectAccessible(page.getByRole('main').element());
  await pressKey(page.getByRole('button', { name: 'Remove Ilya Soren' }));
  await pressKey(page.getByRole('button', { name: 'Save' }));
  const dialog = page.getByRole('dialog', { name: 'Save these changes?' });
  await expect.element(dialog).toMatchTextContent('Who took part: this would protect less');
  await pressKey(dialog.getByRole('button', { name: 'Save' }));
  const change = page.getByRole('region', { name: 'Change to confirm' });
  await expect.element(change).toMatchTextContent('It waits for a second person');
  // The person who requested it cannot confirm it, and sees why next to the button.
  await expect
    .element(change)
    .toMatchTextContent('This needs a second person: it is your own work.');
  await expectAccessible(change.element());
  expect((await api.sources.get.query({ id: source.id })).participants).toHaveLength(1);

  await openScreen('editor', <DeskScreen />);
  const waiting = page.getByRole('list', { name: 'Waiting for others' });
  await expect
    .element(waiting.getByRole('link', { name: `A change of “${source.title}”` }))
    .toHaveAttribute('href', `/sources/${source.id}`);
  await openSource(source);
  await pressKey(change.getByRole('button', { name: 'Discard…' }));
  await pressKey(page.getByRole('dialog').getByRole('button', { name: 'Discard' }));
  await expect.element(change).not.toBeInTheDocument();
});

test('a contributor describes a source, and an editor enters it under the narrowest terms', async () => {
  await openScreen('contributor', <SourcesScreen />, { path: '/sources' });
  const dialog = page.getByRole('dialog', { name: 'Describe a source' });
  const what = dialog.getByLabelText('What it is');
  const opener = page.getByRole('button', { name: 'Describe a source' }).first();
  await openByKeyboard(opener, dialog, what);
  const send = dialog.getByRole('button', { name: 'Send to editors' });
  await pressKey(send);
  await expect.poll(() => descriptionOf(what)).toContain('Fill this in.');
  await expect.element(what).toHaveFocus();
  const words = anyWord('A talk on the quay');
  await what.fill(words);
  await dialog.getByLabelText('What was agreed').fill('Nothing may be quoted.');
  await pressKey(send);
  await expect.element(dialog).not.toBeInTheDocument();

  await openScreen('editor', <DeskScreen />);
  await pressKey(page.getByRole('listitem').filter({ hasText: words }).getByRole('button'));
  const described = page.getByRole('dialog', { name: 'Cora describes a source' });
  const enter = described.getByRole('button', { name: 'Enter the source' });
  await expect.element(enter).toHaveFocus();
  await expectAccessible(described.element());
  await userEvent.keyboard('{Enter}');
  const entered = page.getByRole('dialog', { name: 'New source' });
  await expect
    .element(entered.getByRole('combobox', { name: 'Attribution' }))
    .toMatchTextContent('Off the record');
  await expectAccessible(entered.element());
});

test('a protected name that means something else is answered, for a second person to confirm', async () => {
  const name = 'Ilya Morven';
  const article = await writeArticle();
  const source = await addSource({
    terms: { attribution: 'background', disclosure: 'clear' },
    participants: SourceContent.shape.participants.parse([
      { id: crypto.randomUUID(), name, affiliation: '' },
    ]),
  });
  const content = { ...articleContentOf(article), sourceIds: [source.id] };
  await api.articles.save.mutate({
    ...{ id: article.id, seen: article.save },
    content: { ...content, standfirst: `The ferry ${name} sailed at noon.` },
  });
  await openArticle('editor', article.id);
  const panel = await openPanel(/Publish/);
  const alarm = panel.getByRole('button', { name: 'Something else…' }).first();
  const dialog = page.getByRole('dialog', { name: 'Does it mean something else?' });
  const means = dialog.getByLabelText('What they mean');
  await openByKeyboard(alarm, dialog, means);
  await expect.poll(() => dialog.element().querySelector('mark')?.textContent).toBe('ilya morven');
  const answer = dialog.getByRole('button', { name: 'Answer' });
  await expect.element(answer).toBeDisabled();
  await userEvent.keyboard('A ferry of that name.');
  await pressKey(answer);
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(panel.getByText('Edda: A ferry of that name.')).toBeVisible();
  // Until it is confirmed, the article cannot go out.
  await expect.element(alarm).toBeVisible();
});

test('a source is removed after a question', async () => {
  await signIn('publisher');
  const source = await addSource({});
  await openScreen('publisher', <SourceScreen id={source.id} />, {
    path: `/sources/${source.id}`,
  });
  const dialog = page.getByRole('dialog', { name: `Remove “${source.title}”?` });
  const cancel = dialog.getByRole('button', { name: 'Cancel' });
  const remove = page.getByRole('button', { name: 'Remove', exact: true });
  await openByKeyboard(remove, dialog, cancel);
  await pressKey(dialog.getByRole('button', { name: 'Remove' }));
  await expect.element(dialog).not.toBeInTheDocument();
  await expect(api.sources.get.query({ id: source.id })).rejects.toThrow('not');
});
