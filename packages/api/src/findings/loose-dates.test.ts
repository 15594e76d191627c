import { updateFindingContent } from '@viewpoints/db/editorial/findings';
import { addSource, longAgo } from '@viewpoints/db/testing/builders';
import { findingContentOf } from '@viewpoints/domain/findings/finding';
import { looseDate } from '@viewpoints/domain/testing/loose-dates';
import { Edtf, edtfBounds } from '@viewpoints/domain/text/edtf';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDesk, type Person, problemIn, type TestDesk } from '../testing/test-desk.ts';
import { findingContent, writeArticle, writeWithFinding } from '../testing/written-article.ts';

let desk: TestDesk;
let editor: Person;
beforeAll(async () => {
  desk = await openTestDesk();
  editor = await desk.person('editor');
});
afterAll(() => desk.close());

test('an invalid date is refused in words, in any field', async () => {
  const article = await writeArticle(desk.db.editorial, editor);
  const propose = (given: Parameters<typeof findingContent>[1]) =>
    editor.call.editor.findings.propose({
      articleId: article.id,
      seen: article.save,
      content: { ...findingContent(article), ...given },
    });
  const messagesOf = async (call: Promise<unknown>) => {
    const { code, reasons } = await problemIn(call);
    return [code, ...reasons.flatMap(({ at, message }) => [at, message])];
  };
  const noYear = 'There is no year 0: use a year from 0001 to 9999.';
  const noDay = 'There is no 29 February 1900: check the day, or leave it out.';
  expect(await messagesOf(propose({ asOf: '0000~' }))).toEqual([
    'invalid_input',
    'content.asOf',
    noYear,
  ]);
  expect(await messagesOf(propose({ scope: { text: 'then', edtf: '1900-02-29' } }))).toEqual([
    ...['invalid_input', 'content.scope.edtf', noDay],
  ]);
  const { id, save, createdAt: _, updatedAt: __, ...content } = await addSource(desk.db.editorial);
  const saved = editor.call.editor.sources.save({
    id,
    seen: save,
    content: { ...content, issued: '../0000' },
  });
  expect((await messagesOf(saved)).slice(1)).toEqual([...['content.issued', noYear]]);
});

test('a date that earlier rules took holds up nothing that is protected', async () => {
  const { id } = await addSource(desk.db.editorial);
  await desk.db.editorial.source.update({ where: { id }, data: { issued: '2023-02-29' } });
  const {
    save,
    createdAt: _,
    updatedAt: __,
    id: ___,
    ...content
  } = await editor.call.editor.sources.get({ id });
  const narrowed = await editor.call.editor.sources.save({
    id,
    seen: save,
    content: { ...content, terms: { attribution: 'off_record', disclosure: 'red' } },
  });
  expect(narrowed).toMatchObject({ issued: '2023-02-29', terms: { disclosure: 'red' } });

  const { finding } = await writeWithFinding(desk.db.editorial, editor);
  await desk.db.editorial.finding.update({
    where: { id: finding.id },
    data: { asOf: '1900-02-29' },
  });
  const attribution = { ...finding.attribution, terms: 'off_record' as const };
  const kept = await editor.call.editor.findings.save({
    id: finding.id,
    seen: finding.updatedAt,
    content: { ...findingContentOf(finding), asOf: '1900-02-29', attribution },
  });
  expect(kept).toMatchObject({ asOf: '1900-02-29', attribution });
});

test('PostgreSQL takes what is made of every date that is taken', async () => {
  const { finding } = await writeWithFinding(desk.db.editorial, editor);
  const taken = fc
    .sample(looseDate, 3000)
    .filter((value) => Edtf.safeParse(value).success)
    .slice(0, 200);
  expect(taken.length).toBe(200);
  await desk.db.editorial.$transaction(
    async (tx) => {
      for (const edtf of taken) {
        const content = { ...findingContentOf(finding), asOf: edtf, scope: { text: 'then', edtf } };
        await updateFindingContent(tx, finding.id, { content, at: longAgo });
        const row = await tx.finding.findUniqueOrThrow({ where: { id: finding.id } });
        const bounds = {
          from: row.asOfFrom?.toISOString() ?? null,
          to: row.asOfTo?.toISOString() ?? null,
        };
        expect(bounds).toEqual(edtfBounds(edtf));
      }
    },
    { timeout: 25_000 },
  );
});
