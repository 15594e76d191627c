import { setTimeout as sleep } from 'node:timers/promises';
import { inTransaction, type Transaction } from '@viewpoints/db/client';
import { writeArticleSave } from '@viewpoints/db/editorial/articles';
import { insertCorrections } from '@viewpoints/db/editorial/corrections';
import { listArticleFindings, updateFindingState } from '@viewpoints/db/editorial/findings';
import { unnamedJournal } from '@viewpoints/db/editorial/journal';
import { newId } from '@viewpoints/db/editorial/new-id';
import {
  addAccount,
  addActor,
  addArticle,
  addFinding,
  addIssue,
  addPlace,
  addSeries,
  addTopic,
  paragraphs,
} from '@viewpoints/db/testing/builders';
import { createTestDatabase, type TestDatabase } from '@viewpoints/db/testing/test-database';
import type { Actor } from '@viewpoints/domain/actors/actor';
import {
  type Article,
  type ArticleContent,
  articleContentOf,
} from '@viewpoints/domain/articles/article';
import { ArticleSummary } from '@viewpoints/domain/articles/article-view';
import { Document } from '@viewpoints/domain/document/document';
import type { Finding } from '@viewpoints/domain/findings/finding';
import type { Issue } from '@viewpoints/domain/issues/issue';
import type { Topic } from '@viewpoints/domain/topics/topic';
import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import {
  blankNotices,
  blankVersionNotes,
  hideVersions,
  removeFormerSlugs,
} from '../project/hide-exposed.ts';
import { findPublishedView } from '../project/version-views.ts';
import { removeLink, writeLink, writeSupersession } from '../project/write-links.ts';
import { writePublication } from '../project/write-publication.ts';
import { writeWithdrawal } from '../project/write-withdrawal.ts';
import { publish } from '../testing/publish.ts';
import { retract as retractIn } from '../testing/retract.ts';
import { announceArticle, announceJournal, announcePage, withAnnouncement } from './announce.ts';
import { prepareAnnouncementKey } from './announcement-key.ts';
import { listenForChanges } from './listen.ts';
import { notifyChanged } from './notify.ts';
import { tag } from './tags.ts';

let db: TestDatabase;
let by: string;
let heard: string[] = [];
let ups = 0;
let downs = 0;
let stop: () => Promise<void>;
const now = new Date('2021-02-01T09:00:00.000Z');

beforeAll(async () => {
  db = await createTestDatabase();
  by = (await addAccount(db.editorial)).id;
  stop = await listenForChanges(db.readerUrl, {
    onChange: (tags) => heard.push(...tags),
    onUp: () => {
      ups += 1;
    },
    onDown: () => {
      downs += 1;
    },
  });
  await vi.waitFor(() => expect(ups).toBe(1), { timeout: 5_000 });
});
afterAll(async () => {
  await stop();
  await db.drop();
});
beforeEach(async () => {
  await quiet();
  heard = [];
});

/** Waits until everything announced so far has arrived. */
async function quiet(): Promise<string[]> {
  const mark = `article:mark-${Math.random()}` as const;
  await inTransaction(db.editorial, (tx) => notifyChanged(tx, [mark]));
  await vi.waitFor(() => expect(heard).toContain(mark), { timeout: 5_000 });
  return heard.filter((each) => !each.startsWith('article:mark')).sort();
}

type Piece = { article: Article; finding: Finding; actor: Actor; issue: Issue; topic: Topic };

/** An article with a finding of an actor on an issue under a topic, not yet published. */
async function piece(
  given: Partial<Pick<Piece, 'actor' | 'issue' | 'topic'>> & {
    content?: Partial<ArticleContent>;
  } = {},
): Promise<Piece> {
  const actor = given.actor ?? (await addActor(db.editorial));
  const issue = given.issue ?? (await addIssue(db.editorial));
  const topic = given.topic ?? (await addTopic(db.editorial));
  const article = await addArticle(db.editorial, { by, ...given.content, topicIds: [topic.id] });
  const finding = await addFinding(db.editorial, article, {
    by,
    holders: [{ actorId: actor.id, wording: null, basis: 'direct' }],
    issueIds: [issue.id],
  });
  return { article, finding, actor, issue, topic };
}

/** What goes with whatever changes in an article: it is one of the changed, and of its month's. */
const anyChange = ['list:changes', tag.month(now.toISOString().slice(0, 7))];

const everythingOf = ({ article, finding, actor, issue, topic }: Piece): string[] => [
  ...[tag.article(article.id), tag.finding(finding.id), tag.position(actor.slug, issue.slug)],
  ...[tag.topic(topic.slug), tag.actor(actor.slug), tag.issue(issue.slug)],
  ...[article.slug, topic.slug, actor.slug, issue.slug].map(tag.slug),
  ...['list:articles', 'list:findings', 'front', ...anyChange],
];

describe('what a change announces', () => {
  it('given a first article, when it is published, then all that it adds to, and new names in navigation', async () => {
    const first = await piece();
    await publish(db.editorial, first.article.id, { at: now });
    expect(await quiet()).toEqual(
      [...everythingOf(first), 'list:topics', 'list:actors', 'list:issues'].sort(),
    );
  });

  it('given a second under the same names, then navigation stays, and so does the first article', async () => {
    const first = await piece();
    await publish(db.editorial, first.article.id, { at: now });
    await quiet();
    heard = [];
    const second = await piece(first);
    await publish(db.editorial, second.article.id, { at: now });
    const tags = await quiet();
    expect(tags).toEqual(everythingOf(second).sort());
    expect(tags).not.toContain(tag.article(first.article.id));
    expect(tags).not.toContain(tag.finding(first.finding.id));
  });

  it('given a new standfirst, when the next version is published, then the article alone', async () => {
    const { article } = await piece();
    await publish(db.editorial, article.id, { at: now });
    await quiet();
    heard = [];
    await inTransaction(db.editorial, (tx) =>
      writeArticleSave(tx, {
        id: article.id,
        content: { ...articleContentOf(article), standfirst: 'Said better.' },
        ...{ by, at: now, fields: ['standfirst'] },
      }),
    );
    await publish(db.editorial, article.id, { at: now, note: 'Standfirst reworded.' });
    expect(await quiet()).toEqual([tag.article(article.id), ...anyChange].sort());
  });

  it('given a new headline, then the findings too, which show it', async () => {
    const { article, finding } = await piece();
    await publish(db.editorial, article.id, { at: now });
    await quiet();
    heard = [];
    const content = { ...articleContentOf(article), headline: 'Another headline' };
    await inTransaction(db.editorial, (tx) =>
      writeArticleSave(tx, { id: article.id, content, by, at: now, fields: ['headline'] }),
    );
    await publish(db.editorial, article.id, { at: now });
    expect(await quiet()).toEqual(
      [tag.article(article.id), tag.finding(finding.id), ...anyChange].sort(),
    );
  });

  it.each([
    ['of another stance', { stance: 'supports' }],
    ['said in another language', { saidIn: 'ps' }],
  ] as const)(
    'given a finding %s, then the list of findings too, which may be narrowed to it',
    async (_, data) => {
      const { article, finding } = await piece();
      await publish(db.editorial, article.id, { at: now });
      await quiet();
      heard = [];
      await db.editorial.finding.update({ where: { id: finding.id }, data });
      await updateFindingState(db.editorial, finding.id, {
        ...{ state: 'published', at: now, verifiedBy: by, verifiedAt: now.toISOString() },
      });
      await publish(db.editorial, article.id, { at: now });
      expect(await quiet()).toEqual(
        [tag.article(article.id), tag.finding(finding.id), 'list:findings', ...anyChange].sort(),
      );
    },
  );

  it('given another genre, then the lists too, which may be narrowed to one', async () => {
    const published = await piece();
    await publish(db.editorial, published.article.id, { at: now });
    const { id } = published.article;
    await quiet();
    heard = [];
    await db.editorial.article.update({ where: { id }, data: { genre: 'opinion' } });
    await publish(db.editorial, id, { at: now });
    const tags = await quiet();
    const { actor, issue, topic } = published;
    for (const expected of ['list:articles', tag.topic(topic.slug), tag.actor(actor.slug)])
      expect(tags).toContain(expected);
    expect(tags).toContain(tag.issue(issue.slug));
  });

  it('given the very same version again, then nothing', async () => {
    const { article } = await piece();
    await publish(db.editorial, article.id, { at: now });
    await quiet();
    heard = [];
    const { fourEyes: _, ...journal } = unnamedJournal;
    await inTransaction(db.editorial, async (tx) => {
      const view = await findPublishedView(tx, article.id);
      if (view === null) throw new Error('nothing is out');
      return writePublication(
        tx,
        {
          set: { article: view, entries: [], formerSlugs: [], journal },
          content: articleContentOf(article),
          findings: await listArticleFindings(tx, article.id),
          ...{ links: [], supersessions: [], origins: [] },
          visibleFrom: now.toISOString(),
        },
        now,
      );
    });
    expect(await quiet()).toEqual([]);
  });

  it('given an embargo, then nothing until it ends, and then everything', async () => {
    const embargoed = await piece();
    const visibleFrom = new Date(now.getTime() + 60_000);
    await publish(db.editorial, embargoed.article.id, { at: now, visibleFrom });
    const announceAt = (at: Date) =>
      inTransaction(db.editorial, (tx) => announceArticle(tx, embargoed.article.id, at));
    await announceAt(new Date(visibleFrom.getTime() - 1));
    expect(await quiet()).toEqual([]);
    await announceAt(visibleFrom);
    expect(await quiet()).toEqual(
      [...everythingOf(embargoed), 'list:topics', 'list:actors', 'list:issues'].sort(),
    );
  });

  it('given an article that readers have, then an embargo on its next version is refused', async () => {
    const { article } = await piece();
    await publish(db.editorial, article.id, { at: now });
    const visibleFrom = new Date(now.getTime() + 60_000);
    expect(await publish(db.editorial, article.id, { at: now, visibleFrom })).toMatchObject({
      ok: false,
      reasons: [{ code: 'embargo_after_publication', at: 'embargoUntil' }],
    });
  });

  it('given a retraction, then all that it takes away, and the list of corrections', async () => {
    const gone = await piece();
    await publish(db.editorial, gone.article.id, { at: now });
    await quiet();
    heard = [];
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
    const { article, finding, actor, issue } = await piece();
    await publish(db.editorial, article.id, { at: now });
    await quiet();
    heard = [];
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
    const a = await piece();
    const b = await piece(a);
    for (const { article } of [a, b]) await publish(db.editorial, article.id, { at: now });
    await quiet();
    heard = [];
    const link = { from: b.finding.id, kind: 'qualifies' as const, to: a.finding.id };
    await inTransaction(db.editorial, (tx) => writeLink(tx, link, now));
    const both = [tag.finding(a.finding.id), tag.finding(b.finding.id)].sort();
    // The article of the finding referred to is cited now.
    expect(await quiet()).toEqual([tag.article(a.article.id), ...both]);
    heard = [];
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

  it('given an embargoed correction of another article’s finding, then that article once readers see it, which counts anew', async () => {
    const a = await piece();
    const b = await piece(a);
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
    heard = [];
    await inTransaction(db.editorial, (tx) => announceArticle(tx, b.article.id, visibleFrom));
    expect(await quiet()).toContain(tag.article(a.article.id));
    expect(await counted()).toBe(0);
  });

  it('given an earlier version, its note or a notice is taken away, then the pages that have or lead to it', async () => {
    const { article, finding } = await piece();
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
      heard = [];
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
    const { article, actor } = await piece();
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
    heard = [];
    await inTransaction(db.editorial, (tx) => removeFormerSlugs(tx, ['as-it-was']));
    // Not under the address itself: announcements and logs of them must not repeat it.
    expect(await quiet()).toEqual([tag.actor(actorSlug), tag.article(article.id)].sort());
    expect(await db.sql('SELECT 1 FROM former_slug')).toEqual([]);
  });

  it('given a contradiction that comes and goes, then the article that is cited by it, whichever of the two is named first', async () => {
    const first = await piece();
    const second = await piece();
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
      heard = [];
      const link = { from: low.finding.id, kind: 'contradicts' as const, to: high.finding.id };
      await inTransaction(db.editorial, (tx) => writeLink(tx, link, now));
      expect(await quiet()).toContain(tag.article(cited.article.id));
      heard = [];
      await inTransaction(db.editorial, (tx) => removeLink(tx, link, now));
      expect(await quiet()).toContain(tag.article(cited.article.id));
    }
  });

  it('given an actor that is called otherwise, then its page, its positions and the navigation', async () => {
    const { article, actor, issue } = await piece();
    await publish(db.editorial, article.id, { at: now });
    await quiet();
    heard = [];
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

describe('what a change announces of the pieces joined to it', () => {
  const hear = async (work: () => Promise<unknown>) => {
    await quiet();
    heard = [];
    await work();
    return quiet();
  };
  const retract = ({ article }: Piece) =>
    inTransaction(db.editorial, (tx) =>
      retractIn(tx, { articleId: article.id, at: now.toISOString(), why: 'Wrong.' }, now),
    );
  const linking = (href: string) => ({
    body: Document.parse({
      type: 'doc',
      content: [
        ...paragraphs('The council met. Ostrava will not sign before the rains.').content,
        {
          type: 'paragraph',
          content: [{ type: 'text', text: 'As told', marks: [{ type: 'link', attrs: { href } }] }],
        },
      ],
    }),
  });

  it('given a first part, a second and its retraction, then the series, and its name in the list once', async () => {
    const { id: seriesId, slug } = await addSeries(db.editorial);
    const first = await piece({ content: { series: { seriesId, part: 1 } } });
    const tags = await hear(() => publish(db.editorial, first.article.id, { at: now }));
    for (const expected of [tag.series(slug), tag.slug(slug), 'list:series'])
      expect(tags).toContain(expected);
    const second = await piece({ content: { series: { seriesId, part: 2 } } });
    const added = await hear(() => publish(db.editorial, second.article.id, { at: now }));
    expect(added).toContain(tag.series(slug));
    expect(added).not.toContain('list:series');
    expect(await hear(() => retract(second))).toContain(tag.series(slug));
    const renamed = await hear(() =>
      inTransaction(db.editorial, (tx) =>
        announcePage(tx, { kind: 'series', id: seriesId, slugBefore: slug, slug: `${slug}-now` }),
      ),
    );
    expect(renamed).toEqual(
      [slug, `${slug}-now`]
        .flatMap((each): string[] => [tag.series(each), tag.slug(each)])
        .concat('list:series')
        .sort(),
    );
  });

  it('given a first finding about a place, a second and its withdrawal, then the place, and its name in the list once', async () => {
    const { id, slug } = await addPlace(db.editorial);
    const aboutIt = async () => {
      const { article } = await piece();
      const finding = await addFinding(db.editorial, article, { by, placeIds: [id] });
      return { article, finding };
    };
    const first = await aboutIt();
    const tags = await hear(() => publish(db.editorial, first.article.id, { at: now }));
    for (const expected of [tag.place(slug), tag.slug(slug), 'list:places'])
      expect(tags).toContain(expected);
    const second = await aboutIt();
    const added = await hear(() => publish(db.editorial, second.article.id, { at: now }));
    expect(added).toContain(tag.place(slug));
    expect(added).not.toContain('list:places');
    const withdrawn = await hear(() =>
      inTransaction(db.editorial, (tx) =>
        writeWithdrawal(tx, { findingId: second.finding.id }, now),
      ),
    );
    expect(withdrawn).toContain(tag.place(slug));
    const renamed = await hear(() =>
      inTransaction(db.editorial, (tx) =>
        announcePage(tx, { kind: 'place', id, slugBefore: slug, slug: `${slug}-now` }),
      ),
    );
    expect(renamed).toEqual(
      [slug, `${slug}-now`]
        .flatMap((each): string[] => [tag.place(each), tag.slug(each)])
        .concat('list:places')
        .sort(),
    );
    await db.sql(`INSERT INTO former_slug (kind, slug, ref_id) VALUES ('place', 'as-it-was', $1)`, [
      id,
    ]);
    expect(
      await hear(() => inTransaction(db.editorial, (tx) => removeFormerSlugs(tx, ['as-it-was']))),
    ).toEqual([tag.place(slug)]);
  });

  it('given a translation that comes, is called otherwise and goes, then the others of its group each time', async () => {
    const original = await piece();
    await publish(db.editorial, original.article.id, { at: now });
    const content = { language: 'fr', translationOf: original.article.id };
    const french = await piece({ content });
    const other = tag.article(original.article.id);
    expect(await hear(() => publish(db.editorial, french.article.id, { at: now }))).toContain(
      other,
    );
    const renamed = await hear(async () => {
      await inTransaction(db.editorial, (tx) =>
        writeArticleSave(tx, {
          id: french.article.id,
          content: { ...articleContentOf(french.article), headline: 'Autrement dit' },
          ...{ by, at: now, fields: ['headline'] },
        }),
      );
      await publish(db.editorial, french.article.id, { at: now });
    });
    expect(renamed).toContain(other);
    expect(await hear(() => retract(french))).toContain(other);
  });

  it('given one that stood for its piece and is retracted, then the lists under its names, where another stands now', async () => {
    const first = await piece();
    await publish(db.editorial, first.article.id, { at: now });
    const { actor, issue, topic } = first;
    const content = { language: 'fr', translationOf: first.article.id };
    const french = await piece({ actor, issue, topic, content });
    await publish(db.editorial, french.article.id, { at: now });
    const tags = await hear(() => retract(first));
    for (const expected of [tag.topic(topic.slug), 'list:articles', 'front'])
      expect(tags).toContain(expected);
  });

  it('given one that becomes a translation of another, then the lists in which both stood', async () => {
    const first = await piece();
    await publish(db.editorial, first.article.id, { at: now });
    const french = await piece({ content: { language: 'fr' } });
    await publish(db.editorial, french.article.id, { at: now });
    const tags = await hear(async () => {
      await inTransaction(db.editorial, (tx) =>
        writeArticleSave(tx, {
          id: french.article.id,
          content: { ...articleContentOf(french.article), translationOf: first.article.id },
          ...{ by, at: now, fields: ['translationOf'] },
        }),
      );
      await publish(db.editorial, french.article.id, { at: now });
    });
    for (const expected of [tag.topic(french.topic.slug), 'list:articles', 'front'])
      expect(tags).toContain(expected);
  });

  it('given a translation under embargo, then nothing of it until its time', async () => {
    const original = await piece();
    await publish(db.editorial, original.article.id, { at: now });
    const content = { language: 'fr', translationOf: original.article.id };
    const french = await piece({ content });
    const visibleFrom = new Date(now.getTime() + 60_000);
    const embargoed = { at: now, visibleFrom };
    expect(await hear(() => publish(db.editorial, french.article.id, embargoed))).toEqual([]);
    const shown = await hear(() =>
      inTransaction(db.editorial, (tx) => announceArticle(tx, french.article.id, visibleFrom)),
    );
    expect(shown).toContain(tag.article(original.article.id));
  });

  it('given a picked piece that comes later and goes again, then the piece it was picked for', async () => {
    const later = await piece();
    const picking = await piece({ content: { pickIds: [later.article.id] } });
    await publish(db.editorial, picking.article.id, { at: now });
    const it = tag.article(picking.article.id);
    expect(await hear(() => publish(db.editorial, later.article.id, { at: now }))).toContain(it);
    expect(await hear(() => retract(later))).toContain(it);
  });

  it('given a text that links to a piece and a finding, then both, and again as it goes', async () => {
    const cited = await piece();
    await publish(db.editorial, cited.article.id, { at: now });
    const byText = await piece({ content: linking(`/articles/${cited.article.slug}`) });
    const byFinding = await piece({ content: linking(`/findings/${cited.finding.id}`) });
    const it = tag.article(cited.article.id);
    const first = await hear(() => publish(db.editorial, byText.article.id, { at: now }));
    expect(first).toContain(it);
    expect(first).not.toContain(tag.finding(cited.finding.id));
    const second = await hear(() => publish(db.editorial, byFinding.article.id, { at: now }));
    expect(second).toContain(it);
    expect(second).toContain(tag.finding(cited.finding.id));
    expect(await hear(() => retract(byText))).toContain(it);
  });

  it('given something that becomes of a cited piece, then what cites it', async () => {
    const [withdrawn, replaced, retracted] = [await piece(), await piece(), await piece()];
    const citing = new Map<Piece, Piece>();
    for (const cited of [withdrawn, replaced, retracted]) {
      await publish(db.editorial, cited.article.id, { at: now });
      const by = await piece({ content: linking(`/findings/${cited.finding.id}`) });
      await publish(db.editorial, by.article.id, { at: now });
      citing.set(cited, by);
    }
    const citingOf = (cited: Piece) => tag.article(citing.get(cited)?.article.id ?? '');
    const newer = await piece();
    await publish(db.editorial, newer.article.id, { at: now });
    expect(
      await hear(() =>
        inTransaction(db.editorial, (tx) =>
          writeSupersession(
            tx,
            {
              oldId: replaced.finding.id,
              newId: newer.finding.id,
              kind: 'correction',
              at: now.toISOString(),
            },
            now,
          ),
        ),
      ),
    ).toContain(citingOf(replaced));
    expect(
      await hear(() =>
        inTransaction(db.editorial, (tx) =>
          writeWithdrawal(tx, { findingId: withdrawn.finding.id }, now),
        ),
      ),
    ).toContain(citingOf(withdrawn));
    expect(await hear(() => retract(retracted))).toContain(citingOf(retracted));
  });
});

describe('the listener', () => {
  it('given a lost connection, then it says so, comes back and hears again', async () => {
    const [before, lost] = [ups, downs];
    await db.sql(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                  WHERE application_name = 'viewpoints-listen' AND datname = current_database()`);
    await vi.waitFor(() => expect(downs).toBe(lost + 1), { timeout: 5_000 });
    await vi.waitFor(() => expect(ups).toBe(before + 1), { timeout: 5_000 });
    await inTransaction(db.editorial, announceJournal);
    expect(await quiet()).toEqual(['journal']);
  });

  it('given a database that is not there, then it keeps trying without a word, and can be ended', async () => {
    let calls = 0;
    const count = () => {
      calls += 1;
    };
    const end = await listenForChanges('postgres://nobody@127.0.0.1:1/none', {
      onChange: count,
      onUp: count,
      onDown: count,
    });
    await sleep(300);
    await end();
    expect(calls).toBe(0);
  });

  it('given a payload that is none of ours, then it is passed over', async () => {
    await db.sql(`NOTIFY viewpoints_changed, 'not json'`);
    await db.sql(`NOTIFY viewpoints_changed, '{"tags":"no list"}'`);
    expect(await quiet()).toEqual([]);
  });

  it('given an announcement that readers’ role made up, changed or repeated, then nothing is dropped', async () => {
    const reader = new Client({ connectionString: db.readerUrl });
    await reader.connect();
    onTestFinished(() => reader.end());
    const genuine: string[] = [];
    reader.on('notification', ({ payload }) => genuine.push(payload ?? ''));
    await reader.query('LISTEN viewpoints_changed');
    await inTransaction(db.editorial, (tx) => notifyChanged(tx, ['front']));
    await vi.waitFor(() => expect(genuine).toHaveLength(1));
    const [payload = ''] = genuine;
    const { signature, ...change } = JSON.parse(payload);
    await quiet();
    heard = [];
    const down = downs;
    for (const forged of [
      { ...change, id: 'another', tags: ['journal'] },
      { ...change, id: 'another', tags: ['journal'], signature: 'x' },
      { ...change, id: 'another', signature },
      { ...change, tags: ['journal'], signature },
      { ...change, signature },
    ])
      await reader.query('SELECT pg_notify($1, $2)', [
        'viewpoints_changed',
        JSON.stringify(forged),
      ]);
    expect(await quiet()).toEqual([]);
    expect(downs).toBe(down);
  });

  it('given another key than before, then it begins to listen again, and believes what that has signed', async () => {
    const [up, down] = [ups, downs];
    await db.sql('DELETE FROM announcement_key');
    await prepareAnnouncementKey(db.url);
    await inTransaction(db.editorial, (tx) => notifyChanged(tx, ['front']));
    await vi.waitFor(() => expect([ups, downs]).toEqual([up + 1, down + 1]), { timeout: 5_000 });
    await inTransaction(db.editorial, (tx) => notifyChanged(tx, ['journal']));
    expect(await quiet()).toEqual(['journal']);
  });
});
