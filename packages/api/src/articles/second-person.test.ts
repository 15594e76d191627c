import { paragraphs } from '@viewpoints/db/testing/builders';
import { articleContentOf } from '@viewpoints/domain/articles/article';
import { type FindingContent, findingContentOf } from '@viewpoints/domain/findings/finding';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestDesk, type Person, problemIn, type TestDesk } from '../testing/test-desk.ts';
import {
  findingContent,
  prose,
  writeArticle,
  writeWithFinding,
} from '../testing/written-article.ts';

/*
 * Ways around the second person: each of these once let an author approve or verify words of their
 * own while four eyes were on.
 */

let desk: TestDesk;
let contributor: Person;
let helen: Person;
let omar: Person;
beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => desk.close());
beforeEach(async () => {
  contributor = await desk.person('contributor');
  helen = await desk.person('editor');
  omar = await desk.person('editor', 'publisher');
});
const db = () => desk.db.editorial;
let minute = 0;
beforeEach(() => {
  minute += 1;
  desk.clock.now = new Date(Date.UTC(2021, 2, 4, 9, minute));
});

const saveArticle = async (person: Person, id: string, change: object) => {
  const { article } = await person.call.editor.articles.get({ id });
  return person.call.editor.articles.save({
    id,
    seen: article.save,
    content: { ...articleContentOf(article), ...change },
  });
};
const saveFinding = async (person: Person, id: string, change: Partial<FindingContent>) => {
  const finding = await person.call.editor.findings.get({ id });
  desk.clock.now = new Date(desk.clock.now.getTime() + 1000);
  return person.call.editor.findings.save({
    id,
    seen: finding.updatedAt,
    content: { ...findingContentOf(finding), ...change },
  });
};
/** Submits an article and has another person approve what was submitted. */
const approveAs = async (person: Person, id: string) => {
  const { article, revisions } = await omar.call.editor.articles.get({ id });
  if (article.state === 'draft') await omar.call.editor.articles.submit({ id });
  else await omar.call.editor.articles.keepRevision({ id });
  const [newest] = (await omar.call.editor.articles.get({ id })).revisions;
  return person.call.editor.articles.approve({
    id,
    revisionId: newest?.id ?? revisions[0]?.id ?? '',
  });
};
const stateOf = async (id: string) => (await omar.call.editor.articles.get({ id })).article.state;

/** Every public field of a finding said otherwise. */
const rewritten: Partial<FindingContent> = {
  proposition: 'Ostrava would sign if the sluices stay open',
  holders: [{ actorId: null, wording: 'the council of Ostrava', basis: 'articles_own' }],
  stance: 'accepts_if',
  polarity: 'negative',
  modality: 'would',
  register: 'private',
  conditions: [{ kind: 'if', text: 'the sluices stay open' }],
  scope: { text: 'until the spring', edtf: null },
  asOf: '2021-02',
};

describe('a finding', () => {
  test('rewritten by an editor is not verified by the same editor', async () => {
    const { finding } = await writeWithFinding(db(), contributor);
    await saveFinding(helen, finding.id, rewritten);
    const problem = await problemIn(helen.call.editor.findings.verify({ id: finding.id }));
    expect(problem.reasons.map(({ code }) => code)).toEqual(['own_words']);
  });

  test('is not rejected by the author of its words either', async () => {
    const { finding } = await writeWithFinding(db(), contributor);
    await saveFinding(helen, finding.id, rewritten);
    const rejected = helen.call.editor.findings.reject({ id: finding.id, why: 'Too thin.' });
    expect((await problemIn(rejected)).reasons.map(({ code }) => code)).toEqual(['own_words']);
  });

  test('anchored to other words by an editor is not verified by the same editor', async () => {
    const { article, finding } = await writeWithFinding(db(), contributor);
    const { quote } = findingContent(article, { exact: 'The talks go on.' }).evidence;
    if (quote === null) throw new Error('the sentence is gone');
    await helen.call.editor.findings.reanchor({ id: finding.id, quote });
    const problem = await problemIn(helen.call.editor.findings.verify({ id: finding.id }));
    expect(problem.reasons.map(({ code }) => code)).toEqual(['own_words']);
  });
});

describe('an article', () => {
  test('written by an editor and touched by its contributor is not approved by that editor', async () => {
    const { id } = await contributor.call.editor.articles.create({ headline: 'Tides' });
    await saveArticle(helen, id, { body: paragraphs(...prose), standfirst: 'Ostrava waits.' });
    await saveArticle(contributor, id, { section: 'Talks' });
    await approveAs(helen, id);
    expect(await stateOf(id)).toBe('in_review');
  });

  test('whose author had another save a comma is not approved by its author', async () => {
    const { id } = await writeArticle(db(), contributor);
    await saveArticle(helen, id, { body: paragraphs('Helen wrote all of this.') });
    await saveArticle(omar, id, { body: paragraphs('Helen, wrote all of this.') });
    await approveAs(helen, id);
    expect(await stateOf(id)).toBe('in_review');
  });

  test('with a word slipped in during review is not approved by who slipped it in', async () => {
    const { id } = await writeArticle(db(), helen);
    await helen.call.editor.articles.submit({ id });
    await saveArticle(omar, id, { body: paragraphs(...prose, 'Slipped in.') });
    await saveArticle(helen, id, { standfirst: 'Ostrava waits!' });
    await approveAs(omar, id);
    expect(await stateOf(id)).toBe('in_review');
  });

  test.each([
    [
      'proposed a finding',
      async (person: Person, id: string) => {
        const { article } = await person.call.editor.articles.get({ id });
        const content = findingContent(article, { exact: 'The talks go on.' });
        await person.call.editor.findings.propose({ articleId: id, seen: article.save, content });
      },
    ],
    [
      'edited a finding',
      async (person: Person, _id: string, findingId: string) => {
        await saveFinding(person, findingId, { proposition: 'Ostrava waits' });
      },
    ],
    [
      'anchored a finding to other words',
      async (person: Person, id: string, findingId: string) => {
        const { article } = await person.call.editor.articles.get({ id });
        const { quote } = findingContent(article, { exact: 'The council met.' }).evidence;
        if (quote === null) throw new Error('the sentence is gone');
        await person.call.editor.findings.reanchor({ id: findingId, quote });
      },
    ],
    [
      'linked a finding',
      async (person: Person, _id: string, findingId: string) => {
        const { finding: to } = await writeWithFinding(db(), contributor);
        await person.call.editor.findings.link({ from: findingId, kind: 'supports', to: to.id });
      },
    ],
    [
      'linked a finding and took the link away',
      async (person: Person, _id: string, findingId: string) => {
        const { finding: to } = await writeWithFinding(db(), contributor);
        const link = { from: findingId, kind: 'supports' as const, to: to.id };
        await person.call.editor.findings.link(link);
        await person.call.editor.findings.unlink(link);
      },
    ],
    [
      'changed a word and changed it back',
      async (person: Person, id: string) => {
        await saveArticle(person, id, { standfirst: 'Ostrava will sign.' });
        await saveArticle(person, id, { standfirst: 'Ostrava waits.' });
      },
    ],
  ])('in which an editor %s is not approved by that editor alone', async (_what, edit) => {
    const { article, finding } = await writeWithFinding(db(), contributor);
    await edit(helen, article.id, finding.id);
    await approveAs(helen, article.id);
    expect(await stateOf(article.id)).toBe('in_review');
  });

  test('whose finding was edited after the revision named is not approved unseen', async () => {
    const { article, finding } = await writeWithFinding(db(), contributor);
    const { id } = article;
    const { revisionId } = await contributor.call.editor.articles.submit({ id });
    await saveFinding(contributor, finding.id, { proposition: 'Ostrava will never sign' });
    const problem = await problemIn(helen.call.editor.articles.approve({ id, revisionId }));
    expect(problem.reasons.map(({ code }) => code)).toEqual(['revision_moved_on']);
  });
});
