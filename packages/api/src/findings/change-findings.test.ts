import { addIssue, addSource } from '@viewpoints/db/testing/builders';
import { digestTables } from '@viewpoints/db/testing/table-digests';
import { type Finding, findingContentOf } from '@viewpoints/domain/findings/finding';
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
const seenOf = (findings: readonly Finding[]) =>
  findings.map(({ id, updatedAt }) => ({ id, seen: updatedAt }));

/** An article of the contributor's with some findings of the editor's. */
async function writeSeveral(count: number) {
  const article = await writeArticle(db(), author);
  const findings: Finding[] = [];
  for (let number = 1; number <= count; number += 1)
    findings.push(
      await editor.call.editor.findings.propose({
        ...{ articleId: article.id, seen: article.save },
        content: findingContent(article, { proposition: `Position ${number}` }),
      }),
    );
  return { article, findings };
}
const read = async (id: string) => (await editor.call.editor.articles.get({ id })).findings;

test('source, terms, issues and holders of sixteen findings are set in one step', async () => {
  const { article, findings } = await writeSeveral(16);
  const source = await addSource(db(), { title: 'A paper' });
  const issue = await addIssue(db());
  const holders = [{ actorId: null, wording: 'the ports', basis: 'sources_own' as const }];
  const change = { sourceId: source.id, terms: null, issueIds: [issue.id], holders };
  await editor.call.editor.findings.changeMany({ findings: seenOf(findings), change });
  for (const finding of await read(article.id)) {
    expect(finding).toMatchObject({ holders, issueIds: [issue.id] });
    expect(finding.attribution).toMatchObject({ sourceId: source.id, terms: null });
    expect(finding.proposition).toMatch(/^Position \d+$/);
  }
});

test('it voids verification and approval, as saving one does', async () => {
  const { article, findings } = await writeSeveral(2);
  await approve(article.id, author, publisher);
  const before = await read(article.id);
  expect(before.map(({ state }) => state)).toEqual(['verified', 'verified']);
  await editor.call.editor.findings.changeMany({
    ...{ findings: seenOf(before), change: { terms: 'background' } },
  });
  const after = await editor.call.editor.articles.get({ id: article.id });
  expect(after.findings.map(({ state, verifiedBy }) => [state, verifiedBy])).toEqual([
    ['proposed', null],
    ['proposed', null],
  ]);
  expect(after.article.state).toBe('draft');
  expect(findings).toHaveLength(2);
});

test('a day for the desk alone voids neither', async () => {
  const { article } = await writeSeveral(2);
  await approve(article.id, author, publisher);
  const findings = seenOf(await read(article.id));
  const change = { reviewBy: '2031-05-14' };
  await editor.call.editor.findings.changeMany({ findings, change });
  const after = await editor.call.editor.articles.get({ id: article.id });
  expect(after.findings.map(({ state, reviewBy }) => [state, reviewBy])).toEqual([
    ['verified', '2031-05-14'],
    ['verified', '2031-05-14'],
  ]);
  expect(after.article.state).toBe('approved');
});

test('if one was saved by another meanwhile, none is changed and it is named', async () => {
  const { article, findings } = await writeSeveral(3);
  const [, second] = findings;
  if (second === undefined) throw new Error('there is no second finding');
  desk.clock.now = new Date(desk.clock.now.getTime() + 1000);
  await publisher.call.editor.findings.save({
    ...{ id: second.id, seen: second.updatedAt },
    content: { ...findingContentOf(second), proposition: 'Ostrava waits' },
  });
  const before = await digestTables(desk.db);
  const { code, reasons } = await problemIn(
    editor.call.editor.findings.changeMany({
      ...{ findings: seenOf(findings), change: { descriptor: 'a mayor' } },
    }),
  );
  expect(code).toBe('refused');
  expect(reasons.map(({ code, details }) => [code, details.findingId, details.code])).toEqual([
    ['finding_refused', second.id, 'stale'],
  ]);
  expect(reasons[0]?.message).toMatch(/^Finding 2: /);
  expect(await digestTables(desk.db)).toEqual(before);
  expect((await read(article.id))[0]?.attribution.descriptor).toBeNull();
});

test('a closed finding, and another’s, are refused by name', async () => {
  const { findings } = await writeSeveral(2);
  const [first, second] = findings;
  if (first === undefined || second === undefined) throw new Error('there are not two');
  await publisher.call.editor.findings.reject({ id: first.id, why: 'Nobody said so.' });
  const change = { terms: 'background' as const };
  const codesFor = async (person: Person) => {
    const call = person.call.editor.findings.changeMany({ findings: seenOf(findings), change });
    return (await problemIn(call)).reasons.map(({ details }) => [details.findingId, details.code]);
  };
  expect(await codesFor(editor)).toEqual([[first.id, 'finding_state']]);
  expect(await codesFor(await desk.person('contributor'))).toEqual([
    [first.id, 'not_your_own'],
    [second.id, 'not_your_own'],
  ]);
});

test('the public wording is shown before and after, and nothing is written', async () => {
  const { article, findings } = await writeSeveral(2);
  await approve(article.id, author, publisher);
  const now = await read(article.id);
  const source = await addSource(db(), {
    title: 'Zqsecret talk',
    terms: { attribution: 'chatham_house', disclosure: 'clear' },
  });
  const before = await digestTables(desk.db);
  const previews = await editor.call.editor.findings.previewMany({
    findings: seenOf(now),
    change: { sourceId: source.id, terms: null, descriptor: 'a participant' },
  });
  expect(await digestTables(desk.db)).toEqual(before);
  expect(previews.map(({ number, voids, reasons }) => [number, voids, reasons])).toEqual([
    [1, true, []],
    [2, true, []],
  ]);
  for (const { before, after } of previews) {
    expect(after?.source?.wording).toContain('a participant');
    expect(after?.source?.termsLabel).not.toBe(before?.source?.termsLabel);
    // As publishing words it: the title of what may not be named is in no word.
    expect(JSON.stringify(after)).not.toContain('Zqsecret');
  }
  expect(findings).toHaveLength(2);
});

test('a preview names what would be refused, and what would not', async () => {
  const { findings } = await writeSeveral(2);
  await publisher.call.editor.findings.reject({ id: findings[0]?.id ?? '', why: 'No.' });
  const [first, second] = await editor.call.editor.findings.previewMany({
    ...{ findings: seenOf(findings), change: { terms: 'background' } },
  });
  expect(first?.reasons.map(({ code }) => code)).toEqual(['finding_state']);
  expect(first?.after).toBeNull();
  expect(second?.after).not.toBeNull();
});

test('two who change the same findings at once do not undo each other', async () => {
  const { article, findings } = await writeSeveral(2);
  const change = (descriptor: string) =>
    editor.call.editor.findings
      .changeMany({ findings: seenOf(findings), change: { descriptor } })
      .then(
        () => descriptor,
        () => null,
      );
  desk.clock.now = new Date(desk.clock.now.getTime() + 1000);
  const done = (await Promise.all([change('a mayor'), change('a minister')])).filter(Boolean);
  expect(done).toHaveLength(1);
  for (const { attribution } of await read(article.id))
    expect(attribution.descriptor).toBe(done[0]);
});
