import { existsSync, readFileSync } from 'node:fs';
import { addAccount, addActor, addSource, paragraphs } from '@viewpoints/db/testing/builders';
import { createTestDatabase, type TestDatabase } from '@viewpoints/db/testing/test-database';
import type { Role } from '@viewpoints/domain/accounts/account';
import { isQuoteIntact } from '@viewpoints/domain/findings/anchor';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decodePage } from './decode-page.ts';
import { FindingsFile } from './findings-file.ts';
import { ImportPage, importPage } from './import-page.ts';
import { pageDocument, recognisePage } from './recognise-page.ts';

const document = paragraphs(
  'The harbour master of Osk is open to a second crane if the first is mended.',
  'The council of Osk will not pay for either, and says so to everyone.',
);
const file = FindingsFile.parse({
  findings: [
    {
      proposition: 'The harbour master is open to a second crane if the first is mended.',
      quote: 'is open to a second\u00a0crane if the first is mended',
      holder: 'Harbour master of Osk (second hand)',
      stance: 'accepts_if',
      conditions: [{ kind: 'if', text: 'the first is mended' }],
      scope: null,
    },
    {
      proposition: 'The council refuses to pay.',
      quote: 'will not pay for either',
      holder: 'the council (3 of 4)',
      stance: 'refuses',
      scope: 'this year',
    },
    { proposition: 'Nobody said this.', quote: 'will pay', holder: 'Osk', stance: 'asserts' },
  ],
  links: [
    ['2', 'contradicts', '1'],
    ['1', 'contradicts', '2'],
    ['3', 'supports', '1'],
  ],
});

describe('bringing a page in', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await createTestDatabase();
  });
  afterAll(() => db.drop());

  const as = async (...roles: Role[]) => {
    const account = await addAccount(db.editorial, { roles });
    const now = () => new Date('2031-02-03T10:00:00.000Z');
    return { editorial: db.editorial, now, account };
  };
  const input = (more: object) =>
    ImportPage.parse({ headline: 'A second crane', document, ...more });

  test('gives all findings the source and terms that the head of the file names', async () => {
    const source = await addSource(db.editorial, { title: 'Minutes of the harbour' });
    const head = { source: source.slug, terms: 'background' as const, descriptor: 'a clerk' };
    const [finding] = file.findings;
    const given = { attribution: head, findings: [finding] };
    const { findings } = await importPage(
      await as('editor'),
      input({ findings: given, headline: 'Who read the minutes' }),
    );
    expect(findings.map(({ attribution }) => attribution)).toEqual([
      ...[{ sourceId: source.id, terms: 'background', descriptor: 'a clerk', participantId: null }],
    ]);
    const unknown = { ...given, attribution: { ...head, source: 'no-such-minutes' } };
    await expect(
      importPage(
        await as('editor'),
        input({ findings: unknown, headline: 'Who read the minutes' }),
      ),
    ).rejects.toMatchObject({ reasons: [{ code: 'source_unknown' }] });
    // A guess must not reveal which sources exist.
    const hidden = await addSource(db.editorial, {
      title: 'What the clerk said',
      terms: { attribution: 'off_record', disclosure: 'clear' },
    });
    for (const source of [hidden.slug, 'no-such-minutes']) {
      const guess = input({ findings: { ...given, attribution: { ...head, source } } });
      await expect(importPage(await as('contributor'), guess)).rejects.toMatchObject({
        reasons: [{ code: 'source_not_visible' }],
      });
    }
  });

  test('anchors what was copied from a page with what is not seen in it, or without', async () => {
    const html = `<!doctype html><html lang="en"><title>The treaty that held</title><article>
      <h1>The treaty that held</h1><p>Officials called the un\u00ADprece\u00ADdented treaty a turning
      point\uFEFF, and the co\u2011operation pact \u200Ethe same.</p></article></html>`;
    const page = recognisePage(html, 'html');
    const quotes = [
      'un\u00ADprece\u00ADdented treaty',
      'unprecedented treaty',
      'co-operation pact the',
    ];
    const { findings, notAnchored } = await importPage(
      await as('contributor'),
      input({
        headline: 'The treaty that held',
        document: pageDocument(page),
        findings: FindingsFile.parse({
          findings: quotes.map((quote) => ({
            ...{ proposition: quote, quote, holder: 'the article', stance: 'asserts' },
          })),
        }),
      }),
    );
    expect(notAnchored).toEqual([]);
    expect(findings.map(({ evidence }) => evidence.quote?.exact)).toEqual([
      ...['unprecedented treaty', 'unprecedented treaty', 'co\u2011operation pact the'],
    ]);
  });

  test('makes a draft with a revision of its own and a record of who did it', async () => {
    const ctx = await as('contributor');
    const { article, revisionId, findings } = await importPage(
      ctx,
      input({ note: 'From a file.' }),
    );
    expect(article).toMatchObject({
      state: 'draft',
      headline: 'A second crane',
      slug: 'a-second-crane',
      note: 'From a file.',
      publishAt: null,
      firstPublishedAt: null,
    });
    expect(findings).toEqual([]);
    const revisions = await db.sql(
      'select id, reason, number from revision where article_id = $1',
      [article.id],
    );
    expect(revisions).toEqual([{ id: revisionId, reason: 'imported', number: 1 }]);
    const records = await db.sql(
      "select by_id, details from audit_record where action = 'article.import' and subject_id = $1",
      [article.id],
    );
    expect(records).toEqual([{ by_id: ctx.account.id, details: { revisionId, findings: 0 } }]);
  });

  test('proposes the findings whose words are in it, links them, and names the others', async () => {
    const actor = await addActor(db.editorial, { name: 'Harbour master of Osk' });
    const ctx = await as('editor');
    const { findings, notAnchored, article } = await importPage(ctx, input({ findings: file }));
    expect(notAnchored).toEqual([{ number: 3, why: 'missing' }]);
    expect(findings).toMatchObject([
      {
        state: 'proposed',
        stance: 'accepts_if',
        holders: [{ actorId: actor.id, wording: 'Harbour master of Osk', basis: 'second_hand' }],
        evidence: { quote: { exact: 'is open to a second crane if the first is mended' } },
        attribution: { sourceId: null },
      },
      {
        polarity: 'negative',
        scope: { text: 'this year', edtf: null },
        consensus: { agreeing: 3, interviewed: 4 },
        holders: [{ actorId: null, wording: 'the council' }],
      },
    ]);
    const links = await db.sql(
      'select kind from finding_link l join finding f on f.id = l.from_id where f.article_id = $1',
      [article.id],
    );
    expect(links).toEqual([{ kind: 'contradicts' }]);
  });

  test('a page in another language keeps it, with its direction', async () => {
    const { article } = await importPage(await as('editor'), input({ language: 'fa' }));
    expect(article).toMatchObject({ language: 'fa', direction: 'rtl' });
  });

  test('is refused to those who do not write', async () => {
    await expect(importPage(await as('admin'), input({}))).rejects.toMatchObject({
      code: 'not_permitted',
    });
  });

  test('a file of another shape is refused with where it is wrong', () => {
    const result = FindingsFile.safeParse({ findings: [{ proposition: 'x', stance: 'shouts' }] });
    const paths = result.error?.issues.map(({ path }) => path.join('.'));
    expect(paths).toContain('findings.0.stance');
    expect(FindingsFile.safeParse({ findings: [] }).success).toBe(false);
  });

  const corpus = new URL('../../../../../shared/corpus/', import.meta.url);
  test.skipIf(!existsSync(corpus))(
    'brings in the real page with its sixteen findings',
    async () => {
      const decoded = decodePage(readFileSync(new URL('talking-to-the-taliban.txt', corpus)));
      if (!decoded.ok) throw new Error('the page could not be decoded');
      const findings = JSON.parse(readFileSync(new URL('findings.json', corpus), 'utf8'));
      const imported = await importPage(
        await as('editor'),
        ImportPage.parse({
          headline: 'A headline that the page lacks',
          document: pageDocument(recognisePage(decoded.text, decoded.format)),
          findings: FindingsFile.parse(findings),
        }),
      );
      expect(imported.notAnchored).toEqual([]);
      expect(imported.findings).toHaveLength(16);
      const [row] = await db.sql<{ text: string }>('select text from revision where id = $1', [
        imported.revisionId,
      ]);
      for (const { evidence } of imported.findings)
        expect(evidence.quote && isQuoteIntact(row?.text ?? '', evidence.quote)).toBe(true);
      const links = await db.sql(
        'select from finding_link l join finding f on f.id = l.from_id where f.article_id = $1',
        [imported.article.id],
      );
      expect(links).toHaveLength(4);
    },
  );
});
