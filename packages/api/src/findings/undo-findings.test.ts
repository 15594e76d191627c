import { addIssue, addSource } from '@viewpoints/db/testing/builders';
import { type Finding, findingContentOf } from '@viewpoints/domain/findings/finding';
import {
  changedValuesOf,
  type FindingsChange,
  type FindingUndo,
} from '@viewpoints/domain/findings/findings-change';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDesk, type Person, problemIn, type TestDesk } from '../testing/test-desk.ts';
import { approve, findingContent, writeArticle } from '../testing/written-article.ts';

let desk: TestDesk;
let author: Person;
let editor: Person;
let publisher: Person;
beforeAll(async () => {
  desk = await openTestDesk();
  author = await desk.person('contributor');
  editor = await desk.person('editor');
  publisher = await desk.person('publisher');
});
afterAll(() => desk.close());

const db = () => desk.db.editorial;
const read = async (id: string) => (await editor.call.editor.articles.get({ id })).findings;

async function writeSeveral(count: number) {
  const article = await writeArticle(db(), author);
  for (let number = 1; number <= count; number += 1)
    await editor.call.editor.findings.propose({
      ...{ articleId: article.id, seen: article.save },
      content: findingContent(article, { proposition: `Position ${number}` }),
    });
  return article.id;
}

/** Changes the findings of an article; returns what Undo of it sends. */
async function change(articleId: string, to: FindingsChange) {
  const before = await read(articleId);
  desk.clock.now = new Date(desk.clock.now.getTime() + 1000);
  const after = await editor.call.editor.findings.changeMany({
    ...{ findings: before.map(({ id, updatedAt }) => ({ id, seen: updatedAt })), change: to },
  });
  return before.map((was, index): FindingUndo & { id: string } => ({
    id: was.id,
    from: changedValuesOf(after[index] ?? was, to),
    to: changedValuesOf(was, to),
  }));
}
const undo = (findings: (FindingUndo & { id: string })[], by = editor) =>
  by.call.editor.findings.undoMany({ findings });
const numbered = (findings: readonly Finding[], number: number) => {
  const found = findings.find((finding) => finding.number === number);
  if (found === undefined) throw new Error(`there is no finding ${number}`);
  return found;
};

test('each finding gets back what it said: source, terms, issues, holders and day', async () => {
  const id = await writeSeveral(3);
  const before = await read(id);
  const source = await addSource(db(), { title: 'A paper' });
  const issue = await addIssue(db());
  const undos = await change(id, {
    ...{ sourceId: source.id, terms: 'background', issueIds: [issue.id], reviewBy: '2031-05-14' },
    holders: [{ actorId: null, wording: 'the ports', basis: 'sources_own' }],
  });
  expect((await read(id)).map(findingContentOf)).not.toEqual(before.map(findingContentOf));
  const { undone, leftOut } = await undo(undos);
  expect([undone.length, leftOut]).toEqual([3, []]);
  expect((await read(id)).map(findingContentOf)).toEqual(before.map(findingContentOf));
});

test('one that somebody changed, verified or closed since is left as it is, and named', async () => {
  const id = await writeSeveral(4);
  const undos = await change(id, { descriptor: 'a mayor' });
  const now = await read(id);
  const first = numbered(now, 1);
  const attribution = { ...first.attribution, descriptor: 'a minister' };
  await publisher.call.editor.findings.save({
    ...{ id: first.id, seen: first.updatedAt },
    content: { ...findingContentOf(first), attribution },
  });
  await publisher.call.editor.findings.verify({ id: numbered(now, 2).id });
  await publisher.call.editor.findings.reject({ id: numbered(now, 3).id, why: 'Too thin.' });
  const { undone, leftOut } = await undo(undos);
  expect(leftOut.map(({ number, reasons }) => [number, reasons.map(({ code }) => code)])).toEqual([
    [1, ['changed_since']],
    [2, ['verified_since']],
    [3, ['finding_state']],
  ]);
  expect(undone).toEqual([numbered(now, 4).id]);
  const after = await read(id);
  expect(after.map(({ attribution }) => attribution.descriptor)).toEqual([
    ...['a minister', 'a mayor', 'a mayor', null],
  ]);
  expect(numbered(after, 2).state).toBe('verified');
});

test('what was written in other fields since stays', async () => {
  const id = await writeSeveral(1);
  const undos = await change(id, { terms: 'background' });
  const finding = numbered(await read(id), 1);
  await publisher.call.editor.findings.save({
    ...{ id: finding.id, seen: finding.updatedAt },
    content: { ...findingContentOf(finding), proposition: 'Ostrava signs' },
  });
  expect((await undo(undos)).leftOut).toEqual([]);
  const after = numbered(await read(id), 1);
  expect([after.proposition, after.attribution.terms]).toEqual(['Ostrava signs', 'on_record']);
});

test('a verification that the change ended does not come back, nor does an approval', async () => {
  const id = await writeSeveral(2);
  await approve(id, author, publisher);
  const undos = await change(id, { terms: 'background' });
  expect((await undo(undos)).undone).toHaveLength(2);
  const { article, findings } = await editor.call.editor.articles.get({ id });
  expect(findings.map(({ state, verifiedBy }) => [state, verifiedBy])).toEqual([
    ['proposed', null],
    ['proposed', null],
  ]);
  expect(article.state).toBe('draft');
  // The words are those of their first author again, so that a colleague of theirs verifies them.
  const problem = await problemIn(
    editor.call.editor.findings.verify({ id: numbered(findings, 1).id }),
  );
  expect(problem.reasons.map(({ code }) => code)).toEqual(['own_words']);
});

test('a value that is gone since leaves its finding out, and the others are restored', async () => {
  const id = await writeSeveral(2);
  const issue = await addIssue(db());
  const [first, second] = await read(id);
  if (first === undefined || second === undefined) throw new Error('there are not two');
  await editor.call.editor.findings.save({
    ...{ id: first.id, seen: first.updatedAt },
    content: { ...findingContentOf(first), issueIds: [issue.id] },
  });
  const undos = await change(id, { issueIds: [] });
  await publisher.call.editor.issues.remove({ id: issue.id });
  const same = {
    id: second.id,
    from: { terms: 'on_record' },
    to: { terms: 'background' },
  } as const;
  const { undone, leftOut } = await undo([...undos.filter((one) => one.id === first.id), same]);
  expect(leftOut.map(({ id }) => id)).toEqual([first.id]);
  expect(undone).toEqual([second.id]);
  expect(numbered(await read(id), 2).attribution.terms).toBe('background');
});

test('who may not edit a finding undoes nothing of it', async () => {
  const id = await writeSeveral(1);
  const undos = await change(id, { terms: 'background' });
  const { undone, leftOut } = await undo(undos, await desk.person('contributor'));
  expect(undone).toEqual([]);
  expect(leftOut[0]?.reasons.map(({ code }) => code)).toEqual(['not_your_own']);
});
