import { findPublicWords } from '@viewpoints/db/testing/find-public-words';
import { type FindingContent, findingContentOf } from '@viewpoints/domain/findings/finding';
import { blankDeskFields, type DeskFields } from '@viewpoints/domain/findings/finding-fields';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDesk, type Person, type TestDesk } from '../testing/test-desk.ts';
import { approve, publishNew, writeWithFinding } from '../testing/written-article.ts';

let desk: TestDesk;
let author: Person;
let publisher: Person;
beforeAll(async () => {
  desk = await openTestDesk();
  author = await desk.person('contributor', 'editor');
  publisher = await desk.person('editor', 'publisher');
});
afterAll(() => desk.close());

/** For each desk field a value that occurs nowhere else. */
const planted: { [Field in keyof DeskFields]: DeskFields[Field] } = {
  note: 'Ask the zanzibarmarsh.',
  reviewBy: '2097-11-23',
};

/** Writes a desk field of an article's only finding; returns the finding. */
async function write(articleId: string, change: Partial<FindingContent>) {
  const { findings } = await author.call.editor.articles.get({ id: articleId });
  const [finding] = findings;
  if (finding === undefined) throw new Error('the article has no finding');
  return author.call.editor.findings.save({
    ...{ id: finding.id, seen: finding.updatedAt },
    content: { ...findingContentOf(finding), ...change },
  });
}

describe.each(Object.entries(planted))('%s', (field, value) => {
  const change = { [field]: value };

  test('is stored, and voids neither what was verified nor what readers have', async () => {
    const { article } = await publishNew(desk.db.editorial, author, publisher);
    const saved = await write(article.id, change);
    expect(saved).toMatchObject({ ...change, state: 'published' });
    expect(saved.verifiedBy).toBe(publisher.account.id);
    const after = await author.call.editor.articles.get({ id: article.id });
    expect(after.article).toMatchObject({ state: 'published', save: article.save });
    expect(after.review.pending).toEqual([]);
    const records = await desk.db.sql(
      `select details from audit_record where action = 'finding.edit' and subject_id = $1`,
      [saved.id],
    );
    expect(records).toEqual([{ details: {} }]);
  });

  test('voids no approval while the article waits to be approved, nor after that', async () => {
    const { article } = await writeWithFinding(desk.db.editorial, author);
    const { id } = article;
    const { revisionId } = await author.call.editor.articles.submit({ id });
    const finding = await write(id, change);
    await publisher.call.editor.findings.verify({ id: finding.id });
    const approved = await publisher.call.editor.articles.approve({ id, revisionId });
    expect(approved.state).toBe('approved');
    await write(id, blankDeskFields());
    const after = await author.call.editor.articles.get({ id });
    expect(after.article.approvedRevisionId).toBe(approved.approvedRevisionId);
  });

  test('is in no snapshot, and in nothing that readers’ role reads', async () => {
    const { article } = await writeWithFinding(desk.db.editorial, author);
    const { id } = article;
    await write(id, change);
    const revisionId = await approve(id, author, publisher);
    await publisher.call.editor.articles.publish({ id, revisionId });
    const kept = await desk.db.sql(
      'select count(*)::int from revision where article_id = $1 and findings::text like $2',
      [id, `%${value}%`],
    );
    expect(kept).toEqual([{ count: 0 }]);
    expect(await findPublicWords(desk.db.readerUrl, String(value))).toEqual([]);
    const { findings, articles } = author.call;
    const [finding] = (await findings.list({ article: article.slug })).items;
    if (finding === undefined) throw new Error('readers have no finding');
    const shown = JSON.stringify([
      finding,
      await findings.byId({ id: finding.id }),
      await articles.bySlug({ slug: article.slug }),
    ]);
    expect(shown).toContain(finding.proposition);
    expect(shown).not.toContain(value);
    expect(finding).not.toHaveProperty(field);
  });
});

test('a word that is changed with them has to be verified again', async () => {
  const { article } = await publishNew(desk.db.editorial, author, publisher);
  const saved = await write(article.id, { ...planted, proposition: 'Ostrava waits' });
  expect(saved.verifiedBy).toBeNull();
});
