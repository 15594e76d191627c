import { inTransaction } from '@viewpoints/db/client';
import { addArticle, paragraphs } from '@viewpoints/db/testing/builders';
import type { Chart } from '@viewpoints/domain/document/blocks/chart';
import { aChart, chartRows } from '@viewpoints/domain/testing/a-chart';
import { publish } from '@viewpoints/published/testing/publish';
import { retract } from '@viewpoints/published/testing/retract';
import { SaxesParser } from 'saxes';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeResource } from '../testing/make-resource.ts';
import { type OpenJournal, openJournal } from '../testing/open-journal.ts';

let journal: OpenJournal;
beforeAll(async () => {
  journal = await openJournal();
});
afterAll(() => journal?.close());

const at = new Date(Date.UTC(2021, 1, 1, 9));
const { id } = aChart().attrs;

/** A published article with a chart. */
async function publishChart(changed: Partial<Chart['attrs']> = {}, visibleFrom = at) {
  const { db, by } = journal;
  const body = {
    type: 'doc' as const,
    content: [...paragraphs('At the weir.').content, aChart(changed)],
  };
  const article = await addArticle(db.editorial, { by, body });
  await publish(db.editorial, article.id, { at, visibleFrom });
  return article;
}
const file = (slug: string, end: string, of: string = id) =>
  makeResource(journal.caller, `/articles/${slug}/charts/${of}.${end}`);
const kinds = ['bars', 'dots', 'lines', 'ranges'] as const;

describe('a chart as a file', () => {
  it('as CSV has its table, and no label that a spreadsheet would run', async () => {
    const { slug } = await publishChart({
      data: {
        heading: '=1+1',
        columns: [{ label: '@sum' }, { label: '-2+3' }],
        rows: [
          { label: '+cmd|calc', values: [-2.5, null] },
          { label: '＝HYPERLINK("x")', values: [0, 1e15] },
          { label: 'a, "b"', values: [1e-7, 1] },
        ],
      },
    });
    const { text, resource } = await file(slug, 'csv');
    expect(text.split('\r\n')).toEqual([
      "\uFEFF'=1+1,'@sum,'-2+3",
      "'+cmd|calc,-2.5,",
      `"'＝HYPERLINK(""x"")",0,1000000000000000`,
      '"a, ""b""",0.0000001,1',
      '',
    ]);
    expect(resource?.type).toContain('text/csv');
    expect(resource?.links).toContain(
      `<https://journal.example/articles/${slug}>; rel="canonical"`,
    );
  });

  it.each(kinds)('as SVG of %s stands alone, without script, style or picture', async (kind) => {
    const { slug } = await publishChart({
      ...{ kind, title: '</svg><script>alert(1)</script>', note: '\u202E\u{1F600} ]]> &' },
    });
    const { text } = await file(slug, 'svg');
    expect(text).not.toMatch(
      /<(?:script|style|image|foreignObject|a )|url\(|on\w+=|href|NaN|Infinity|undefined/,
    );
    expect(text).toContain('<desc>The gauge fell by half</desc>');
    const parser = new SaxesParser();
    parser.on('error', (error) => {
      throw error;
    });
    parser.write(text).close();
    expect((await sharp(Buffer.from(text)).metadata()).width).toBe(1200);
  });

  it('as PNG is the same, two pixels a point', async () => {
    const { slug } = await publishChart({ kind: 'lines' });
    const { resource } = await file(slug, 'png');
    const { format, width } = await sharp(resource?.body as Buffer).metadata();
    expect([resource?.type, format, width]).toEqual(['image/png', 'png', 2400]);
  });

  it('is drawn of forty rows, from right to left', async () => {
    const rows = Array.from({ length: 40 }, (_, row): [string, number] => [
      `روستا ${row}`,
      row - 20,
    ]);
    const { slug } = await publishChart({ title: 'روستاها', data: chartRows(rows) });
    expect((await file(slug, 'svg')).text).toContain('direction="rtl"');
  });

  it('is tagged with its article, and gone once that is retracted', async () => {
    const article = await publishChart();
    for (const end of ['csv', 'svg']) {
      const { resource, record } = await file(article.slug, end);
      expect(resource).not.toBeNull();
      expect(record.tags).toContain(`article:${article.id}`);
    }
    const embed = `https://journal.example/embed/articles/${article.slug}/charts/${id}`;
    const ask = () => makeResource(journal.caller, `/oembed?url=${encodeURIComponent(embed)}`);
    expect((await ask()).text).toContain('Water in the marsh');
    const why = 'It was invented.';
    await inTransaction(journal.db.editorial, (tx) =>
      retract(tx, { articleId: article.id, at: at.toISOString(), why }, new Date()),
    );
    for (const end of ['csv', 'svg', 'png'])
      expect((await file(article.slug, end)).resource).toBeNull();
    expect((await ask()).resource).toBeNull();
  });

  it('is not there before its article is, or by another id', async () => {
    const tomorrow = new Date(Date.now() + 24 * 3600_000);
    const { slug } = await publishChart({}, tomorrow);
    expect((await file(slug, 'csv')).resource).toBeNull();
    const { slug: live } = await publishChart();
    const other = '01900000-0000-7000-8000-00000000ffff';
    expect((await file(live, 'csv', other)).resource).toBeNull();
    expect((await file(live, 'csv', '1')).resource).toBeNull();
  });
});

describe('the oEmbed answer for a chart', () => {
  it.each([
    '/embed/articles/SLUG/charts/ID',
    '/articles/SLUG#chart-ID',
    '/articles/SLUG/charts/ID',
  ])('is there for %s, and not for the article alone', async (form) => {
    const { slug } = await publishChart({ title: 'A "chart"' });
    const ask = (path: string) =>
      makeResource(
        journal.caller,
        `/oembed?url=${encodeURIComponent(`https://journal.example${path}`)}`,
      );
    const { text } = await ask(form.replace('SLUG', slug).replace('ID', id));
    const embed = `https://journal.example/embed/articles/${slug}/charts/${id}`;
    expect(JSON.parse(text).html).toContain(`<iframe src="${embed}" title="A &quot;chart&quot;"`);
    expect((await ask(`/articles/${slug}`)).resource).toBeNull();
  });
});
