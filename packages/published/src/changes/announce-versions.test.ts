import { inTransaction } from '@viewpoints/db/client';
import { writeArticleSave } from '@viewpoints/db/editorial/articles';
import { listArticleFindings, updateFindingState } from '@viewpoints/db/editorial/findings';
import { unnamedJournal } from '@viewpoints/db/editorial/journal';
import type { TestDatabase } from '@viewpoints/db/testing/test-database';
import { articleContentOf } from '@viewpoints/domain/articles/article';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findPublishedView } from '../project/version-views.ts';
import { writePublication } from '../project/write-publication.ts';
import {
  type ArticleWithFinding,
  anyChange,
  type ChangeListener,
  listenToChanges,
  now,
} from '../testing/change-listener.ts';
import { publish } from '../testing/publish.ts';
import { announceArticle } from './announce.ts';
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

const everythingOf = ({ article, finding, actor, issue, topic }: ArticleWithFinding): string[] => [
  ...[tag.article(article.id), tag.finding(finding.id), tag.position(actor.slug, issue.slug)],
  ...[tag.topic(topic.slug), tag.actor(actor.slug), tag.issue(issue.slug)],
  ...[article.slug, topic.slug, actor.slug, issue.slug].map(tag.slug),
  ...['list:articles', 'list:findings', 'front', ...anyChange],
];

describe('what a version announces', () => {
  it('given a first article, when it is published, then all that it adds to, and new names in navigation', async () => {
    const first = await addPublished();
    await publish(db.editorial, first.article.id, { at: now });
    expect(await quiet()).toEqual(
      [...everythingOf(first), 'list:topics', 'list:actors', 'list:issues'].sort(),
    );
  });

  it('given a second under the same names, then navigation stays, and so does the first article', async () => {
    const first = await addPublished();
    await publish(db.editorial, first.article.id, { at: now });
    await quiet();
    changes.heard = [];
    const second = await addPublished(first);
    await publish(db.editorial, second.article.id, { at: now });
    const tags = await quiet();
    expect(tags).toEqual(everythingOf(second).sort());
    expect(tags).not.toContain(tag.article(first.article.id));
    expect(tags).not.toContain(tag.finding(first.finding.id));
  });

  it('given a new standfirst, when the next version is published, then the article alone', async () => {
    const { article } = await addPublished();
    await publish(db.editorial, article.id, { at: now });
    await quiet();
    changes.heard = [];
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
    const { article, finding } = await addPublished();
    await publish(db.editorial, article.id, { at: now });
    await quiet();
    changes.heard = [];
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
      const { article, finding } = await addPublished();
      await publish(db.editorial, article.id, { at: now });
      await quiet();
      changes.heard = [];
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
    const published = await addPublished();
    await publish(db.editorial, published.article.id, { at: now });
    const { id } = published.article;
    await quiet();
    changes.heard = [];
    await db.editorial.article.update({ where: { id }, data: { genre: 'opinion' } });
    await publish(db.editorial, id, { at: now });
    const tags = await quiet();
    const { actor, issue, topic } = published;
    for (const expected of ['list:articles', tag.topic(topic.slug), tag.actor(actor.slug)])
      expect(tags).toContain(expected);
    expect(tags).toContain(tag.issue(issue.slug));
  });

  it('given the very same version again, then nothing', async () => {
    const { article } = await addPublished();
    await publish(db.editorial, article.id, { at: now });
    await quiet();
    changes.heard = [];
    const { fourEyes, alertDelay, digestHour, ...journal } = unnamedJournal;
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
    const embargoed = await addPublished();
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
    const { article } = await addPublished();
    await publish(db.editorial, article.id, { at: now });
    const visibleFrom = new Date(now.getTime() + 60_000);
    expect(await publish(db.editorial, article.id, { at: now, visibleFrom })).toMatchObject({
      ok: false,
      reasons: [{ code: 'embargo_after_publication', at: 'embargoUntil' }],
    });
  });
});
