import { type Source, SourceContent } from '@viewpoints/domain/sources/source';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { viewpoints } from '../data/viewpoints.ts';
import type { PersonName } from '../testing/api-setup.ts';
import { anyWord } from '../testing/articles.ts';
import {
  expectAccessible,
  openByKeyboard,
  openScreen,
  pressKey,
  signIn,
} from '../testing/screen.tsx';
import { SourceScreen } from './source-screen.tsx';

const api = viewpoints.editor;
const WHY = 'They gave a number, and no name.';

/** A source of the editor's whose terms protect those who took part. */
async function addSource(names: readonly string[]): Promise<Source> {
  await signIn('editor');
  return api.sources.create.mutate(
    SourceContent.parse({
      ...{ slug: anyWord('talk'), kind: 'interview', title: 'A talk' },
      terms: { attribution: 'background', disclosure: 'clear' },
      participants: names.map((name) => ({ id: crypto.randomUUID(), name, affiliation: '' })),
    }),
  );
}

const openSource = (person: PersonName, { id }: Source) =>
  openScreen(person, <SourceScreen id={id} />, { path: `/sources/${id}` });

const answersOf = async ({ id }: Source) =>
  (await api.clearances.list.query({ sourceIds: [id] })).clearances;
const answers = page.getByRole('list', { name: 'Answers' });
const confirm = answers.getByRole('button', { name: 'Confirm…' });

test('that nobody took part is stated with a reason, by one who cannot confirm it', async () => {
  const source = await addSource([]);
  await openSource('editor', source);
  const opener = page.getByRole('button', { name: 'Nobody to enter…' });
  const dialog = page.getByRole('dialog', { name: 'Is there nobody to enter?' });
  const why = dialog.getByLabelText('Why');
  await openByKeyboard(opener, dialog, why);
  await expect.element(dialog).toMatchTextContent('A second person confirms it');
  const state = dialog.getByRole('button', { name: 'State this' });
  await expect.element(state).toBeDisabled();
  await userEvent.keyboard('   ');
  await expect.element(state).toBeDisabled();
  await why.fill(WHY);
  await pressKey(state);
  await expect.element(dialog).not.toBeInTheDocument();
  expect(await answersOf(source)).toMatchObject([
    { kind: 'no_participants', why: WHY, confirmedAt: null },
  ]);

  await expect.element(answers).toMatchTextContent('To confirm');
  await expect
    .element(answers)
    .toMatchTextContent('This needs a second person: it is your own work.');
  await expect.element(confirm).toBeDisabled();
  await expectAccessible(answers.element());
  // A statement that was made is not requested again.
  await expect.element(opener).not.toBeInTheDocument();
});

test('a second person confirms an answer after a question, and it counts', async () => {
  const source = await addSource([]);
  await api.clearances.stateNobodyTookPart.mutate({ sourceId: source.id, why: WHY });
  await openSource('publisher', source);
  const dialog = page.getByRole('dialog', { name: 'Confirm this?' });
  const cancel = dialog.getByRole('button', { name: 'Cancel' });
  await openByKeyboard(confirm, dialog, cancel);
  await expect
    .element(dialog)
    .toMatchTextContent('Your name is kept in the record as the second person.');
  expect(await answersOf(source)).toMatchObject([{ confirmedAt: null }]);
  await pressKey(dialog.getByRole('button', { name: 'Confirm' }));
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(answers).toMatchTextContent('confirmed by Pia');
  await expect.element(confirm).not.toBeInTheDocument();
  expect(await answersOf(source)).toMatchObject([{ confirmedAt: expect.any(String) }]);
});

test('a waiver is signed off by a second person after a question that names what it allows', async () => {
  const source = await addSource(['Mira Hale']);
  const waiver = { participantId: source.participants[0]?.id ?? null, covers: 'identity' } as const;
  await api.sources.waivers.record.mutate({
    ...waiver,
    ...{ sourceId: source.id, grantedBy: 'Mira Hale', grantedAt: '2026-05-14T00:00:00.000Z' },
    basis: 'E-mail of 14 May',
  });
  const signOff = page.getByRole('button', { name: 'Sign off', exact: true });
  await openSource('editor', source);
  await expect.element(signOff).toBeDisabled();

  await openSource('publisher', source);
  const dialog = page.getByRole('dialog', { name: 'Sign this waiver off?' });
  const cancel = dialog.getByRole('button', { name: 'Cancel' });
  await openByKeyboard(signOff, dialog, cancel);
  await expect.element(dialog).toMatchTextContent('From now on Mira Hale may be named');
  await pressKey(dialog.getByRole('button', { name: 'Sign off' }));
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(page.getByRole('list', { name: 'Waivers' })).toMatchTextContent('Counts');
  await expect.element(signOff).not.toBeInTheDocument();
  expect(await api.sources.waivers.list.query({ sourceId: source.id })).toMatchObject([
    { signedOffAt: expect.any(String) },
  ]);
});
