import { addSource } from '@viewpoints/db/testing/builders';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDesk, type Person, type TestDesk } from '../testing/test-desk.ts';
import { publishNew, writeWithFinding } from '../testing/written-article.ts';

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

/** A published article that rests on a source which was closed since. */
async function publishThenClose() {
  const source = await addSource(db(), {
    terms: { attribution: 'on_record', disclosure: 'clear' },
  });
  const attribution = { sourceId: source.id, terms: null, descriptor: null, participantId: null };
  const { article } = await publishNew(db(), author, publisher, { attribution });
  const { id, save, createdAt: _, updatedAt: __, ...content } = source;
  const input = {
    ...{ id, seen: save },
    content: {
      ...content,
      terms: { attribution: 'off_record' as const, disclosure: 'clear' as const },
    },
  };
  const before = await editor.call.editor.sources.effects(input);
  await editor.call.editor.sources.save(input);
  return { source, article, before };
}

describe('the desk', () => {
  test('lists each exposed place with the way to resolve it, and nothing once it is resolved', async () => {
    const { article, before } = await publishThenClose();
    expect(before.effects).toContainEqual({
      kind: 'article_taken_off',
      article: { id: article.id, headline: article.headline },
      detail: '',
    });
    const { exposures, exposed, unchecked } = await editor.call.editor.exposures.overview();
    expect(exposures).toMatchObject([
      { code: 'off_record', headline: article.headline, wayOut: { act: 'correct_article' } },
      { code: 'participants_missing', wayOut: { act: 'enter_participants' } },
    ]);
    expect(exposed).toEqual({ places: 2, articles: 1 });
    expect(unchecked).toBe(0);
    await publisher.call.editor.articles.retract({ id: article.id, why: 'It was not ours.' });
    expect((await editor.call.editor.exposures.overview()).exposures).toEqual([]);
  });

  test('lists what waits for a second person, until that person acts', async () => {
    const source = await addSource(db(), {
      ...{ kind: 'event', title: 'The dyke talks', descriptor: 'a participant' },
      terms: { attribution: 'chatham_house', disclosure: 'clear' },
      participants: [],
    });
    const { id } = await editor.call.editor.clearances.stateNobodyTookPart({
      ...{ sourceId: source.id, why: 'Institutions only.' },
    });
    const waiting = async () => (await publisher.call.editor.exposures.overview()).clearances;
    expect(await waiting()).toMatchObject([
      { id, kind: 'no_participants', sourceTitle: 'The dyke talks', headline: null },
    ]);
    await publisher.call.editor.clearances.confirm({ id });
    expect(await waiting()).toEqual([]);
  });
});

describe('who verifies', () => {
  test('shows the public wording, and nothing of the source', async () => {
    const source = await addSource(db(), {
      ...{ title: 'An interview with the envoy', descriptor: 'an envoy' },
      terms: { attribution: 'background', disclosure: 'clear' },
    });
    const { article, finding } = await writeWithFinding(db(), author, {
      attribution: { sourceId: source.id, terms: null, descriptor: null, participantId: null },
    });
    const { attributions } = await author.call.editor.articles.get({ id: article.id });
    expect(attributions[finding.id]?.source).toEqual({
      termsLabel: 'Background',
      wording: 'an envoy',
    });
    expect(JSON.stringify(attributions)).not.toContain('interview');
  });

  test('says why nothing may be said of it', async () => {
    const source = await addSource(db(), {
      terms: { attribution: 'off_record', disclosure: 'clear' },
    });
    const { article, finding } = await writeWithFinding(db(), author, {
      attribution: { sourceId: source.id, terms: null, descriptor: null, participantId: null },
    });
    const { attributions } = await editor.call.editor.articles.get({ id: article.id });
    expect(attributions[finding.id]).toMatchObject({
      source: null,
      reasons: [{ code: 'off_record' }],
    });
  });
});
