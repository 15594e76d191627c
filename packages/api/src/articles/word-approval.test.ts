import { paragraphs } from '@viewpoints/db/testing/builders';
import { articleContentOf } from '@viewpoints/domain/articles/article';
import { findingContentOf } from '@viewpoints/domain/findings/finding';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { importPage } from '../import/import-page.ts';
import {
  openTestDesk,
  type Person,
  problemIn,
  reasonsIn,
  type TestDesk,
} from '../testing/test-desk.ts';
import {
  findingContent,
  prose,
  publishNew,
  writeArticle,
  writeWithFinding,
} from '../testing/written-article.ts';

let desk: TestDesk;
let ines: Person;
let helen: Person;
let omar: Person;
let minute = 0;
beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => desk.close());
beforeEach(async () => {
  minute += 1;
  desk.clock.now = new Date(Date.UTC(2021, 2, 4, 9, minute));
  ines = await desk.person('contributor');
  helen = await desk.person('editor');
  omar = await desk.person('editor', 'publisher');
});
const db = () => desk.db.editorial;

const save = async (person: Person, id: string, change: object) => {
  const { article } = await person.call.editor.articles.get({ id });
  return person.call.editor.articles.save({
    id,
    seen: article.save,
    content: { ...articleContentOf(article), ...change },
  });
};
/** Approves the article as it is now, after saving a revision of it. */
const approve = async (person: Person, id: string) => {
  const { revisionId } = await person.call.editor.articles.keepRevision({ id });
  return person.call.editor.articles.approve({ id, revisionId });
};
const reviewOf = async (person: Person, id: string) => {
  const screen = await person.call.editor.articles.get({ id });
  return {
    state: screen.article.state,
    pending: screen.review.pending.map(({ authorId }) => authorId),
    approves: screen.review.approves,
    mayApprove: screen.permissions['article.approve'].ok,
  };
};
const me = (person: Person) => person.account.id;

describe('two people who both wrote', () => {
  test('bring an article out of review, each approving what the other wrote', async () => {
    const { id } = await writeArticle(db(), helen);
    await helen.call.editor.articles.submit({ id });
    await save(omar, id, { body: paragraphs(...prose, 'Slipped in.') });

    expect(await reviewOf(omar, id)).toEqual({
      ...{ state: 'in_review', pending: [me(omar), me(helen)], approves: [me(helen)] },
      mayApprove: true,
    });
    const partly = await approve(omar, id);
    expect(partly.state).toBe('in_review');
    expect(partly.waiting.map(({ author }) => author)).toEqual([
      { id: me(omar), name: omar.account.name },
    ]);
    expect(partly.waiting[0]?.approvers.map(({ id }) => id)).toContain(me(helen));
    expect(partly.waiting[0]?.approvers.map(({ id }) => id)).not.toContain(me(omar));

    expect(await reasonsIn(approve(omar, id))).toEqual(['own_words']);
    const whole = await approve(helen, id);
    expect(whole).toMatchObject({ state: 'approved', approvedBy: me(helen), waiting: [] });
  });

  test('learn who can act where they cannot', async () => {
    const { id } = await writeArticle(db(), helen);
    const { revisionId } = await helen.call.editor.articles.submit({ id });
    const problem = await problemIn(helen.call.editor.articles.approve({ id, revisionId }));
    expect(problem.code).toBe('not_permitted');
    expect(problem.reasons[0]?.code).toBe('own_words');
    expect(problem.reasons[0]?.details.people).toContain(me(omar));
    expect(problem.reasons[0]?.details.people).not.toContain(me(helen));
    expect(problem.reasons[0]?.message).toMatch(
      /^These are your own words\. .* can approve them\.$/,
    );
  });

  test('a contributor approves what an editor changed in their article, and never their own', async () => {
    const { id } = await writeArticle(db(), ines);
    await ines.call.editor.articles.submit({ id });
    await save(helen, id, { standfirst: 'Ostrava waits, and says so.' });
    const other = await desk.person('contributor');
    expect((await approve(ines, id)).waiting.map(({ author }) => author.id)).toEqual([me(ines)]);
    expect(await reasonsIn(approve(ines, id))).toEqual(['own_words']);
    expect((await reviewOf(helen, id)).pending).toEqual([me(ines)]);
    expect((await problemIn(other.call.editor.articles.get({ id }))).code).toBe('not_permitted');
    expect((await approve(helen, id)).state).toBe('approved');
  });

  test('what another contributor wrote is not approved by one whose article it is not', async () => {
    const { id } = await writeArticle(db(), helen);
    const { revisionId } = await helen.call.editor.articles.submit({ id });
    expect(await reasonsIn(ines.call.editor.articles.approve({ id, revisionId }))).toEqual([
      'not_your_own',
    ]);
  });
});

describe('editing after an approval', () => {
  test('leaves approvals of what others wrote: only the new words wait', async () => {
    const { id } = await writeArticle(db(), ines);
    await ines.call.editor.articles.submit({ id });
    await approve(helen, id);
    await save(omar, id, { standfirst: 'Ostrava waits still.' });
    expect(await reviewOf(omar, id)).toMatchObject({ state: 'draft', pending: [me(omar)] });
    await omar.call.editor.articles.submit({ id });
    expect(await reviewOf(omar, id)).toMatchObject({ mayApprove: false, approves: [] });
    expect((await approve(ines, id)).state).toBe('approved');
  });

  test('of the next version covers that alone', async () => {
    const { article } = await publishNew(db(), ines, omar);
    const { id } = article;
    await save(helen, id, { section: 'Talks' });
    expect((await reviewOf(omar, id)).pending).toEqual([me(helen)]);
    await helen.call.editor.articles.submit({ id });
    expect((await approve(omar, id)).state).toBe('approved');
  });

  test('back to what it said is a change again', async () => {
    const { id } = await writeArticle(db(), ines);
    await ines.call.editor.articles.submit({ id });
    await approve(helen, id);
    await save(ines, id, { standfirst: 'Ostrava will sign.' });
    await save(ines, id, { standfirst: 'Ostrava waits.' });
    expect((await reviewOf(omar, id)).pending).toEqual([me(ines)]);
  });

  test('sending back voids no approval of what others wrote', async () => {
    const { id } = await writeArticle(db(), helen);
    await helen.call.editor.articles.submit({ id });
    await save(omar, id, { section: 'Talks' });
    await approve(omar, id);
    await omar.call.editor.articles.requestChanges({ id, comment: 'Name the council.' });
    expect(await reviewOf(omar, id)).toMatchObject({ state: 'draft', pending: [me(omar)] });
  });

  test('where all was approved before, submitting it again is enough for anybody who approves', async () => {
    const { id } = await writeArticle(db(), helen);
    await helen.call.editor.articles.submit({ id });
    await approve(omar, id);
    await save(helen, id, { note: 'Ask Ines about the sluices.' });
    expect(await reviewOf(helen, id)).toMatchObject({ state: 'draft', pending: [] });
    await helen.call.editor.articles.submit({ id });
    expect((await approve(helen, id)).state).toBe('approved');
  });
});

describe('changes', () => {
  test('are not requested by the only one who wrote, and are by two who both did', async () => {
    const { id } = await writeArticle(db(), helen);
    await helen.call.editor.articles.submit({ id });
    const request = (person: Person) =>
      person.call.editor.articles.requestChanges({ id, comment: 'Name the council.' });
    expect(await reasonsIn(request(helen))).toEqual(['own_words']);
    await save(omar, id, { section: 'Talks' });
    expect((await request(omar)).state).toBe('draft');
  });
});

describe('one person, four eyes being off', () => {
  const settings = async (fourEyes: boolean) => {
    const admin = await desk.person('admin');
    const { save: seen, ...content } = await admin.call.editor.settings.get();
    await admin.call.editor.settings.save({ seen, content: { ...content, fourEyes } });
  };

  test('approves their own words, and rows and record say that nobody else saw them', async () => {
    const { id } = await writeArticle(db(), helen);
    await helen.call.editor.articles.submit({ id });
    await save(omar, id, { section: 'Talks' });
    await settings(false);
    try {
      expect((await approve(helen, id)).state).toBe('approved');
    } finally {
      await settings(true);
    }
    const approvals = await desk.db.sql(
      'select author_id, approver_id, four_eyes from approval where article_id = $1 order by four_eyes',
      [id],
    );
    expect(approvals).toEqual([
      { author_id: me(helen), approver_id: me(helen), four_eyes: false },
      { author_id: me(omar), approver_id: me(helen), four_eyes: true },
    ]);
  });
});

test('the record of an approval says whose words, up to which change, and if alone', async () => {
  const { id } = await writeArticle(db(), ines);
  await ines.call.editor.articles.submit({ id });
  await save(helen, id, { section: 'Talks' });
  const { approvedRevisionId } = await approve(omar, id);
  const records = await desk.db.sql<{ details: object }>(
    `select details from audit_record where subject_id = $1 and action = 'article.approve' order by (details ->> 'change')::int desc`,
    [id],
  );
  expect(records.map(({ details }) => details)).toEqual([
    { revisionId: approvedRevisionId, authorId: me(helen), change: 3 },
    { revisionId: approvedRevisionId, authorId: me(ines), change: 2 },
  ]);
});

test('an approval that was given is not changed or taken back', async () => {
  const { id } = await writeArticle(db(), ines);
  await ines.call.editor.articles.submit({ id });
  await approve(helen, id);
  const where = { articleId: id };
  await expect(db().approval.updateMany({ where, data: { change: 99 } })).rejects.toThrow();
  await expect(db().approval.deleteMany({ where })).rejects.toThrow();
});

describe('every path that adds words', () => {
  type Step = (person: Person, id: string, findingId: string) => Promise<unknown>;
  const quoted = async (person: Person, id: string, exact: string) => {
    const { article } = await person.call.editor.articles.get({ id });
    const content = findingContent(article, { exact });
    return { article, content, quote: content.evidence.quote ?? never() };
  };
  const steps: [string, string[], Step][] = [
    ['saves the article', ['section'], (person, id) => save(person, id, { section: 'Talks' })],
    [
      'proposes a finding',
      [],
      async (person, id) => {
        const { article, content } = await quoted(person, id, 'The talks go on.');
        await person.call.editor.findings.propose({ articleId: id, seen: article.save, content });
      },
    ],
    [
      'edits a finding',
      [],
      async (person, _id, findingId) => {
        const finding = await person.call.editor.findings.get({ id: findingId });
        const content = { ...findingContentOf(finding), proposition: 'Ostrava waits' };
        await person.call.editor.findings.save({ id: findingId, seen: finding.updatedAt, content });
      },
    ],
    [
      'anchors a finding elsewhere',
      [],
      async (person, id, findingId) => {
        const { quote } = await quoted(person, id, 'The council met.');
        await person.call.editor.findings.reanchor({ id: findingId, quote });
      },
    ],
    [
      'links a finding',
      ['links'],
      async (person, _id, from) => {
        const { finding } = await writeWithFinding(db(), ines);
        await person.call.editor.findings.link({ from, kind: 'supports', to: finding.id });
      },
    ],
    [
      'takes a link away',
      ['links'],
      async (person, _id, from) => {
        const { finding } = await writeWithFinding(db(), ines);
        const link = { from, kind: 'supports' as const, to: finding.id };
        await ines.call.editor.findings.link(link);
        await person.call.editor.findings.unlink(link);
      },
    ],
  ];

  test.each(steps)('%s is recorded as its author', async (_title, fields, step) => {
    const { article, finding } = await writeWithFinding(db(), ines);
    const counted = async () => {
      const [row] = await desk.db.sql<{ change_count: number }>(
        'select change_count from article where id = $1',
        [article.id],
      );
      return row?.change_count ?? 0;
    };
    const before = await counted();
    await step(helen, article.id, finding.id);
    expect(await counted()).toBeGreaterThan(before);
    const { review } = await omar.call.editor.articles.get({ id: article.id });
    expect(review.pending[0]).toMatchObject({ authorId: me(helen), fields });
    expect(review.pending.map(({ authorId }) => authorId)).toEqual([me(helen), me(ines)]);
  });

  test('begins or imports an article is recorded too', async () => {
    const begun = await ines.call.editor.articles.create({ headline: 'Tides' });
    expect((await reviewOf(omar, begun.id)).pending).toEqual([me(ines)]);
    const imported = await importPage(
      { ...ines.context, account: ines.account },
      {
        headline: 'Tides',
        document: paragraphs(...prose),
        language: null,
        note: '',
        findings: null,
      },
    );
    const { review } = await omar.call.editor.articles.get({ id: imported.article.id });
    expect(review.pending).toMatchObject([
      { authorId: me(ines), fields: ['body', 'headline'], blocks: [0, 1, 2] },
    ]);
  });

  test('only moves a quote, as the text does, is nobody’s author', async () => {
    const { article, finding } = await writeWithFinding(db(), ines);
    await save(helen, article.id, { body: paragraphs('First of all.', ...prose) });
    const { review, findingReviews } = await omar.call.editor.articles.get({ id: article.id });
    expect(review.pending[0]).toMatchObject({ authorId: me(helen), findingIds: [] });
    expect(findingReviews[finding.id]?.authors.map(({ id }) => id)).toEqual([me(ines)]);
  });

  test('writes a note for the desk alone is no author, and voids no verification', async () => {
    const { article, finding } = await writeWithFinding(db(), ines);
    await save(helen, article.id, { note: 'Ask about the sluices.' });
    const content = { ...findingContentOf(finding), note: 'Ask about the rains.' };
    await helen.call.editor.findings.save({ id: finding.id, seen: finding.updatedAt, content });
    expect((await reviewOf(omar, article.id)).pending).toEqual([me(ines)]);
    const verified = await helen.call.editor.findings.verify({ id: finding.id });
    expect(verified.state).toBe('verified');

    const noted = await ines.call.editor.findings.save({
      ...{ id: finding.id, seen: verified.updatedAt },
      content: { ...findingContentOf(verified), note: 'Asked about the rains.' },
    });
    expect(noted).toMatchObject({ state: 'verified', verifiedBy: me(helen) });
    const reworded = await ines.call.editor.findings.save({
      ...{ id: finding.id, seen: noted.updatedAt },
      content: { ...findingContentOf(noted), proposition: 'Ostrava waits.', note: '' },
    });
    expect(reworded).toMatchObject({ state: 'proposed', verifiedBy: null });
  });
});

describe('a link from what is out to what is not', () => {
  test('is approved with the article whose publication shows it', async () => {
    const { article: out, finding: from } = await publishNew(db(), ines, omar);
    const { article: next, finding: to } = await writeWithFinding(db(), ines);
    await ines.call.editor.articles.submit({ id: next.id });
    await helen.call.editor.findings.verify({ id: to.id });
    await approve(helen, next.id);
    await helen.call.editor.findings.link({ from: from.id, kind: 'supports', to: to.id });
    expect(await reviewOf(omar, next.id)).toMatchObject({ state: 'draft', pending: [me(helen)] });
    expect(await reviewOf(omar, out.id)).toMatchObject({ state: 'published', pending: [] });
  });

  test('is not for a contributor whose finding it leads to is not', async () => {
    const { finding: from } = await publishNew(db(), ines, omar);
    const { finding: to } = await writeWithFinding(db(), helen);
    const link = { from: from.id, kind: 'supports' as const, to: to.id };
    // Unpublished work of others is not shown to them, not even by a refusal.
    expect((await problemIn(ines.call.editor.findings.link(link))).code).toBe('not_found');
  });

  test('waits for the next version of an article that is out and left the finding behind', async () => {
    const { article } = await publishNew(db(), ines, omar);
    const { finding: from } = await publishNew(db(), ines, omar);
    await save(ines, article.id, { section: 'Talks' });
    const { article: current } = await ines.call.editor.articles.get({ id: article.id });
    const left = await ines.call.editor.findings.propose({
      articleId: article.id,
      seen: current.save,
      content: findingContent(current, { exact: 'The talks go on.' }),
    });
    await ines.call.editor.articles.submit({ id: article.id });
    const { approvedRevisionId } = await approve(omar, article.id);
    await omar.call.editor.articles.publish({
      id: article.id,
      revisionId: approvedRevisionId ?? '',
    });
    await helen.call.editor.findings.link({ from: from.id, kind: 'supports', to: left.id });
    expect(await reviewOf(omar, article.id)).toMatchObject({
      state: 'published',
      pending: [me(helen)],
    });
  });
});

describe('what the review shows of an author’s words', () => {
  test('is fields, findings and blocks since they were last approved, and what to compare them with', async () => {
    const { article, finding } = await writeWithFinding(db(), ines);
    const { id } = article;
    const { revisionId } = await ines.call.editor.articles.submit({ id });
    await save(helen, id, {
      standfirst: 'Ostrava waits, and says so.',
      body: paragraphs(prose[0] ?? '', prose[1] ?? '', 'The talks went on.', 'They ended.'),
    });
    const content = { ...findingContentOf(finding), proposition: 'Ostrava waits' };
    await helen.call.editor.findings.save({ id: finding.id, seen: finding.updatedAt, content });
    const { review } = await omar.call.editor.articles.get({ id });
    expect(review.pending[0]).toMatchObject({
      ...{ authorId: me(helen), fields: ['body', 'standfirst'], findingIds: [finding.id] },
      ...{ blocks: [2, 3], baseRevisionId: revisionId },
    });
    expect(review.pending[1]).toMatchObject({
      ...{ authorId: me(ines), blocks: [0, 1, 2], baseRevisionId: null },
    });

    await approve(omar, id);
    await save(ines, id, { body: paragraphs('The council has met.', ...prose.slice(1)) });
    const after = (await omar.call.editor.articles.get({ id })).review;
    expect(after.pending).toMatchObject([{ authorId: me(ines), fields: ['body'], blocks: [0, 2] }]);
    expect(after.pending[0]?.baseRevisionId).not.toBeNull();
  });

  test('keeps everybody who wrote in a block that was changed again', async () => {
    const { id } = await writeArticle(db(), ines);
    await save(helen, id, { body: paragraphs('The councils met.', ...prose.slice(1)) });
    const { review } = await omar.call.editor.articles.get({ id });
    expect(review.pending.map(({ authorId, blocks }) => [authorId, blocks])).toEqual([
      [me(helen), [0]],
      [me(ines), [0, 1, 2]],
    ]);
  });
});

const never = (): never => {
  throw new Error('there is nothing of the kind');
};
