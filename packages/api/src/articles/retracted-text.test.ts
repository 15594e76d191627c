import { addSource, paragraphs } from '@viewpoints/db/testing/builders';
import { articleContentOf } from '@viewpoints/domain/articles/article';
import type { Document } from '@viewpoints/domain/document/document';
import type { Source } from '@viewpoints/domain/sources/source';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestDesk, type Person, reasonsIn, type TestDesk } from '../testing/test-desk.ts';
import { approve, prose, writeArticle } from '../testing/written-article.ts';

let desk: TestDesk;
let author: Person;
let publisher: Person;
let second: Person;
beforeAll(async () => {
  desk = await openTestDesk();
  author = await desk.person('contributor', 'editor');
  publisher = await desk.person('publisher');
  second = await desk.person('publisher');
});
afterAll(() => desk.close());
beforeEach(() => {
  desk.clock.now = new Date(desk.clock.now.getTime() + 60_000);
});

const db = () => desk.db.editorial;
const read = (slug: string) => desk.nobody.articles.bySlug({ slug });
const textOf = ({ call }: Person) => call.editor.articles.retractedText;
const textsChecked = (articleId: string) =>
  db().publicText.count({ where: { articleId, place: 'body' } });

/** A retracted article whose prose rests on a source and also says this. */
const retracted = (...more: string[]) => retractedWith(paragraphs(...prose, ...more));

/** A retracted article with this text, which rests on a source. */
async function retractedWith(body: Document) {
  const source = await addSource(db(), { kind: 'event', descriptor: 'a participant' });
  const draft = await writeArticle(db(), author);
  const { id, slug } = draft;
  await author.call.editor.articles.save({
    ...{ id, seen: draft.save },
    content: {
      ...articleContentOf(draft),
      ...{ sourceIds: [source.id], body },
    },
  });
  const revisionId = await approve(id, author, publisher);
  await publisher.call.editor.articles.publish({ id, revisionId });
  await publisher.call.editor.articles.retract({ id, why: 'The letters were forged.' });
  return { id, slug, source };
}
async function shown(...more: string[]) {
  const article = await retracted(...more);
  await textOf(publisher).request({ id: article.id });
  await textOf(second).confirm({ id: article.id });
  return article;
}
/** Gives a source other terms, or other people who took part. */
async function saveSource({ id }: Source, given: object) {
  const {
    save,
    createdAt: _,
    updatedAt: __,
    id: ___,
    ...content
  } = await author.call.editor.sources.get({ id });
  return author.call.editor.sources.save({ id, seen: save, content: { ...content, ...given } });
}
const named = (name: string) => ({
  terms: { attribution: 'chatham_house', disclosure: 'clear' },
  participants: [{ id: crypto.randomUUID(), name, affiliation: '', alsoProtected: [] }],
});

describe('the text of a retracted article', () => {
  test('is gone at once, by one person', async () => {
    const { id, slug } = await retracted();
    expect(await read(slug)).toMatchObject({
      ...{ retracted: true, body: null, text: '', section: '', standfirst: '' },
      ...{ pictures: [], files: [], sources: [], findings: [], findingCount: 0 },
    });
    expect(await textsChecked(id)).toBe(0);
  });

  test('is shown again, marked, once a second person confirms the request of the first', async () => {
    const { id, slug } = await retracted();
    await textOf(publisher).request({ id });
    expect(await read(slug)).toMatchObject({ body: null });
    expect(await reasonsIn(textOf(publisher).confirm({ id }))).toEqual(['own_work']);
    expect(await read(slug)).toMatchObject({ body: null });
    await textOf(second).confirm({ id });
    const view = await read(slug);
    expect(view).toMatchObject({
      ...{ retracted: true, body: paragraphs(...prose), text: prose.join(' ') },
      ...{ section: '', standfirst: '', findings: [], sources: [], pictures: [] },
      retraction: { why: 'The letters were forged.' },
    });
    expect((await author.call.editor.articles.get({ id })).retraction?.text).toMatchObject({
      ...{ requestedBy: publisher.account.id, confirmedBy: second.account.id },
    });
  });

  test('is shown without what shows a picture', async () => {
    const text = paragraphs(...prose);
    const map: Document['content'][number] = {
      type: 'embed',
      attrs: {
        ...{ kind: 'map', href: 'https://maps.example/weir', title: 'The weir' },
        ...{ mediaId: null, alt: 'A weir' },
      },
      content: [],
    };
    const { id, slug } = await retractedWith({ ...text, content: [...text.content, map] });
    await textOf(publisher).request({ id });
    await textOf(second).confirm({ id });
    expect((await read(slug)).body).toEqual(text);
  });

  test('waits on the desk, in the queue and in the notifications of those who can confirm it', async () => {
    const waits = async (person: Person, id: string) => {
      const { queues, notifications } = person.call.editor;
      const [{ awaitingMe, awaitingOthers }, counts] = [
        await person.call.editor.desk(),
        await queues.counts({}),
      ];
      const { items } = await queues.articles({ queue: 'confirm', limit: 100 });
      expect(counts.confirm).toBe(items.length);
      const isText = (each: { id: string; awaits: string }) =>
        each.id === id && each.awaits === 'text';
      return {
        mine: awaitingMe.articles.some(isText),
        counted: awaitingMe.counts.articles - awaitingMe.articles.length,
        others: awaitingOthers.articles.some(isText),
        queued: items.some((each) => each.id === id),
        notified: (await notifications.list({})).items.some(
          (each) =>
            each.kind === 'awaits_you' && each.articles[0]?.id === id && each.readAt === null,
        ),
      };
    };
    const nothing = { mine: false, counted: 0, others: false, queued: false, notified: false };
    const changed = { ...nothing, mine: true, queued: true, notified: true };
    const { id } = await retracted();
    // Notifications of its review.
    for (const person of [second, publisher, author])
      await person.call.editor.notifications.markRead({});
    // The text was not requested yet.
    expect(await waits(second, id)).toEqual(nothing);
    await textOf(publisher).request({ id });
    expect(await waits(second, id)).toEqual(changed);
    expect(await waits(publisher, id)).toEqual({ ...nothing, others: true });
    expect(await waits(author, id)).toEqual(nothing);
    await textOf(publisher).request({ id });
    const sent = (await second.call.editor.notifications.list({})).items;
    expect(sent.filter((each) => each.articles[0]?.id === id && each.readAt === null)).toHaveLength(
      1,
    );
    await textOf(second).confirm({ id });
    expect(await waits(second, id)).toEqual({ ...nothing, notified: true });
    expect(await waits(publisher, id)).toEqual(nothing);

    const withdrawn = await retracted();
    await textOf(publisher).request({ id: withdrawn.id });
    await textOf(publisher).takeAway({ id: withdrawn.id });
    expect(await waits(second, withdrawn.id)).toEqual({ ...nothing, notified: true });
    expect(await waits(publisher, withdrawn.id)).toMatchObject({ mine: false, others: false });

    // With four eyes off, the person who requested the text can confirm it too.
    const alone = await retracted();
    const admin = await desk.person('admin');
    const setFourEyes = async (fourEyes: boolean) => {
      const { save: seen, ...content } = await admin.call.editor.settings.get();
      await admin.call.editor.settings.save({ seen, content: { ...content, fourEyes } });
    };
    await setFourEyes(false);
    expect(await waits(publisher, alone.id)).toMatchObject({ mine: false, queued: false });
    await textOf(publisher).request({ id: alone.id });
    const own = { mine: true, queued: true, others: false };
    expect(await waits(publisher, alone.id)).toMatchObject(own);
    await setFourEyes(true);
  });

  test('is not shown without a request', async () => {
    const { id } = await retracted();
    expect(await reasonsIn(textOf(second).confirm({ id }))).toEqual(['text_not_requested']);
  });

  test('is not shown of what is not retracted', async () => {
    const { id } = await writeArticle(db(), author);
    for (const act of ['request', 'confirm', 'takeAway'] as const)
      expect(await reasonsIn(textOf(publisher)[act]({ id }))).toEqual(['article_not_retracted']);
  });

  test('is taken away again at once, by one person, and then needs two once more', async () => {
    const { id, slug } = await shown();
    await textOf(publisher).takeAway({ id });
    expect(await read(slug)).toMatchObject({ body: null, text: '' });
    expect(await textsChecked(id)).toBe(0);
    expect(await reasonsIn(textOf(second).confirm({ id }))).toEqual(['text_not_requested']);
  });

  test('stays where the notice is worded otherwise', async () => {
    const { id, slug } = await shown();
    await publisher.call.editor.articles.retract({ id, why: 'One letter was forged.' });
    expect(await read(slug)).toMatchObject({
      ...{ body: paragraphs(...prose), retraction: { why: 'One letter was forged.' } },
    });
  });

  test('is found by no search', async () => {
    await shown('Zanzibar was there.');
    const found = await desk.nobody.search.query({ q: 'Zanzibar' });
    expect(found.total).toBe(0);
  });
});

describe('what terms protect in it', () => {
  test('keeps it from being shown', async () => {
    const { id, slug, source } = await retracted('Mira Vos was there.');
    await saveSource(source, named('Mira Vos'));
    await textOf(publisher).request({ id });
    expect(await reasonsIn(textOf(second).confirm({ id }))).toContain('protected_mention');
    expect(await read(slug)).toMatchObject({ body: null });
  });

  test('keeps it from being shown where it rests on what nobody may be sent', async () => {
    const { id, slug, source } = await retracted();
    await saveSource(source, { terms: { attribution: 'off_record', disclosure: 'clear' } });
    await textOf(publisher).request({ id });
    expect(await reasonsIn(textOf(second).confirm({ id }))).toEqual(['source_closed']);
    expect(await read(slug)).toMatchObject({ body: null });
  });

  test('is in the set that is checked while it is shown', async () => {
    const { id } = await shown('Mira Vos was there.');
    expect(await textsChecked(id)).toBeGreaterThan(0);
  });

  test.each([
    ['somebody is entered who took part', named('Mira Vos')],
    [
      'all that was said is kept from the public',
      { terms: { attribution: 'off_record', disclosure: 'clear' } },
    ],
  ])('takes it away once %s; the notice stays', async (_, given) => {
    const { id, slug, source } = await shown('Mira Vos was there.');
    await saveSource(source, given);
    expect(await read(slug)).toMatchObject({
      ...{ body: null, text: '', retraction: { why: 'The letters were forged.' } },
    });
    expect(await textsChecked(id)).toBe(0);
    await textOf(publisher).request({ id });
    expect(await reasonsIn(textOf(second).confirm({ id }))).not.toEqual([]);
    expect(JSON.stringify(await read(slug))).not.toContain('Mira');
  });

  test('is sent of beforehand', async () => {
    const { source } = await shown('Mira Vos was there.');
    const {
      save,
      createdAt: _,
      updatedAt: __,
      id,
      ...content
    } = await author.call.editor.sources.get({ id: source.id });
    const { effects } = await author.call.editor.sources.effects({
      ...{ id, seen: save, content: { ...content, ...named('Mira Vos') } as typeof content },
    });
    expect(effects.map(({ kind }) => kind)).toEqual(['text_removed']);
  });
});
