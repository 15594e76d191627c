import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDesk, type TestDesk } from '../../testing/test-desk.ts';
import { importReferences } from './import-references.ts';
import { readReferences } from './read-references.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => desk.close());

const terms = { attribution: 'background', disclosure: 'green' } as const;
const read = (text: string) => readReferences(Buffer.from(text));
const code = (given: string | Uint8Array) => {
  try {
    readReferences(typeof given === 'string' ? Buffer.from(given) : given);
  } catch (error) {
    return (error as { reasons: { code: string }[] }).reasons[0]?.code;
  }
  return null;
};

describe('a file of references', () => {
  test('of BibTeX and BibLaTeX is read with its names, accents and dates', () => {
    const [report, online] = read(`@string{press = "Quay Press"} % mine
@techreport{falk, title={Ports \\& {Dues} -- a f\\"ulle}, author={Falk, Otto and {The Desk}}, institution=press, year=2019, month=apr}
@online{web, title={Web}, date={2001-04/2002}, url={https://a.example/}, annotation={mine}}`);
    expect(report).toMatchObject({
      ...{ type: 'report', title: 'Ports & Dues – a fülle', publisher: 'Quay Press' },
      ...{ 'citation-key': 'falk', issued: { 'date-parts': [[2019, 4]] } },
    });
    expect(online).toMatchObject({
      ...{ type: 'webpage', URL: 'https://a.example/', annote: 'mine' },
      issued: { 'date-parts': [[2001, 4], [2002]] },
    });
  });

  test('of CSL-JSON is one reference or many', () => {
    expect(read('\ufeff[{"title": "a"}, {"title": "b"}]')).toHaveLength(2);
    expect(read('{"title": "a"}')).toEqual([{ title: 'a' }]);
  });

  const doubling = Array.from({ length: 20 }, (_, at) => `@string{a${at + 1} = a${at} # a${at}}`);
  test.each([
    ['is half of JSON', '[{"title": ', 'references_not_json'],
    ['is half of BibTeX', '@misc{a, title={x', 'references_not_bibtex'],
    [
      'refers to itself',
      '@inproceedings{a, crossref={b}}\n@proceedings{b, crossref={a}}',
      'references_not_bibtex',
    ],
    ['is very deep', `@misc{a, title={${'{'.repeat(30_000)}`, 'references_not_bibtex'],
    [
      'doubles a name again and again',
      ['@string{a0 = "x"}', ...doubling, '@misc{k, title = a20}'].join('\n'),
      'references_not_bibtex',
    ],
    ['has none', 'https://elsewhere.example/references.bib', 'references_missing'],
    [
      'is in another encoding',
      Buffer.from('@misc{a, title={für}}', 'latin1'),
      'references_not_utf8',
    ],
    ['has too many', `[${'{},'.repeat(20_000)}{}]`, 'references_too_large'],
  ])('that %s is refused', (_, given, reason) => {
    expect(code(given)).toBe(reason);
  });
});

describe('references become sources', () => {
  const references = [
    { type: 'report', title: 'Ports_100%', issued: { 'date-parts': [[2019]] } },
    { type: 'report', title: 'Dues', URL: 'https://a.example/dues', note: 'Ask Bo.' },
    { type: 'interview', title: 'A talk' },
  ];

  test('each once, on the terms that were said, and written down', async () => {
    const editor = await desk.person('editor');
    const outcomes = await importReferences(editor.context, references, terms);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['entered', 'entered', 'left_out']);
    const rows = await desk.db.sql(
      `select slug, title, terms, disclosure, issued, url, note from source order by title`,
    );
    expect(rows).toEqual([
      {
        ...{ slug: 'dues', title: 'Dues', terms: 'background', disclosure: 'green' },
        ...{ issued: null, url: 'https://a.example/dues', note: 'Ask Bo.' },
      },
      expect.objectContaining({ title: 'Ports_100%', issued: '2019' }),
    ]);
    expect(
      await desk.db.sql(`select 1 from audit_record where action = 'source.create'`),
    ).toHaveLength(2);
    const again = await importReferences(
      editor.context,
      [
        ...references,
        // The signs of a pattern are signs of a title here.
        { type: 'report', title: 'PortsX100X', issued: { 'date-parts': [[2019]] } },
        { type: 'report', title: 'Ports_100_', issued: { 'date-parts': [[2019]] } },
        { type: 'webpage', title: 'Dues, again', URL: 'https://a.example/dues' },
        { type: 'report', title: 'DUES' },
      ],
      terms,
    );
    expect(again.map(({ outcome }) => outcome)).toEqual([
      ...['known', 'known', 'left_out', 'entered', 'entered', 'known', 'known'],
    ]);
  });

  test('once, where two people bring in the same file at once', async () => {
    const people = await Promise.all([desk.person('editor'), desk.person('publisher')]);
    const many = Array.from({ length: 30 }, (_, at) => ({ type: 'report', title: `Both ${at}` }));
    const both = await Promise.all(
      people.map(({ context }) => importReferences(context, many, terms)),
    );
    const entered = both.flat().filter(({ outcome }) => outcome === 'entered');
    expect(entered).toHaveLength(30);
  });

  test('with addresses of their own, whatever the title', async () => {
    const editor = await desk.person('editor');
    const titles = ['Twice', 'Twice', '港'].map((title, at) => ({
      ...{ type: 'report', title, issued: { 'date-parts': [[2001 + at]] } },
    }));
    await importReferences(editor.context, titles, terms);
    const slugs = await desk.db.sql<{ slug: string }>(
      `select slug from source where title in ('Twice', '港')`,
    );
    expect(new Set(slugs.map(({ slug }) => slug)).size).toBe(3);
  });

  test('for nobody who may not enter sources, and then none of them', async () => {
    const nobody = await desk.person('admin');
    await expect(
      importReferences(nobody.context, [{ type: 'report', title: 'Never' }], terms),
    ).rejects.toMatchObject({ code: 'not_permitted' });
    expect(await desk.db.sql(`select 1 from source where title = 'Never'`)).toEqual([]);
  });
});
