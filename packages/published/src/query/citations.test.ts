import { inTransaction } from '@viewpoints/db/client';
import { writeArticleSave } from '@viewpoints/db/editorial/articles';
import { insertCorrections } from '@viewpoints/db/editorial/corrections';
import { deleteLink, insertLink } from '@viewpoints/db/editorial/findings';
import { newId } from '@viewpoints/db/editorial/new-id';
import { insertSupersession } from '@viewpoints/db/editorial/supersessions';
import { addAccount, addArticle, addFinding } from '@viewpoints/db/testing/builders';
import { createTestDatabase, type TestDatabase } from '@viewpoints/db/testing/test-database';
import { waitForWaiting } from '@viewpoints/db/testing/wait-for-waiting';
import { type Article, articleContentOf } from '@viewpoints/domain/articles/article';
import type { Link } from '@viewpoints/domain/findings/finding';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillRelations } from '../prepare/fill-relations.ts';
import { removeLink, writeLink, writeSupersession } from '../project/write-links.ts';
import { writeWithdrawal } from '../project/write-withdrawal.ts';
import { datedArticles, day, embargo, idsOf, linking } from '../testing/dated-articles.ts';
import { publish } from '../testing/publish.ts';
import { listPublishedCitingArticle, listPublishedCitingFinding } from './citations.ts';
import { listPublishedCitedChanges } from './cited-changes.ts';
import { listPublishedRelated } from './related.ts';

let db: TestDatabase;
let by: string;
const { published, withFinding, retractOn } = datedArticles(() => ({ db, by }));

beforeAll(async () => {
  db = await createTestDatabase();
  by = (await addAccount(db.editorial)).id;
});
afterAll(() => db.drop());

describe('what cites what', () => {
  it('given links in texts, by path, full address, former address and finding, then those that can be read', async () => {
    const { article: cited, finding } = await withFinding();
    const byPath = await published({ ...linking(`/articles/${cited.slug}`), at: day(2) });
    const host = 'https://meridian.example';
    const byAddress = await published({ ...linking(`${host}/articles/${cited.slug}`), at: day(3) });
    const byFinding = await published({ ...linking(`/findings/${finding.id}`), at: day(4) });
    await published(linking(`https://elsewhere.example/articles/${cited.slug}`));
    await published({ ...linking(`/articles/${cited.slug}`), visibleFrom: embargo() });
    await addArticle(db.editorial, { by, ...linking(`/articles/${cited.slug}`) });
    expect(idsOf(await listPublishedCitingArticle(db.reader, cited.id))).toEqual([
      ...[byFinding.id, byAddress.id, byPath.id],
    ]);
    expect(idsOf(await listPublishedCitingFinding(db.reader, finding.id))).toEqual([byFinding.id]);

    const { slug } = cited;
    await inTransaction(db.editorial, (tx) =>
      writeArticleSave(tx, {
        id: cited.id,
        content: { ...articleContentOf(cited), slug: `${slug}-now` },
        ...{ by, at: day(5), fields: ['slug'] },
      }),
    );
    await publish(db.editorial, cited.id, { at: day(5) });
    const byFormer = await published({ ...linking(`/articles/${slug}`), at: day(6) });
    expect(idsOf(await listPublishedCitingArticle(db.reader, cited.id))[0]).toBe(byFormer.id);
    await retractOn(byFormer.id);
    expect(idsOf(await listPublishedCitingArticle(db.reader, cited.id))).not.toContain(byFormer.id);
  });

  it('given a piece that comes out after what links to it, then it is cited from the start', async () => {
    const later = await addArticle(db.editorial, { by });
    const citing = await published(linking(`/articles/${later.slug}`));
    expect(await listPublishedCitingArticle(db.reader, later.id)).toEqual([]);
    await publish(db.editorial, later.id, { at: day(3) });
    expect(idsOf(await listPublishedCitingArticle(db.reader, later.id))).toEqual([citing.id]);
  });

  it('given links between findings, then the one that refers cites; of a contradiction the later', async () => {
    const old = await withFinding({ at: day(1) });
    const next = await withFinding({ at: day(2) });
    const link = async (from: string, to: string, kind: 'supports' | 'contradicts') =>
      inTransaction(db.editorial, async (tx) => {
        const [low = '', high = ''] = kind === 'contradicts' ? [from, to].sort() : [from, to];
        await tx.findingLink.create({ data: { fromId: low, kind, toId: high } });
        await writeLink(tx, { from: low, kind, to: high }, day(3));
      });
    await link(next.finding.id, old.finding.id, 'contradicts');
    expect(idsOf(await listPublishedCitingArticle(db.reader, old.article.id))).toEqual([
      next.article.id,
    ]);
    expect(await listPublishedCitingArticle(db.reader, next.article.id)).toEqual([]);
    await link(old.finding.id, next.finding.id, 'supports');
    expect(idsOf(await listPublishedCitingFinding(db.reader, next.finding.id))).toEqual([
      old.article.id,
    ]);
    // The next version says the same of it.
    await publish(db.editorial, old.article.id, { at: day(4) });
    await publish(db.editorial, next.article.id, { at: day(4) });
    expect(idsOf(await listPublishedCitingFinding(db.reader, next.finding.id))).toEqual([
      old.article.id,
    ]);
    expect(idsOf(await listPublishedCitingFinding(db.reader, old.finding.id))).toEqual([
      next.article.id,
    ]);
    await inTransaction(db.editorial, (tx) =>
      writeWithdrawal(tx, { findingId: next.finding.id }, day(5)),
    );
    expect(await listPublishedCitingArticle(db.reader, old.article.id)).toEqual([]);
  });

  const unlink = (link: Link, at = day(5)) =>
    inTransaction(db.editorial, async (tx) => {
      await deleteLink(tx, link);
      await removeLink(tx, link, at);
    });
  const link = (each: Link, at = day(3)) =>
    inTransaction(db.editorial, async (tx) => {
      await insertLink(tx, each);
      await writeLink(tx, each, at);
    });

  it('given two links between the same findings and one is taken away, then the other still cites', async () => {
    const old = await withFinding({ at: day(1) });
    const next = await withFinding({ at: day(2) });
    const ends = { from: next.finding.id, to: old.finding.id };
    await link({ ...ends, kind: 'qualifies' });
    await link({ ...ends, kind: 'supports' });
    await unlink({ ...ends, kind: 'qualifies' });
    expect(idsOf(await listPublishedCitingFinding(db.reader, old.finding.id))).toEqual([
      next.article.id,
    ]);
    await unlink({ ...ends, kind: 'supports' });
    expect(await listPublishedCitingFinding(db.reader, old.finding.id)).toEqual([]);
  });

  it('given a replacement and a link and the link is taken away, then the replacement still cites', async () => {
    const old = await withFinding({ at: day(1) });
    const next = await withFinding({ at: day(2) });
    const replaced = { oldId: old.finding.id, newId: next.finding.id, kind: 'correction' as const };
    const [low = '', high = ''] = [old.finding.id, next.finding.id].sort();
    await inTransaction(db.editorial, async (tx) => {
      await insertSupersession(tx, { ...replaced, at: day(3), by });
      await writeSupersession(tx, { ...replaced, at: day(3).toISOString() }, day(3));
    });
    await link({ from: low, kind: 'contradicts', to: high });
    await unlink({ from: low, kind: 'contradicts', to: high });
    expect(idsOf(await listPublishedCitingFinding(db.reader, old.finding.id))).toEqual([
      next.article.id,
    ]);
  });

  it('given a link each way and one is taken away, then the other cites as it would alone', async () => {
    const old = await withFinding({ at: day(1) });
    const next = await withFinding({ at: day(2) });
    await link({ from: next.finding.id, kind: 'supports', to: old.finding.id });
    await link({ from: old.finding.id, kind: 'supports', to: next.finding.id });
    await unlink({ from: next.finding.id, kind: 'supports', to: old.finding.id });
    expect(await listPublishedCitingFinding(db.reader, old.finding.id)).toEqual([]);
    expect(idsOf(await listPublishedCitingFinding(db.reader, next.finding.id))).toEqual([
      old.article.id,
    ]);
  });
});

describe('what became of what an article cites', () => {
  const correct = async (article: Article, at: Date, findingId: string | null = null) => {
    await inTransaction(db.editorial, (tx) =>
      insertCorrections(tx, [
        {
          ...{ id: newId(), articleId: article.id, was: 'May', now: 'June' },
          ...{ why: `On ${at.getDate()}.`, severity: 'correction', findingId },
          ...{ at: at.toISOString(), by },
        },
      ]),
    );
    await publish(db.editorial, article.id, { at });
  };

  it('given corrections, then the last of those made since its live version, until a next one', async () => {
    const cited = await published();
    await correct(cited, day(2));
    const citing = await published({ ...linking(`/articles/${cited.slug}`), at: day(3) });
    expect(await listPublishedCitedChanges(db.reader, citing.id)).toEqual([]);
    await correct(cited, day(4));
    await correct(cited, day(5));
    expect(await listPublishedCitedChanges(db.reader, citing.id)).toMatchObject([
      {
        ...{ kind: 'correction', severity: 'correction', why: 'On 5.', findingId: null },
        ...{ article: { id: cited.id, slug: cited.slug }, at: day(5).toISOString() },
      },
    ]);
    await publish(db.editorial, citing.id, { at: day(6) });
    expect(await listPublishedCitedChanges(db.reader, citing.id)).toEqual([]);
  });

  it('given a finding cited, then a correction of it or of the whole, not of another finding', async () => {
    const { article, finding } = await withFinding();
    const citing = await published({ ...linking(`/findings/${finding.id}`), at: day(2) });
    const another = await addFinding(db.editorial, article, { by, quote: 'The council met.' });
    await correct(article, day(3), another.id);
    expect(await listPublishedCitedChanges(db.reader, citing.id)).toEqual([]);
    await correct(article, day(4), finding.id);
    expect(await listPublishedCitedChanges(db.reader, citing.id)).toMatchObject([{ why: 'On 4.' }]);
  });

  it('given a retraction, then that alone, whenever it was, and nothing of what was said', async () => {
    const { article, finding } = await withFinding({ standfirst: 'Secret by now.' });
    await correct(article, day(3));
    const citing = await published({ ...linking(`/findings/${finding.id}`), at: day(2) });
    await retractOn(article.id, day(4));
    await publish(db.editorial, citing.id, { at: day(5) });
    const changes = await listPublishedCitedChanges(db.reader, citing.id);
    expect(changes).toMatchObject([{ kind: 'retraction', why: 'It was wrong.', findingId: null }]);
    expect(JSON.stringify(changes)).not.toContain('Secret');
  });

  it('given a withdrawn finding and a replaced one, then what is at their address now; not what replaced them', async () => {
    const [gone, old, next] = [await withFinding(), await withFinding(), await withFinding()];
    const ofGone = await published({ ...linking(`/findings/${gone.finding.id}`), at: day(2) });
    const ofOld = await published({ ...linking(`/findings/${old.finding.id}`), at: day(2) });
    await inTransaction(db.editorial, async (tx) => {
      await writeWithdrawal(tx, { findingId: gone.finding.id }, day(3));
      await writeSupersession(
        tx,
        {
          ...{ oldId: old.finding.id, newId: next.finding.id, kind: 'position_change' },
          at: day(3).toISOString(),
        },
        day(3),
      );
    });
    expect(await listPublishedCitedChanges(db.reader, ofGone.id)).toMatchObject([
      { kind: 'withdrawn_finding', findingId: gone.finding.id, replacement: null },
    ]);
    expect(await listPublishedCitedChanges(db.reader, ofOld.id)).toMatchObject([
      {
        ...{ kind: 'changed_position', findingId: old.finding.id },
        replacement: { id: next.finding.id, article: { slug: next.article.slug } },
      },
    ]);
    expect(await listPublishedCitedChanges(db.reader, next.article.id)).toEqual([]);
    expect(idsOf(await listPublishedCitingFinding(db.reader, old.finding.id))).toContain(
      next.article.id,
    );
  });
});

describe('articles published before relations were stored', () => {
  it('given an older installation, then what cites and what is related is worked out once', async () => {
    const headline = 'Thirteen quarrymen refused the incinerator';
    const cited = await withFinding({ headline, at: day(1) });
    const origin = 'https://meridian.example';
    const citing = await withFinding({
      headline: 'Quarrymen and the incinerator, once more',
      at: day(2),
      ...linking(`${origin}/articles/${cited.article.slug}`),
    });
    const link = { from: citing.finding.id, kind: 'supports' as const, to: cited.finding.id };
    await db.editorial.findingLink.create({
      data: { fromId: link.from, kind: link.kind, toId: link.to },
    });
    for (const table of ['published_citation', 'published_related', 'published_word'])
      await db.sql(`DELETE FROM ${table}`);
    expect(await listPublishedCitingArticle(db.reader, cited.article.id)).toEqual([]);

    expect(await fillRelations(db.url, [origin])).toBeGreaterThanOrEqual(2);
    expect(idsOf(await listPublishedCitingArticle(db.reader, cited.article.id))).toEqual([
      citing.article.id,
    ]);
    expect(idsOf(await listPublishedCitingFinding(db.reader, cited.finding.id))).toEqual([
      citing.article.id,
    ]);
    expect(idsOf(await listPublishedRelated(db.reader, cited.article.id))[0]).toBe(
      citing.article.id,
    );
    expect(await fillRelations(db.url, [origin])).toBe(0);
  });
});

describe('what another transaction is deleting at that moment', () => {
  /** Runs `work` while a row is deleted by a transaction that then commits. */
  const whileDeleting = async <Result>(
    from: 'published_article' | 'article',
    { id }: { id: string },
    work: () => Promise<Result>,
  ): Promise<Result> => {
    await db.sql('BEGIN');
    await db.sql(`DELETE FROM ${from} WHERE id = $1`, [id]);
    const done = work();
    await Promise.race([done.catch(() => null), waitForWaiting(db, 1)]);
    await db.sql('COMMIT');
    return done;
  };
  /** A verified finding of an article that was not published yet. */
  const unpublished = async () => {
    const article = await addArticle(db.editorial, { by });
    return { article, finding: await addFinding(db.editorial, article, { by }) };
  };
  const isOut = async ({ id }: { id: string }) =>
    (await db.editorial.publishedArticle.count({ where: { id } })) === 1;

  it.each(['supports', 'contradicts'] as const)(
    'given a finding that %s one of an article that is archived, then it is published',
    async (kind) => {
      const gone = await withFinding({ at: day(9) });
      const { article, finding } = await unpublished();
      const [from = '', to = ''] =
        kind === 'contradicts'
          ? [gone.finding.id, finding.id].sort()
          : [finding.id, gone.finding.id];
      await db.editorial.findingLink.create({ data: { fromId: from, kind, toId: to } });
      await whileDeleting('published_article', gone.article, () =>
        publish(db.editorial, article.id, { at: day(2) }),
      );
      expect([await isOut(article), await isOut(gone.article)]).toEqual([true, false]);
    },
  );

  it('given a finding that replaces one of an article that is archived, then it is published', async () => {
    const gone = await withFinding();
    const { article, finding } = await unpublished();
    const replaced = { oldId: gone.finding.id, newId: finding.id, kind: 'correction' as const };
    await inTransaction(db.editorial, (tx) =>
      insertSupersession(tx, { ...replaced, at: day(3), by }),
    );
    await whileDeleting('published_article', gone.article, () =>
      publish(db.editorial, article.id, { at: day(3) }),
    );
    expect([await isOut(article), await isOut(gone.article)]).toEqual([true, false]);
  });

  it('given a link or a replacement between published findings, then it waits for the article to come out again', async () => {
    for (const kind of ['supports', 'contradicts'] as const) {
      const [kept, gone] = [await withFinding({ at: day(1) }), await withFinding({ at: day(2) })];
      const [from = '', to = ''] = [kept.finding.id, gone.finding.id].sort();
      await whileDeleting('published_article', gone.article, () =>
        inTransaction(db.editorial, (tx) => writeLink(tx, { from, kind, to }, day(3))),
      );
      expect(await db.editorial.publishedLink.count({ where: { fromId: from } })).toBe(0);
    }
    const [kept, gone] = [await withFinding(), await withFinding()];
    const ends = { oldId: gone.finding.id, newId: kept.finding.id, kind: 'correction' as const };
    await whileDeleting('published_article', gone.article, () =>
      inTransaction(db.editorial, (tx) =>
        writeSupersession(tx, { ...ends, at: day(3).toISOString() }, day(3)),
      ),
    );
    expect(await db.editorial.publishedSupersession.count({ where: { newId: ends.newId } })).toBe(
      0,
    );
  });

  it('given a draft that is deleted for good, then an article whose text links to it is published', async () => {
    const draft = await addArticle(db.editorial, { by });
    const citing = await addArticle(db.editorial, { by, ...linking(`/articles/${draft.slug}`) });
    await whileDeleting('article', draft, () => publish(db.editorial, citing.id, { at: day(1) }));
    expect(await isOut(citing)).toBe(true);
    expect(await db.editorial.publishedCitation.count({ where: { citingId: citing.id } })).toBe(0);
  });
});
