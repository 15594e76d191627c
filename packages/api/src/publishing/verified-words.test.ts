import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDesk, type Person, type TestDesk } from '../testing/test-desk.ts';
import { publishNew } from '../testing/written-article.ts';

let desk: TestDesk;
let author: Person;
let publisher: Person;
beforeAll(async () => {
  desk = await openTestDesk();
  author = await desk.person('contributor');
  publisher = await desk.person('publisher');
});
afterAll(() => desk.close());

/** The database's refusal of a statement that bypasses every rule of the code. */
async function refusalOf(statement: string, values: unknown[]): Promise<string> {
  return desk.db.sql(statement, values).then(
    () => 'done',
    (error: { constraint?: string }) => error.constraint ?? String(error),
  );
}

describe('the words of a published finding', () => {
  test.each([
    ['proposition', '"Selk gives way."'],
    ['stance', '"warns"'],
    ['modality', '"must"'],
    ['saidIn', '"ps"'],
    ['occasion', '"A summit that nobody verified"'],
    ['shift', '{"kind": "reversal", "reason": "As nobody verified"}'],
    ['conditions', '[{"kind": "if", "text": "nobody looks"}]'],
    ['scope', '{"text": "for ever", "edtf": null, "from": null, "to": null}'],
  ])('cannot become others that nobody verified (%s)', async (field, value) => {
    const { finding } = await publishNew(desk.db.editorial, author, publisher);
    const change = `UPDATE published_finding SET view = jsonb_set(view, ARRAY[$2], $3::jsonb) WHERE id = $1`;
    expect(await refusalOf(change, [finding.id, field, value])).toBe('published_finding_verified');
  });

  test('cannot be put out for a finding that nobody verified', async () => {
    const { finding } = await publishNew(desk.db.editorial, author, publisher);
    const forget = `DELETE FROM verified_wording WHERE finding_id = $1`;
    const putOut = `
      WITH gone AS (DELETE FROM published_finding WHERE id = $1 RETURNING *)
      SELECT to_jsonb(gone) AS row FROM gone`;
    const [{ row } = { row: {} }] = await desk.db.sql<{ row: object }>(putOut, [finding.id]);
    const insert = `INSERT INTO published_finding SELECT * FROM jsonb_populate_record(NULL::published_finding, $1)`;
    expect(await refusalOf(insert, [JSON.stringify(row)])).toBe('done');
    await desk.db.sql(putOut, [finding.id]);
    await desk.db.sql(forget, [finding.id]);
    expect(await refusalOf(insert, [JSON.stringify(row)])).toBe('published_finding_verified');
  });

  test('can lose their quote, and go', async () => {
    const { finding } = await publishNew(desk.db.editorial, author, publisher);
    const noQuote = `UPDATE published_finding SET view = jsonb_set(view, '{quote}', 'null') WHERE id = $1`;
    expect(await refusalOf(noQuote, [finding.id])).toBe('done');
    const withdrawn = `UPDATE published_finding SET withdrawn_at = now() WHERE id = $1`;
    expect(await refusalOf(withdrawn, [finding.id])).toBe('done');
  });
});

test('a version shows no other words of a finding than the finding’s own page', async () => {
  const { article } = await publishNew(desk.db.editorial, author, publisher);
  const insert = (view: string) =>
    refusalOf(
      `INSERT INTO published_version (article_id, number, visible_from, at, view)
       SELECT article_id, 2, visible_from, at, ${view} FROM published_version WHERE article_id = $1 AND number = 1`,
      [article.id],
    );
  expect(await insert(`jsonb_set(view, '{findings,0,proposition}', '"Selk gives way."')`)).toBe(
    'published_version_verified',
  );
  expect(await insert('view')).toBe('done');
});
