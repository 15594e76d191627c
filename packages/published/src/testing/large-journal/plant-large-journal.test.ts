import { readSql } from '@viewpoints/db/testing/read-sql';
import { createTestDatabase, type TestDatabase } from '@viewpoints/db/testing/test-database';
import { ArticleSummary } from '@viewpoints/domain/articles/article-view';
import { StoredArticleView } from '@viewpoints/domain/articles/stored-article-view';
import { StoredFindingView } from '@viewpoints/domain/findings/stored-finding-view';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listPublishedArticles } from '../../query/articles.ts';
import { getFront } from '../../query/front.ts';
import { type LargeJournal, plantLargeJournal } from './plant-large-journal.ts';

let db: TestDatabase;
let journal: LargeJournal;
beforeAll(async () => {
  db = await createTestDatabase();
  journal = await plantLargeJournal(db.url, { articles: 40, findings: 130 });
});
afterAll(() => db.drop());

describe('a large journal', () => {
  it('has as many articles and findings as requested, in views as publishing writes them', async () => {
    const articles = await readSql<{ summary: unknown; view: unknown; language: string }>(
      db.reader,
      `SELECT a.summary, v.view, a.language FROM published_article a
       JOIN published_version v ON v.article_id = a.id AND v.number = a.version`,
    );
    expect(articles).toHaveLength(40);
    for (const { summary, view } of articles) {
      ArticleSummary.parse(summary);
      const { text, findings } = StoredArticleView.parse(view);
      for (const { quote } of findings)
        expect(text.slice(quote?.start, quote?.end)).toBe(quote?.exact);
    }
    const findings = await readSql<{ view: unknown }>(
      db.reader,
      'SELECT view FROM published_finding',
    );
    expect(findings).toHaveLength(130);
    for (const { view } of findings) StoredFindingView.parse(view);
    expect(new Set(articles.map(({ language }) => language)).size).toBeGreaterThan(1);
  });

  it('is a journal that readers’ queries find things in', async () => {
    const [actor] = journal.cast.actors;
    const named = await listPublishedArticles(db.reader, {
      actorId: actor?.id,
      cursor: null,
      limit: 5,
    });
    expect(named.items.length).toBeGreaterThan(0);
    expect((await getFront(db.reader)).latestFindings).toHaveLength(6);
  });
});
