import { addSource } from '@viewpoints/db/testing/builders';
import { type Article, articleContentOf } from '@viewpoints/domain/articles/article';
import type { Source } from '@viewpoints/domain/sources/source';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDesk, type Person, problemIn, type TestDesk } from '../testing/test-desk.ts';
import { approve, findingContent, publishNew, writeArticle } from '../testing/written-article.ts';

/*
 * A closed source, whose terms let nothing that was said be public, removes only what rests on it:
 * the article stays if its live version no longer does.
 */

let desk: TestDesk;
let author: Person;
let publisher: Person;
beforeAll(async () => {
  desk = await openTestDesk();
  author = await desk.person('contributor', 'editor');
  publisher = await desk.person('publisher', 'editor');
});
afterAll(() => desk.close());

const db = () => desk.db.editorial;
const readArticle = (slug: string) => desk.nobody.articles.bySlug({ slug });
const readVersion = (slug: string, number: number) =>
  desk.nobody.articles.version({ slug, number });

/** Publishes an article whose prose rests on a source. */
async function publishResting({ id: sourceId }: Source): Promise<Article> {
  const draft = await writeArticle(db(), author);
  const content = { ...articleContentOf(draft), sourceIds: [sourceId] };
  await author.call.editor.articles.save({ id: draft.id, seen: draft.save, content });
  const revisionId = await approve(draft.id, author, publisher);
  return publisher.call.editor.articles.publish({ id: draft.id, revisionId });
}

/** Publishes a next version of an article, which rests on no source in its prose. */
async function correct(id: string): Promise<void> {
  const { article } = await author.call.editor.articles.get({ id });
  const content = { ...articleContentOf(article), sourceIds: [], section: 'Talks' };
  await author.call.editor.articles.save({ id, seen: article.save, content });
  await approve(id, author, publisher);
  const notice = { was: 'Two.', now: 'Three.', why: 'Counted again.' };
  await publisher.call.editor.articles.correct({
    ...{ id, corrections: [{ ...notice, severity: 'correction' }] },
  });
}

/** Narrows the terms of a source so far that nothing said in it may be published. Returns its preview. */
async function close(id: string) {
  const source = await author.call.editor.sources.get({ id });
  const { id: _, save: seen, createdAt: __, updatedAt: ___, ...content } = source;
  const terms = { attribution: 'off_record', disclosure: 'clear' } as const;
  const input = { id, seen, content: { ...content, terms } };
  const { effects } = await author.call.editor.sources.effects(input);
  await author.call.editor.sources.save(input);
  return effects.map(({ kind, detail }) => `${kind} ${detail}`.trim());
}

const codeOf = async (call: Promise<unknown>) => (await problemIn(call)).code;

describe('closing a source', () => {
  test('takes off an article whose live version rests on it', async () => {
    const source = await addSource(db());
    const { slug } = await publishResting(source);
    expect(await close(source.id)).toEqual(['article_taken_off']);
    expect(await codeOf(readArticle(slug))).toBe('not_found');
  });

  test('takes away an earlier version that rests on it, and no later one', async () => {
    const source = await addSource(db());
    const { id, slug } = await publishResting(source);
    await correct(id);
    expect((await readVersion(slug, 1)).section).not.toBe('Talks');
    expect(await close(source.id)).toEqual(['version_removed 1']);
    expect(await codeOf(readVersion(slug, 1))).toBe('not_found');
    expect((await readArticle(slug)).section).toBe('Talks');
  });

  test('withdraws a finding that another replaced, and leaves that one', async () => {
    const source = await addSource(db());
    const { article, finding } = await publishNew(db(), author, publisher, {
      attribution: { sourceId: source.id, terms: null, descriptor: null, participantId: null },
    });
    const { id, slug } = article;
    const { save: seen } = (await author.call.editor.articles.get({ id })).article;
    const next = await author.call.editor.findings.propose({
      ...{ articleId: id, seen, content: findingContent(article) },
    });
    await publisher.call.editor.findings.verify({ id: next.id });
    await publisher.call.editor.findings.supersede({
      ...{ oldId: finding.id, newId: next.id, kind: 'correction' },
    });
    await correct(id);
    const shownState = async () =>
      (await desk.nobody.findings.byId({ id: finding.id })).finding.state;
    expect(await shownState()).toBe('corrected');
    expect(await close(source.id)).toEqual([`finding_withdrawn ${finding.proposition}`]);
    expect(await shownState()).toBe('withdrawn');
    expect((await readArticle(slug)).findings.map((each) => each.id)).toEqual([next.id]);
  });

  test('leaves an article that only says where something can be found in it', async () => {
    const source = await addSource(db());
    const { quote } = findingContent(await writeArticle(db(), author)).evidence;
    const locators = [{ sourceId: source.id, locator: 'Annex 4' }];
    const { article } = await publishNew(db(), author, publisher, {
      evidence: { quote, locators },
    });
    expect(await close(source.id)).toEqual([]);
    expect((await readArticle(article.slug)).id).toBe(article.id);
  });
});
