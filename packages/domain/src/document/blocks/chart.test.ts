import { describe, expect, test } from 'vitest';
import { articleTexts } from '../../articles/public-texts.ts';
import { withholdMentions } from '../../articles/withhold-mentions.ts';
import { foldMention } from '../../attribution/fold-mention.ts';
import { aFullPublicSet } from '../../testing/a-full-public-set.ts';
import { idOf } from '../../testing/builders.ts';
import { plainNumber } from '../chart-records.ts';
import { Document } from '../document.ts';
import { documentToHtml } from '../document-html.ts';
import { documentLinks } from '../document-links.ts';
import { documentToMarkdown } from '../document-markdown.ts';
import { blockTitles } from '../document-text.ts';
import { normaliseDocument } from '../normalise-document.ts';
import type { Chart } from './chart.ts';

type Attrs = Chart['attrs'];
const attrs: Attrs = {
  ...{ id: idOf(301), kind: 'bars', title: 'Water in the marsh', unit: 'metres' },
  ...{ description: 'The gauge fell', fromZero: false, source: 'Gauge book', note: 'At noon' },
  sourceUrl: 'https://weir.example/gauge',
  data: {
    heading: 'Month',
    columns: [{ label: 'Upper' }, { label: 'Lower | old' }],
    rows: [
      { label: 'March', values: [4, null] },
      { label: '</svg><script>', values: [-2.5, 1] },
    ],
  },
};
const doc = (changed: object = {}): Document => ({
  type: 'doc',
  content: [{ type: 'chart', attrs: { ...attrs, ...changed } }],
});
const rows = (...values: unknown[]) => ({
  data: { ...attrs.data, rows: [{ label: 'March', values }] },
});
const html = (document: Document) =>
  documentToHtml(document, {
    siteUrl: 'https://journal.example',
    address: 'https://journal.example/articles/low-water',
    pictures: [],
    words: {
      ...{ notes: 'Notes', backToText: 'Back', keyPoints: 'Key points' },
      callout: { note: 'Note', warning: 'Warning' },
      chart: { source: 'Source', noValue: 'No value' },
    },
  });

describe('a chart', () => {
  test.each([
    ['numbers and gaps', {}, true],
    ['no number', rows(Number.NaN), false],
    ['one without end', rows(Number.POSITIVE_INFINITY), false],
    ['one that nobody reads', rows(1e308), false],
    ['the largest', rows(-1e15), true],
    ['a number as text', rows('4'), false],
    ['seven columns', rows(1, 2, 3, 4, 5, 6, 7), false],
    ['no rows', { data: { ...attrs.data, rows: [] } }, false],
    [
      'a row without a label',
      { data: { ...attrs.data, rows: [{ label: ' ', values: [1] }] } },
      false,
    ],
    ['no description', { description: '\n ' }, false],
    ['no source', { source: '' }, false],
    ['a script for a source', { sourceUrl: 'javascript:alert(1)' }, false],
    ['another kind', { kind: 'pie' }, false],
  ])('given %s then the schema takes it or not', (_, changed, isTaken) => {
    expect(Document.safeParse(doc(changed)).success).toBe(isTaken);
  });

  test('has no more rows than a page takes', () => {
    const many = (count: number) => ({
      data: {
        ...attrs.data,
        rows: Array.from({ length: count }, () => ({ label: 'x', values: [1] })),
      },
    });
    expect(Document.safeParse(doc(many(200))).success).toBe(true);
    expect(Document.safeParse(doc(many(201))).success).toBe(false);
  });

  test('in its one form has a value for each column, lines for texts, and no negative zero', () => {
    const once = normaliseDocument(
      doc({ ...rows(-0, 1, 2), title: ' Water\n in ', unit: ' ', note: '\u200B' }),
    );
    expect(once).toEqual(doc({ ...rows(0, 1), title: 'Water in', unit: null, note: null }));
    const [block] = once.content;
    expect(block?.type === 'chart' && Object.is(block.attrs.data.rows[0]?.values[0], 0)).toBe(true);
    expect(normaliseDocument(once)).toEqual(once);
    const [filled] = normaliseDocument(doc(rows(1))).content;
    expect(filled?.type === 'chart' && filled.attrs.data.rows[0]?.values).toEqual([1, null]);
  });

  test('is a table in HTML, with its words escaped and what has no value said', () => {
    expect(html(doc())).toBe(
      '<figure><p><strong>Water in the marsh</strong> (metres)</p><p>The gauge fell</p>' +
        '<table><thead><tr><th scope="col">Month</th><th scope="col">Upper</th><th scope="col">Lower | old</th></tr></thead>' +
        '<tbody><tr><th scope="row">March</th><td>4</td><td>No value</td></tr>' +
        '<tr><th scope="row">&lt;/svg&gt;&lt;script&gt;</th><td>-2.5</td><td>1</td></tr></tbody></table>' +
        '<figcaption>At noon Source: <a href="https://weir.example/gauge">Gauge book</a></figcaption></figure>',
    );
  });

  test('is a table in Markdown', () => {
    expect(documentToMarkdown(doc())).toBe(
      [
        '**Water in the marsh** (metres)',
        'The gauge fell',
        '| Month | Upper | Lower \\| old |\n| --- | --- | --- |\n| March | 4 |  |\n| \\</svg\\>\\<script\\> | \\-2.5 | 1 |',
        'At noon',
        'Source: [Gauge book](<https://weir.example/gauge>)\n',
      ].join('\n\n'),
    );
  });

  test('is found by each of its texts and cells, and leads to its source', () => {
    const found = blockTitles(doc()).join(' ');
    for (const words of [
      'Water in the marsh',
      'metres',
      'Month',
      'Upper',
      'Lower | old',
      'March',
      '-2.5',
      'fell',
      'noon',
      'Gauge book',
    ])
      expect(found).toContain(words);
    expect(documentLinks(doc())).toEqual(['https://weir.example/gauge']);
  });

  test.each([
    [1e15, '1000000000000000'],
    [0.1, '0.1'],
    [-1e-7, '-0.0000001'],
    [5e-300, '0'],
  ])('writes %d for programs without an exponent', (value, written) => {
    expect(plainNumber(value)).toBe(written);
  });
});

describe('names in a chart', () => {
  const articleWith = (changed: object) => {
    const { article } = aFullPublicSet();
    return { ...article, retraction: null, body: doc(changed) };
  };
  const data = (heading: string | null, columns: string[], labels: [string, number][]) => ({
    data: {
      heading,
      columns: columns.map((label) => ({ label })),
      rows: labels.map(([label, value]) => ({ label, values: [value] })),
    },
  });

  test.each([
    ['in a label', data(null, ['x'], [['Mira Holt', 1]])],
    [
      'across two labels of rows',
      data(
        null,
        ['x'],
        [
          ['Mira', 1],
          ['Holt', 2],
        ],
      ),
    ],
    ['across the heads of columns', data(null, ['Mira', 'Holt'], [['x', 1]])],
    ['across the heading and a column', data('Mira', ['Holt'], [['x', 1]])],
    ['across a column and the first row', data(null, ['Mira'], [['Holt', 1]])],
    ['across the note and the source', { note: 'See Mira', source: 'Holt, interview' }],
    ['across the title and the unit', { title: 'Villages of Mira', unit: 'Holt' }],
  ])('given one %s then it is found, and a preview withholds the chart', (_, changed) => {
    const article = articleWith(changed);
    const says = (texts: readonly { text: string }[]) =>
      texts.some(({ text }) => ` ${foldMention(text)} `.includes(' mira holt '));
    expect(says(articleTexts(article))).toBe(true);
    const shown = withholdMentions(article, says);
    expect(JSON.stringify(shown?.body)).not.toMatch(/Mira|Holt/);
  });

  test('given one across a label and its number then it is found', () => {
    const texts = articleTexts(articleWith(data(null, ['x'], [['Unit', 731]])));
    expect(texts.some(({ text }) => foldMention(text).includes('unit 731'))).toBe(true);
  });
});
