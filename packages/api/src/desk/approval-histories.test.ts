import type { Role } from '@viewpoints/domain/accounts/account';
import { articleContentOf } from '@viewpoints/domain/articles/article';
import { findingContentOf } from '@viewpoints/domain/findings/finding';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDesk, type Person, problemIn, type TestDesk } from '../testing/test-desk.ts';
import { findingContent, sentence, writeWithFinding } from '../testing/written-article.ts';

/*
 * The desk says whose step is next, the screen of the article which buttons can be pressed, and the
 * server what it does. Whatever people did before, the three agree, and nothing is approved while
 * an author's last change has no approval by another.
 */

let desk: TestDesk;
const people: Person[] = [];
/** The owner of the article comes first. */
const roles: Role[][] = [['contributor'], ['editor'], ['editor', 'publisher']];
beforeAll(async () => {
  desk = await openTestDesk();
  for (const each of roles) people.push(await desk.person(...each));
});
afterAll(() => desk.close());

const edits = ['save', 'edit_finding', 'reanchor'] as const;
const whats = [...edits, 'submit', 'send_back', 'approve', 'approve', 'verify'] as const;
type Act = { who: number; what: (typeof whats)[number] };
const acts = fc.array(
  fc.record<Act>({ who: fc.nat({ max: roles.length - 1 }), what: fc.constantFrom(...whats) }),
  { minLength: 12, maxLength: 18 },
);

/** A history that ends with an approval, so that not every random one has to. */
const both: Act[] = [
  ...[
    { who: 0, what: 'submit' as const },
    { who: 1, what: 'save' as const },
  ],
  ...[
    { who: 1, what: 'approve' as const },
    { who: 0, what: 'approve' as const },
  ],
];

type ArticleWithFinding = { id: string; findingId: string };
let count = 0;

/** Does it and answers whether it was done; a refusal for any other reason than rights or state fails. */
async function perform(
  person: Person,
  { article, finding }: Pick<Histories, 'article' | 'finding'>,
  what: Act['what'],
): Promise<boolean> {
  count += 1;
  desk.clock.now = new Date(desk.clock.now.getTime() + 1000);
  const { articles, findings } = person.call.editor;
  const [id, findingId] = [article.id, finding.id];
  const call = async (): Promise<unknown> => {
    const seen = finding.updatedAt;
    const other = finding.evidence.quote?.exact === sentence ? 'The talks go on.' : sentence;
    switch (what) {
      case 'save': {
        const content = { ...articleContentOf(article), section: `Section ${count}` };
        return articles.save({ id, seen: article.save, content });
      }
      case 'edit_finding': {
        const content = { ...findingContentOf(finding), proposition: `Ostrava waits ${count}` };
        return findings.save({ id: findingId, seen, content });
      }
      case 'reanchor': {
        const { quote } = findingContent(article, { exact: other }).evidence;
        return quote && findings.reanchor({ id: findingId, quote });
      }
      case 'submit':
        return articles.submit({ id });
      case 'send_back':
        return articles.requestChanges({ id, comment: 'Name the council.' });
      case 'verify':
        return findings.verify({ id: findingId });
      case 'approve': {
        const { revisionId } = await articles.keepRevision({ id });
        return articles.approve({ id, revisionId });
      }
    }
  };
  try {
    await call();
    return true;
  } catch (error) {
    const { code } = await problemIn(Promise.reject(error));
    expect(['not_permitted', 'refused']).toContain(code);
    return false;
  }
}

type Histories = Awaited<ReturnType<typeof historiesFor>>;

/** What the desk and the article screen show a person of it. */
async function historiesFor(person: Person, { id, findingId }: ArticleWithFinding) {
  const { awaitingMe, awaitingOthers } = await person.call.editor.desk();
  const screen = await person.call.editor.articles.get({ id });
  const { article } = screen;
  const finding = screen.findings.find((each) => each.id === findingId);
  if (finding === undefined) throw new Error('the finding is gone');
  const isProposed = finding.state === 'proposed';
  const mayApprove = screen.permissions['article.approve'].ok;
  const inReview = (articles: { id: string; awaits: string }[]) =>
    articles.some((each) => each.id === id && each.awaits === 'review');
  return {
    article,
    finding,
    isProposed,
    mayApprove,
    mayVerify: isProposed && (screen.findingReviews[findingId]?.verify.ok ?? false),
    waits: article.state === 'in_review' && !mayApprove,
    desk: {
      mayApprove: inReview(awaitingMe.articles),
      mayVerify: awaitingMe.findings.some((each) => each.firstId === findingId),
      waits: inReview(awaitingOthers.articles),
    },
  };
}

test('whatever three people do to an article, desk, button and server agree on it', async () => {
  let approvals = 0;
  await fc.assert(
    fc.asyncProperty(acts, async (order) => {
      const [owner] = people;
      if (owner === undefined) throw new Error('there is nobody');
      const { article, finding } = await writeWithFinding(desk.db.editorial, owner);
      const written = { id: article.id, findingId: finding.id };
      const wrote = new Set([owner]);
      /** Who edited and who approved, as it happened. */
      const happened: { person: Person; what: 'edit' | 'approve' }[] = [
        { person: owner, what: 'edit' },
      ];
      for (const { who, what } of order) {
        const person = people[who];
        if (person === undefined) continue;
        const { isProposed, desk: shown, ...fields } = await historiesFor(person, written);
        expect(shown.mayApprove).toBe(fields.mayApprove);
        expect(shown.mayVerify).toBe(fields.mayVerify);
        expect(shown.waits).toBe(fields.waits && wrote.has(person));

        const done = await perform(person, fields, what);
        if (what === 'approve') expect(done).toBe(fields.mayApprove);
        if (what === 'verify' && isProposed) expect(done).toBe(fields.mayVerify);
        const isEdit = edits.some((edit) => edit === what);
        if (done && isEdit) wrote.add(person);
        if (done && (isEdit || what === 'approve'))
          happened.push({ person, what: isEdit ? 'edit' : 'approve' });

        if (!done || what !== 'approve') continue;
        const after = await owner.call.editor.articles.get({ id: written.id });
        if (after.article.state !== 'approved') continue;
        approvals += 1;
        for (const author of wrote) {
          const last = happened.findLastIndex(
            (each) => each.person === author && each.what === 'edit',
          );
          const seconds = happened.slice(last + 1).filter((each) => each.what === 'approve');
          expect(seconds.some((each) => each.person !== author)).toBe(true);
        }
      }
    }),
    { numRuns: 5, examples: [[both]] },
  );
  expect(approvals).toBeGreaterThan(0);
}, 240_000);
