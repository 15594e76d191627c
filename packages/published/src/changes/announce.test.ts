import { inTransaction, type Transaction } from '@viewpoints/db/client';
import { writeArticleSave } from '@viewpoints/db/editorial/articles';
import { insertCorrections } from '@viewpoints/db/editorial/corrections';
import { updateFindingState } from '@viewpoints/db/editorial/findings';
import { newId } from '@viewpoints/db/editorial/new-id';
import { addActor, paragraphs } from '@viewpoints/db/testing/builders';
import type { TestDatabase } from '@viewpoints/db/testing/test-database';
import { articleContentOf } from '@viewpoints/domain/articles/article';
import { ArticleSummary } from '@viewpoints/domain/articles/article-view';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  blankNotices,
  blankVersionNotes,
  hideVersions,
  removeFormerSlugs,
} from '../project/hide-exposed.ts';
import { removeLink, writeLink, writeSupersession } from '../project/write-links.ts';
import { writeWithdrawal } from '../project/write-withdrawal.ts';
import {
  anyChange,
  type ChangeListener,
  listenToChanges,
  now,
} from '../testing/change-listener.ts';
import { publish } from '../testing/publish.ts';
import { retract as retractIn } from '../testing/retract.ts';
import { announceArticle, announceJournal, announcePage, withAnnouncement } from './announce.ts';
import { notifyChanged } from './notify.ts';
import { tag } from './tags.ts';

let changes: ChangeListener;
let db: TestDatabase;
let by: string;
const addPublished = (given?: Parameters<ChangeListener['addArticleWithFinding']>[0]) =>
  changes.addArticleWithFinding(given);
const quiet = () => changes.quiet();

beforeAll(async () => {
  changes = await listenToChanges();
  ({ db, by } = changes);
});
afterAll(() => changes.close());
beforeEach(async () => {
  await changes.quiet();
  changes.heard = [];
});

describe('what a change announces', () => {
  it('given a retraction, then all that it takes away, and the list of corrections', async () => {
    const gone = await addPublished();
    await publish(db.editorial, gone.article.id, { at: now });
    await quiet();
    changes.heard = [];
    const notice = { articleId: gone.article.id, at: now.toISOString(), why: 'It was wrong.' };
    await inTransaction(db.editorial, (tx) => retractIn(tx, notice, now));
    const tags = await quiet();
    const { article, finding, actor, issue } = gone;
    for (const expected of [
      ...[tag.article(article.id), tag.finding(finding.id), tag.actor(actor.slug)],
      ...[tag.issue(issue.slug), tag.position(actor.slug, issue.slug), 'front'],
      ...['list:articles', 'list:findings', 'list:corrections', 'list:actors'],
    ])
      expect(tags).toContain(expected);
  });

  it('given a withdrawn finding, then its page, its lists and its article', async () => {
    const { article, finding, actor, issue } = await addPublished();
    await publish(db.editorial, article.id, { at: now });
    await quiet();
    changes.heard = [];
    await inTransaction(db.editorial, (tx) => writeWithdrawal(tx, { findingId: finding.id }, now));
    const tags = await quiet();
    for (const expected of [
      ...[tag.article(article.id), tag.finding(finding.id), tag.actor(actor.slug)],
      ...[tag.position(actor.slug, issue.slug), 'list:findings', 'front'],
    ])
      expect(tags).toContain(expected);
    expect(tags).not.toContain('list:articles');
  });

  it('given a link or a replacement between published findings, then both their pages', async () => {
    const a = await addPublished();
    const b = await addPublished(a);
    for (const { article } of [a, b]) await publish(db.editorial, article.id, { at: now });
    await quiet();
    changes.heard = [];
    const link = { from: b.finding.id, kind: 'qualifies' as const, to: a.finding.id };
    await inTransaction(db.editorial, (tx) => writeLink(tx, link, now));
    const both = [tag.finding(a.finding.id), tag.finding(b.finding.id)].sort();
    // The article of the finding referred to is cited now.
    expect(await quiet()).toEqual([tag.article(a.article.id), ...both]);
    changes.heard = [];
    const supersession = {
      ...{ oldId: a.finding.id, newId: b.finding.id, kind: 'position_change' as const },
      at: now.toISOString(),
    };
    await inTransaction(db.editorial, (tx) => writeSupersession(tx, supersession, now));
    const [, month] = anyChange;
    // Each article says in its margin, and counts, what became of its findings.
    const articles = [a, b].map(({ article }) => tag.article(article.id));
    expect(await quiet()).toEqual([...both, ...articles, 'front', month].sort());
  });

  it('given an embargoed correction of another article’s finding, then that article once readers see it, which counts again', async () => {
    const a = await addPublished();
    const b = await addPublished(a);
    await publish(db.editorial, a.article.id, { at: now });
    const supersession = { oldId: a.finding.id, newId: b.finding.id, kind: 'correction' as const };
    await db.editorial.supersession.create({ data: { ...supersession, at: now, byId: by } });
    const visibleFrom = new Date(now.getTime() + 60_000);
    await publish(db.editorial, b.article.id, { at: now, visibleFrom });
    const counted = async () => {
      const row = await db.editorial.publishedArticle.findUnique({ where: { id: a.article.id } });
      return ArticleSummary.parse(row?.summary).findingCount;
    };
    expect(await counted()).toBe(1);
    await quiet();
    changes.heard = [];
    await inTransaction(db.editorial, (tx) => announceArticle(tx, b.article.id, visibleFrom));
    expect(await quiet()).toContain(tag.article(a.article.id));
    expect(await counted()).toBe(0);
  });

  it('given an earlier version, its note or a notice is taken away, then the pages that have or lead to it', async () => {
    const { article, finding } = await addPublished();
    await publish(db.editorial, article.id, { at: now, note: 'As it was.' });
    const notice = newId();
    await inTransaction(db.editorial, async (tx) => {
      const content = { ...articleContentOf(article), body: paragraphs('Nobody will say.') };
      await writeArticleSave(tx, { id: article.id, content, by, at: now, fields: ['body'] });
      await updateFindingState(tx, finding.id, { state: 'superseded', at: now });
      const words = { was: 'Two wells.', now: 'Three wells.', why: 'Miscounted.' };
      await insertCorrections(tx, [
        {
          ...{ id: notice, articleId: article.id, ...words, severity: 'correction' },
          ...{ findingId: null, at: now.toISOString(), by },
        },
      ]);
    });
    await publish(db.editorial, article.id, { at: now });
    const first = { articleId: article.id, number: 1 };
    const taken = async (work: (tx: Transaction) => Promise<void>) => {
      await quiet();
      changes.heard = [];
      await inTransaction(db.editorial, (tx) =>
        withAnnouncement(tx, article.id, now, () => work(tx)),
      );
      return quiet();
    };
    const month = tag.month(now.toISOString().slice(0, 7));
    const ofArticle = [tag.article(article.id), 'list:changes', month].sort();
    const removed = 'Removed';
    expect(await taken((tx) => blankVersionNotes(tx, [first], removed))).toEqual(ofArticle);
    expect(await taken((tx) => blankNotices(tx, [notice], { removed, now }))).toEqual(
      [...ofArticle, 'list:corrections'].sort(),
    );
    // The page of the finding leads to the last version that has its words.
    expect(await taken((tx) => hideVersions(tx, [first]))).toEqual(
      [...ofArticle, tag.finding(finding.id)].sort(),
    );
  });

  it('given a former address is taken away, then the pages of what it led to, which lead on from it', async () => {
    const { article, actor } = await addPublished();
    await publish(db.editorial, article.id, { at: now });
    const [{ slug: actorSlug } = { slug: '' }] = await db.sql<{ slug: string }>(
      'SELECT slug FROM actor WHERE id = $1',
      [actor.id],
    );
    await db.sql(
      `INSERT INTO former_slug (kind, slug, ref_id)
       VALUES ('article', 'as-it-was', $1), ('actor', 'as-it-was', $2)`,
      [article.id, actor.id],
    );
    await quiet();
    changes.heard = [];
    await inTransaction(db.editorial, (tx) => removeFormerSlugs(tx, ['as-it-was']));
    // Not under the address itself: announcements and logs of them must not repeat it.
    expect(await quiet()).toEqual([tag.actor(actorSlug), tag.article(article.id)].sort());
    expect(await db.sql('SELECT 1 FROM former_slug')).toEqual([]);
  });

  it('given a contradiction that comes and goes, then the article that is cited by it, whichever of the two is named first', async () => {
    const first = await addPublished();
    const second = await addPublished();
    const [low = first, high = second] = [first, second].sort((a, b) =>
      a.finding.id < b.finding.id ? -1 : 1,
    );
    for (const [cited, citing] of [
      [low, high],
      [high, low],
    ] as const) {
      for (const { article } of [cited, citing]) {
        await db.editorial.publishedArticle.deleteMany({ where: { id: article.id } });
      }
      await publish(db.editorial, cited.article.id, { at: new Date(now.getTime() - 1000) });
      await publish(db.editorial, citing.article.id, { at: now });
      await quiet();
      changes.heard = [];
      const link = { from: low.finding.id, kind: 'contradicts' as const, to: high.finding.id };
      await inTransaction(db.editorial, (tx) => writeLink(tx, link, now));
      expect(await quiet()).toContain(tag.article(cited.article.id));
      changes.heard = [];
      await inTransaction(db.editorial, (tx) => removeLink(tx, link, now));
      expect(await quiet()).toContain(tag.article(cited.article.id));
    }
  });

  it('given an actor that is called otherwise, then its page, its positions and the navigation', async () => {
    const { article, actor, issue } = await addPublished();
    await publish(db.editorial, article.id, { at: now });
    await quiet();
    changes.heard = [];
    const slug = `${actor.slug}-now`;
    await db.editorial.actor.update({ where: { id: actor.id }, data: { slug } });
    await inTransaction(db.editorial, (tx) =>
      announcePage(tx, { kind: 'actor', id: actor.id, slugBefore: actor.slug, slug }),
    );
    expect(await quiet()).toEqual(
      [actor.slug, slug]
        .flatMap(
          (each) => [tag.actor(each), tag.slug(each), tag.position(each, issue.slug)] as string[],
        )
        .concat('list:actors')
        .sort(),
    );
  });

  it('given something that readers never saw, then nothing', async () => {
    const actor = await addActor(db.editorial);
    await inTransaction(db.editorial, (tx) =>
      announcePage(tx, { kind: 'actor', id: actor.id, slugBefore: actor.slug, slug: actor.slug }),
    );
    expect(await quiet()).toEqual([]);
  });

  it('given new settings, then the masthead', async () => {
    await inTransaction(db.editorial, announceJournal);
    expect(await quiet()).toEqual(['journal']);
  });

  it('given a transaction that fails, then nothing', async () => {
    const failing = inTransaction(db.editorial, async (tx) => {
      await announceJournal(tx);
      throw new Error('the cause did not happen');
    });
    await expect(failing).rejects.toThrow();
    expect(await quiet()).toEqual([]);
  });

  it('given more tags than one message holds, then all of them, in several', async () => {
    const tags = Array.from({ length: 600 }, (_, n) => tag.slug(`${'long-'.repeat(15)}${n}`));
    await inTransaction(db.editorial, (tx) => notifyChanged(tx, tags));
    expect(await quiet()).toEqual(tags.toSorted());
  });
});
