import { inTransaction } from '@viewpoints/db/client';
import { lockNullResultNames } from '@viewpoints/db/editorial/null-results';
import { insertSource } from '@viewpoints/db/editorial/sources';
import { addSource } from '@viewpoints/db/testing/builders';
import { waitForWaiting } from '@viewpoints/db/testing/wait-for-waiting';
import { SourceContent } from '@viewpoints/domain/sources/source';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { nullResultContent } from '../testing/null-result-changes.ts';
import { refusalOf } from '../testing/refusal-of.ts';
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
let name: string;
let round = 0;
// None has a word of another.
const names = [
  ...['Ilya Marekin', 'Petra Tolvanen', 'Odile Brandeis', 'Nuria Castellane'],
  ...['Soren Oderberg', 'Tamsin Winthrop', 'Gerta Malvik'],
  'Bruno Aldous',
];
beforeAll(async () => {
  desk = await openTestDesk();
  author = await desk.person('contributor');
  editor = await desk.person('editor', 'publisher');
  publisher = await desk.person('publisher');
});
afterAll(() => desk.close());
beforeEach(() => {
  round += 1;
  name = names[round % names.length] ?? '';
});

const calls = ({ call }: Person) => call.editor.nullResults;
const hidden = { attribution: 'chatham_house', disclosure: 'clear' } as const;
const open = { attribution: 'on_record', disclosure: 'clear' } as const;
const participant = () => ({
  ...{ id: crypto.randomUUID(), name, affiliation: '', alsoProtected: [] },
});
const sourceContent = () =>
  SourceContent.parse({
    ...{ slug: `talk-${round}`, kind: 'event', title: 'The dyke talks', authors: [] },
    ...{ publisher: null, issued: null, released: null, url: null, archiveUrl: null, note: '' },
    ...{ terms: hidden, descriptor: 'a participant', participants: [participant()] },
  });
const searched = () => `Our talks with ${name} in May`;
const contentOf = () => nullResultContent(desk, { searched: searched() });
const proposed = async () => {
  const { id, save: seen } = await calls(editor).propose({ content: await contentOf() });
  return { id, seen };
};
const verified = async () => {
  const made = await proposed();
  await calls(publisher).verify(made);
  return made;
};
const isOut = async (id: string) =>
  (await desk.db.sql('select 1 from published_null_result where id = $1', [id])).length === 1;
const state = async (id: string) => {
  const { nullResult } = await calls(editor).get({ id });
  return [nullResult.state, nullResult.stateReason];
};
const mention = ['refused', ['protected_mention', 'nullResult.searched']];

describe('a protected name', () => {
  test('keeps a null result from being proposed, whatever rests on its source', async () => {
    await addSource(desk.db.editorial, {
      ...{ kind: 'event', descriptor: 'a participant', terms: hidden },
      participants: [participant()],
    });
    const content = await contentOf();
    expect(await reasonsIn(calls(editor).propose({ content }))).toEqual(['protected_mention']);
    const made = await calls(editor).propose({ content: { ...content, searched: 'Nothing' } });
    const save = () => calls(editor).save({ id: made.id, seen: made.save, content });
    expect(await refusalOf(desk, save)).toEqual(mention);
  });

  test('that means somebody else is let through once two people say so', async () => {
    const source = await addSource(desk.db.editorial, {
      ...{ kind: 'event', descriptor: 'a participant', terms: hidden },
      participants: [participant()],
    });
    const content = await contentOf();
    const { reasons } = await problemIn(calls(editor).propose({ content }));
    const { participantId, context } = reasons[0]?.details ?? {};
    const [clearance] = await editor.call.editor.clearances.clearMention({
      ...{ articleId: null, sourceId: source.id, participantId: String(participantId) },
      ...{ place: 'nullResult.searched', words: String(context), why: 'Another of that name.' },
    });
    expect(await reasonsIn(calls(editor).propose({ content }))).toEqual(['protected_mention']);
    await publisher.call.editor.clearances.confirm({ id: clearance?.id ?? '' });
    const { id } = await verified();
    expect(await isOut(id)).toBe(true);
  });

  test('that is one since keeps it from being verified, and the desk is told', async () => {
    const { id, seen } = await proposed();
    await addSource(desk.db.editorial, {
      ...{ kind: 'event', descriptor: 'a participant', terms: hidden },
      participants: [participant()],
    });
    expect(await refusalOf(desk, () => calls(publisher).verify({ id, seen }))).toEqual(mention);
    const { problems } = await calls(editor).get({ id });
    expect(problems.map(({ code }) => code)).toEqual(['protected_mention']);
  });

  test('entered at the same moment is seen by who verifies, who waits for it', async () => {
    const { id, seen } = await proposed();
    const verifying = await inTransaction(desk.db.editorial, async (tx) => {
      await lockNullResultNames(tx);
      const waiting = problemIn(calls(publisher).verify({ id, seen }));
      await waitForWaiting(desk.db, 1);
      await insertSource(tx, {
        ...{ id: crypto.randomUUID(), at: desk.clock.now },
        content: sourceContent(),
      });
      return { waiting };
    });
    expect((await verifying.waiting).reasons.map(({ code }) => code)).toEqual([
      'protected_mention',
    ]);
  });

  test('takes it away from readers when a source is entered that protects it', async () => {
    const { id } = await verified();
    await editor.call.editor.sources.create(sourceContent());
    expect(await isOut(id)).toBe(false);
    expect(await state(id)).toEqual(['withdrawn', 'terms']);
  });

  test('takes it away when a source narrows that nothing rests on, which is said before', async () => {
    const source = await addSource(desk.db.editorial, {
      ...{ kind: 'event', descriptor: 'a participant', terms: open },
      participants: [participant()],
    });
    const { id } = await verified();
    const { id: sourceId, save, createdAt: _, updatedAt: __, ...content } = source;
    const input = { id: sourceId, seen: save, content: { ...content, terms: hidden } };
    const { effects } = await editor.call.editor.sources.effects(input);
    expect(effects).toEqual([{ kind: 'null_result_withdrawn', article: null, detail: searched() }]);
    expect(await isOut(id)).toBe(true);
    await editor.call.editor.sources.save(input);
    expect(await isOut(id)).toBe(false);
  });

  test('takes it away when somebody of that name grants a waiver', async () => {
    const source = await addSource(desk.db.editorial, {
      ...{ kind: 'event', descriptor: 'a participant', terms: hidden },
    });
    const { id } = await verified();
    await editor.call.editor.sources.waivers.record({
      ...{ sourceId: source.id, participantId: null, covers: 'statements' as const },
      ...{ grantedBy: name, basis: 'a letter', grantedAt: '2021-03-01T09:00:00.000Z' },
    });
    expect(await isOut(id)).toBe(false);
  });

  test('of narrower terms of one finding keeps its article in until the null result is gone', async () => {
    const person = participant();
    const source = await addSource(desk.db.editorial, {
      ...{ kind: 'event', title: 'The dyke talks', terms: open, participants: [person] },
    });
    const { id } = await verified();
    const { article } = await writeWithFinding(desk.db.editorial, author, {
      attribution: {
        ...{ sourceId: source.id, terms: 'background', descriptor: 'an envoy' },
        participantId: person.id,
      },
      holders: [{ actorId: null, wording: 'an envoy', basis: 'sources_own' }],
    });
    const revisionId = await approve(article.id, author, publisher).catch(() => '');
    expect(revisionId).not.toBe('');
    const publish = () => publisher.call.editor.articles.publish({ id: article.id, revisionId });
    expect(await refusalOf(desk, publish)).toEqual(mention);
    await calls(publisher).withdraw({ id, why: 'It names an envoy.' });
    await publish();
  });
});
