import { addSource } from '@viewpoints/db/testing/builders';
import type { Source } from '@viewpoints/domain/sources/source';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  openTestDesk,
  type Person,
  problemIn,
  reasonsIn,
  type TestDesk,
} from '../testing/test-desk.ts';
import { approve, writeWithFinding } from '../testing/written-article.ts';

let desk: TestDesk;
let author: Person;
let editor: Person;
let publisher: Person;
beforeAll(async () => {
  desk = await openTestDesk();
  author = await desk.person('contributor');
  editor = await desk.person('editor');
  publisher = await desk.person('publisher');
});
afterAll(() => desk.close());

const db = () => desk.db.editorial;
const chathamHouse = { attribution: 'chatham_house', disclosure: 'clear' } as const;

/** An approved article whose finding mentions a harbour that has the name of a participant. */
async function writeWithAlarm() {
  const source = await addSource(db(), {
    ...{ kind: 'event', terms: chathamHouse, descriptor: 'a participant' },
    participants: [
      {
        ...{ id: crypto.randomUUID(), name: 'Mira Hale', affiliation: '', alsoProtected: [] },
      },
    ],
  });
  const { article } = await writeWithFinding(db(), author, {
    proposition: 'The harbour Mira Hale is open.',
    attribution: attributedTo(source),
  });
  const revisionId = await approve(article.id, author, editor);
  const publish = () => publisher.call.editor.articles.publish({ id: article.id, revisionId });
  return { source, article, publish };
}

const attributedTo = ({ id }: Source) => ({
  ...{ sourceId: id, terms: null, descriptor: null, participantId: null },
});

describe('an alarm that is none', () => {
  test('holds publication until a second person confirms the answer to it', async () => {
    const { source, article, publish } = await writeWithAlarm();
    const [alarm] = (await problemIn(publish())).reasons;
    expect(alarm).toMatchObject({ code: 'protected_mention' });
    const [given] = await editor.call.editor.clearances.clearMention({
      ...{ articleId: article.id, sourceId: source.id, place: String(alarm?.at) },
      participantId: source.participants[0]?.id ?? null,
      ...{ words: String(alarm?.details.context), why: 'A harbour of that name.' },
    });
    const id = String(given?.id);
    expect(await reasonsIn(publish())).toEqual(['protected_mention']);
    expect(await reasonsIn(editor.call.editor.clearances.confirm({ id }))).toEqual(['own_work']);
    await publisher.call.editor.clearances.confirm({ id });
    expect((await publish()).state).toBe('published');
  });

  test('is answered only for words that are protected', async () => {
    const { source, article } = await writeWithAlarm();
    const answered = editor.call.editor.clearances.clearMention({
      ...{ articleId: article.id, sourceId: source.id, participantId: null, place: 'body' },
      ...{ words: 'The harbour is open.', why: 'A harbour of that name.' },
    });
    expect(await reasonsIn(answered)).toEqual(['mention_unknown']);
  });
});

describe('a source under the Chatham House Rule', () => {
  const openSource = () =>
    addSource(db(), {
      ...{ kind: 'event', terms: chathamHouse, descriptor: 'a participant', participants: [] },
    });

  test('supports nothing public until who took part is entered, or two people say that nobody is to be', async () => {
    const source = await openSource();
    const { article } = await writeWithFinding(db(), author, { attribution: attributedTo(source) });
    const revisionId = await approve(article.id, author, editor);
    const publish = () => publisher.call.editor.articles.publish({ id: article.id, revisionId });
    expect(await reasonsIn(publish())).toEqual(['participants_missing']);
    const { id } = await editor.call.editor.clearances.stateNobodyTookPart({
      ...{ sourceId: source.id, why: 'The minutes list institutions only.' },
    });
    expect(await reasonsIn(publish())).toEqual(['participants_missing']);
    await publisher.call.editor.clearances.confirm({ id });
    expect((await publish()).state).toBe('published');
  });

  test('is not said to have had nobody while a participant is entered', async () => {
    const { source } = await writeWithAlarm();
    const stated = editor.call.editor.clearances.stateNobodyTookPart({
      ...{ sourceId: source.id, why: 'The minutes list institutions only.' },
    });
    expect(await reasonsIn(stated)).toEqual(['participants_entered']);
  });
});
