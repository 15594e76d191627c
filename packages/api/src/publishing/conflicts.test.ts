import { listStatements } from '@viewpoints/db/testing/list-statements';
import { provokeConflicts } from '@viewpoints/db/testing/provoke-conflicts';
import { waitForWaiting } from '@viewpoints/db/testing/wait-for-waiting';
import { type Article, articleContentOf } from '@viewpoints/domain/articles/article';
import { Document } from '@viewpoints/domain/document/document';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDesk, type Person, problemIn, type TestDesk } from '../testing/test-desk.ts';
import { approve, writeArticle, writeWithFinding } from '../testing/written-article.ts';

let desk: TestDesk;
let author: Person;
let publisher: Person;

beforeAll(async () => {
  desk = await openTestDesk();
  author = await desk.person('contributor');
  publisher = await desk.person('publisher');
});

afterAll(() => desk.close());

const articles = () => publisher.call.editor.articles;

async function approved(): Promise<{ id: string; publish: () => Promise<Article> }> {
  const { id } = (await writeWithFinding(desk.db.editorial, author)).article;
  const revisionId = await approve(id, author, publisher);
  return { id, publish: () => articles().publish({ id, revisionId }) };
}

async function correctable() {
  const { id, publish } = await approved();
  await publish();
  const { article } = await author.call.editor.articles.get({ id });
  const content = { ...articleContentOf(article), standfirst: 'Ostrava waits for rain.' };
  await author.call.editor.articles.save({ id, seen: article.save, content });
  await approve(id, author, publisher);
  const correction = { was: 'Two rivers.', now: 'Three.', why: 'Miscounted.', findingId: null };
  const corrections = [{ ...correction, severity: 'correction' as const }];
  return { id, command: () => articles().correct({ id, corrections }) };
}

async function retractable() {
  const { id, publish } = await approved();
  await publish();
  return { id, command: () => articles().retract({ id, why: 'It was invented.' }) };
}

const publishable = async () => {
  const { id, publish } = await approved();
  return { id, command: publish };
};

/** Everything that a publication, a correction or a retraction writes, row by row. */
async function everything(): Promise<Record<string, unknown[]>> {
  const tables = await desk.db.sql<{ name: string }>(`
    SELECT relname AS name FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
      AND (relname LIKE 'published\\_%' OR relname LIKE 'search\\_%'
           OR relname IN ('article', 'finding', 'revision', 'correction', 'retraction', 'audit_record'))
    ORDER BY 1`);
  const rows: Record<string, unknown[]> = {};
  for (const { name } of tables)
    rows[name] = await desk.db.sql(`SELECT to_jsonb(t) AS row FROM ${name} t ORDER BY 1`);
  return rows;
}

const recorded = async (id: string) =>
  (
    await desk.db.sql<{ action: string }>(
      "SELECT action FROM audit_record WHERE subject_id = $1 AND action IN ('article.publish', 'article.correct', 'article.retract') ORDER BY at",
      [id],
    )
  ).map(({ action }) => action.slice('article.'.length));

const begun = (statements: string[]) => statements.filter((text) => text === 'BEGIN').length;

describe('a deadlock with another transaction', () => {
  test.each([
    ['publish', publishable, ['publish']],
    ['correct', correctable, ['publish', 'correct']],
    ['retract', retractable, ['publish', 'retract']],
  ] as const)(
    'given it to %s twice, then it is tried again, and done and recorded once',
    async (_, prepare, record) => {
      const { id, command } = await prepare();
      desk.clock.now = new Date(desk.clock.now.getTime() + 1000);
      // The last thing that each of them writes.
      const restore = await provokeConflicts(desk.db, 'audit_record', 2);
      try {
        expect(begun(await listStatements(command))).toBe(3);
      } finally {
        await restore();
      }
      expect(await recorded(id)).toEqual(record);
    },
  );

  test.each([
    ['publish', publishable],
    ['correct', correctable],
    ['retract', retractable],
  ] as const)(
    'given it to %s each time, then it is told so after a few tries, and nothing is left of it',
    async (_, prepare) => {
      const { command } = await prepare();
      const before = await everything();
      const restore = await provokeConflicts(desk.db, 'audit_record', 1_000);
      try {
        expect(await problemIn(command())).toMatchObject({
          ...{ code: 'unavailable', status: 503, reasons: [{ code: 'conflict' }] },
        });
        expect(await everything()).toEqual(before);
      } finally {
        await restore();
      }
      await command();
    },
  );
});

test('given two articles that cite each other, when they are published at once, then neither waits for the other in a circle', async () => {
  const cite = async ({ id }: Article, cited: Article) => {
    const { article } = await author.call.editor.articles.get({ id });
    const link = { type: 'link', attrs: { href: `http://reader.example/articles/${cited.slug}` } };
    const body = Document.parse({
      ...article.body,
      content: [
        ...article.body.content,
        { type: 'paragraph', content: [{ type: 'text', text: 'As told', marks: [link] }] },
      ],
    });
    const content = { ...articleContentOf(article), body };
    await author.call.editor.articles.save({ id, seen: article.save, content });
    return { id, revisionId: await approve(id, author, publisher) };
  };
  const db = desk.db.editorial;
  const [one, other] = [await writeArticle(db, author), await writeArticle(db, author)];
  const both = [await cite(one, other), await cite(other, one)];

  await desk.db.sql('BEGIN');
  await desk.db.sql('LOCK TABLE published_article IN SHARE MODE');
  const statements = await listStatements(async () => {
    const published = Promise.all(both.map((each) => articles().publish(each)));
    // Each has taken its own article; now they come to what they cite.
    await waitForWaiting(desk.db, 2);
    await desk.db.sql('COMMIT');
    await published;
  });
  expect(begun(statements)).toBe(2);
  const citations = await desk.db.sql(
    'SELECT citing_id, cited_id FROM published_citation WHERE citing_id = ANY($1)',
    [both.map(({ id }) => id)],
  );
  expect(citations).toHaveLength(2);
});
