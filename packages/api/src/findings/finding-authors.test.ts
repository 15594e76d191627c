import { type FindingContent, findingContentOf } from '@viewpoints/domain/findings/finding';
import { findingFields } from '@viewpoints/domain/findings/finding-authors';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestDesk, type Person, problemIn, type TestDesk } from '../testing/test-desk.ts';
import { writeWithFinding } from '../testing/written-article.ts';

let desk: TestDesk;
let ines: Person;
let helen: Person;
let omar: Person;
beforeAll(async () => {
  desk = await openTestDesk();
  ines = await desk.person('contributor');
  helen = await desk.person('editor');
  omar = await desk.person('editor', 'publisher');
});
afterAll(() => desk.close());
beforeEach(() => {
  desk.clock.now = new Date(desk.clock.now.getTime() + 60_000);
});

const save = async (person: Person, id: string, change: Partial<FindingContent>) => {
  const finding = await person.call.editor.findings.get({ id });
  desk.clock.now = new Date(desk.clock.now.getTime() + 1000);
  return person.call.editor.findings.save({
    id,
    seen: finding.updatedAt,
    content: { ...findingContentOf(finding), ...change },
  });
};
const verify = (person: Person, id: string) => person.call.editor.findings.verify({ id });
/** The authors of a finding's values, with the number of their fields. */
const authorsOf = async (article: { id: string }, id: string) => {
  const { findingReviews } = await omar.call.editor.articles.get({ id: article.id });
  return Object.fromEntries(
    (findingReviews[id]?.authors ?? []).map((author) => [author.id, author.fields.length]),
  );
};
const me = (person: Person) => person.account.id;
const written = () => writeWithFinding(desk.db.editorial, ines);
/** How many fields a finding has. */
const all = findingFields.length;
const proposition = 'Ostrava will not sign before the rains';

describe('a field of a finding', () => {
  test('belongs to the first who gave it its present value', async () => {
    const { article, finding } = await written();
    await save(helen, finding.id, { proposition: 'Ostrava waits', asOf: '2021-02' });
    expect(await authorsOf(article, finding.id)).toEqual({ [me(ines)]: all - 2, [me(helen)]: 2 });
    const problem = await problemIn(verify(helen, finding.id));
    expect(problem.reasons[0]).toMatchObject({
      code: 'own_words',
      details: { fields: ['proposition', 'asOf'], people: [me(omar)] },
    });
    expect(problem.reasons[0]?.message).toContain(
      'You wrote the proposition and when it was held.',
    );
    expect((await verify(omar, finding.id)).state).toBe('verified');
  });

  test('changed and changed back is still its first author’s, who gains nobody to verify it', async () => {
    const { article, finding } = await writeWithFinding(desk.db.editorial, helen);
    const changed: Partial<FindingContent> = {
      ...{ proposition: 'Ostrava waits', stance: 'rejects', polarity: 'negative', asOf: '2021-02' },
      conditions: [{ kind: 'if', text: 'the sluices stay open' }],
    };
    await save(omar, finding.id, changed);
    await save(omar, finding.id, findingContentOf(finding));
    expect(await authorsOf(article, finding.id)).toEqual({ [me(helen)]: all });
    const problem = await problemIn(verify(helen, finding.id));
    expect(problem.reasons.map(({ code }) => code)).toEqual(['own_words']);
    expect((await verify(omar, finding.id)).state).toBe('verified');
  });

  test('with a value that another had written before is theirs again, whoever puts it there', async () => {
    const { article, finding } = await written();
    await save(helen, finding.id, { proposition: 'Ostrava waits' });
    await save(omar, finding.id, { proposition: 'Ostrava hesitates' });
    await save(omar, finding.id, { proposition: 'Ostrava waits' });
    expect(await authorsOf(article, finding.id)).toEqual({ [me(ines)]: all - 1, [me(helen)]: 1 });
    await save(helen, finding.id, { proposition });
    expect(await authorsOf(article, finding.id)).toEqual({ [me(ines)]: all });
  });
});

test('two people who both wrote in it find a way: one says it in their own words, the other verifies', async () => {
  const { finding } = await writeWithFinding(desk.db.editorial, helen);
  await save(omar, finding.id, { proposition: 'Ostrava waits' });
  for (const person of [helen, omar])
    expect((await problemIn(verify(person, finding.id))).reasons[0]?.code).toBe('own_words');
  await save(helen, finding.id, { proposition: 'Ostrava bides its time' });
  expect((await verify(omar, finding.id)).verifiedBy).toBe(me(omar));
});

test('a verification needs no second one if only the note was changed since', async () => {
  const { finding } = await written();
  await save(helen, finding.id, { note: 'Ask about the sluices.' });
  expect((await verify(helen, finding.id)).state).toBe('verified');
});
