import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { anyDocument } from '../testing/arbitraries.ts';
import { idOf } from '../testing/builders.ts';
import type { Embed } from './blocks/embed.ts';
import type { TableRow } from './blocks/table.ts';
import type { Block } from './blocks.ts';
import type { Document } from './document.ts';
import { documentToHtml } from './document-html.ts';
import type { Inline, Mark } from './inline.ts';

const mediaId = idOf(701);
const html = (document: Document) =>
  documentToHtml(document, {
    siteUrl: 'https://journal.example',
    address: 'https://journal.example/articles/low-water',
    pictures: [{ mediaId, src: `/media/${mediaId}`, width: 1200, height: 800 }],
    words: {
      notes: 'Notes',
      backToText: 'Text of note',
      callout: { note: 'Note', warning: 'Warning' },
      keyPoints: 'Key points',
      chart: { source: 'Source', noValue: 'No value' },
    },
  });
const text = (value: string) => ({ type: 'text' as const, text: value });
const doc = (...content: Block[]): Document => ({ type: 'doc', content });
const paragraph = (...content: Inline[]) => doc({ type: 'paragraph', content });

const marked = (value: string, ...types: ('emphasis' | 'strong' | 'smallCaps' | 'code')[]) => ({
  ...text(value),
  marks: types.map((type): Mark => ({ type })),
});
const lines = (...values: string[]) =>
  values.map((value) => ({ type: 'paragraph' as const, content: [text(value)] }));
const item = (...values: string[]) => ({ type: 'listItem' as const, content: lines(...values) });
const cell =
  (type: 'tableHeader' | 'tableCell') =>
  (values: string | string[], { colspan = 1, rowspan = 1 } = {}) => ({
    type,
    attrs: { colspan, rowspan, colwidth: null },
    content: lines(...[values].flat()),
  });
const [head, data] = [cell('tableHeader'), cell('tableCell')];
const row = (...content: TableRow['content']): TableRow => ({ type: 'tableRow', content });

/** Every tag with its attributes, in order, as an XML parser that forgives nothing reads them. */
function read(markup: string) {
  const tags: { name: string; attributes: Record<string, string> }[] = [];
  let words = '';
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => tags.push({ name, attributes }));
  parser.on('text', (part) => {
    words += part;
  });
  parser.write(`<div>${markup}</div>`).close();
  return { tags: tags.slice(1), words };
}

/** Every run of text in a document. */
const textsIn = (document: Document): string[] => {
  const found: string[] = [];
  JSON.stringify(document, (key, value) => {
    if (key === 'text' && typeof value === 'string') found.push(value);
    return value;
  });
  return found;
};

describe('a document as self-contained HTML', () => {
  test.each<[string, Block, string]>([
    [
      'marked text and a hard break',
      {
        type: 'paragraph',
        content: [
          text('Low '),
          marked('and', 'emphasis'),
          marked(' falling', 'strong'),
          { type: 'hardBreak' },
          marked('AD', 'smallCaps'),
        ],
      },
      '<p>Low <em>and</em><strong> falling</strong><br />AD</p>',
    ],
    [
      'one mark over text of which part has another',
      {
        type: 'paragraph',
        content: [marked('very', 'strong'), marked(' low', 'strong', 'emphasis')],
      },
      '<p><strong>very<em> low</em></strong></p>',
    ],
    [
      'code in a line, in the middle of all other marks',
      { type: 'paragraph', content: [marked('<a & b>', 'code', 'strong')] },
      '<p><strong><code>&lt;a &amp; b&gt;</code></strong></p>',
    ],
    [
      'a heading',
      { type: 'heading', attrs: { level: 3 }, content: [text('The '), marked('weir', 'emphasis')] },
      '<h3>The <em>weir</em></h3>',
    ],
    [
      'a pull quote',
      { type: 'pullQuote', content: [text('Low '), marked('again', 'emphasis')] },
      '<aside><blockquote><p>Low <em>again</em></p></blockquote></aside>',
    ],
    ['a divider', { type: 'divider' }, '<hr />'],
    [
      'a quotation of two paragraphs',
      { type: 'blockQuote', content: lines('One', 'Two') },
      '<blockquote><p>One</p><p>Two</p></blockquote>',
    ],
    [
      'a list of points',
      { type: 'bulletList', content: [item('One', 'and more'), item('Two')] },
      '<ul><li><p>One</p><p>and more</p></li><li><p>Two</p></li></ul>',
    ],
    [
      'a list that counts from one',
      { type: 'orderedList', attrs: { start: 1 }, content: [item('One'), item('Two')] },
      '<ol><li><p>One</p></li><li><p>Two</p></li></ol>',
    ],
    [
      'a table whose first row is its head and whose rows have heads too',
      {
        type: 'table',
        content: [
          row(head(['Year', 'of record']), head('Level')),
          row(head('2030'), data(['12', 'in June'])),
          row(data('none', { colspan: 2 })),
        ],
      },
      '<table><thead><tr><th scope="col"><p>Year</p><p>of record</p></th>' +
        '<th scope="col"><p>Level</p></th></tr></thead>' +
        '<tbody><tr><th scope="row"><p>2030</p></th><td><p>12</p><p>in June</p></td></tr>' +
        '<tr><td colspan="2"><p>none</p></td></tr></tbody></table>',
    ],
    [
      'a table whose first row is not all of heads',
      { type: 'table', content: [row(data('–'), head('Level')), row(head('2030'), data('12'))] },
      '<table><tbody><tr><td><p>–</p></td><th scope="col"><p>Level</p></th></tr>' +
        '<tr><th scope="row"><p>2030</p></th><td><p>12</p></td></tr></tbody></table>',
    ],
    [
      'a table whose rows have heads and whose columns have none',
      { type: 'table', content: [row(head('2030'), data('12')), row(head('2031'), data('9'))] },
      '<table><tbody><tr><th scope="row"><p>2030</p></th><td><p>12</p></td></tr>' +
        '<tr><th scope="row"><p>2031</p></th><td><p>9</p></td></tr></tbody></table>',
    ],
    [
      'a table with an empty corner, which heads nothing',
      {
        type: 'table',
        content: [
          row({ ...head('–'), content: [{ type: 'paragraph' }] }, head('Level')),
          row(head('2030'), data('12')),
        ],
      },
      '<table><thead><tr><td></td><th scope="col"><p>Level</p></th></tr></thead>' +
        '<tbody><tr><th scope="row"><p>2030</p></th><td><p>12</p></td></tr></tbody></table>',
    ],
    [
      'a table that is a head and nothing else',
      { type: 'table', content: [row(head('Year'))] },
      '<table><thead><tr><th scope="col"><p>Year</p></th></tr></thead></table>',
    ],
  ])('given %s then the elements for it', (_, block, expected) => {
    expect(html(doc(block))).toBe(expected);
  });

  test('leads to whole addresses, and to none that could do harm', () => {
    const link = (href: string): Inline => ({
      ...text('here'),
      marks: [{ type: 'link', attrs: { href } }],
    });
    expect(html(paragraph(link('/articles/a?b=1&c=2')))).toBe(
      '<p><a href="https://journal.example/articles/a?b=1&amp;c=2">here</a></p>',
    );
    for (const href of ['https://halden.example/', 'http://halden.example/', 'mailto:a@b.example'])
      expect(html(paragraph(link(href)))).toBe(`<p><a href="${href}">here</a></p>`);
    for (const href of [
      ...['javascript:alert(1)', '//host.example', '/\\host', 'data:text/html,x'],
      'javascript:open("https://host.example")',
    ])
      expect(html(paragraph(link(href)))).toBe('<p>here</p>');
  });

  test('shows an embed as its still and a link, and frames nothing', () => {
    const attrs: Embed['attrs'] = {
      ...{ kind: 'video', href: 'https://youtu.be/aaaaaaaaaaa', title: 'The <weir>' },
      ...{ mediaId, alt: 'Water' },
    };
    const caption = [text('In '), marked('flood', 'emphasis')];
    expect(html(doc({ type: 'embed', attrs, content: caption }))).toBe(
      `<figure><img src="https://journal.example/media/${mediaId}" alt="Water" width="1200" height="800" />` +
        '<p><a href="https://youtu.be/aaaaaaaaaaa">The &lt;weir&gt;</a></p>' +
        '<figcaption>In <em>flood</em></figcaption></figure>',
    );
    expect(html(doc({ type: 'embed', attrs: { ...attrs, mediaId: null } }))).toBe(
      '<figure><p><a href="https://youtu.be/aaaaaaaaaaa">The &lt;weir&gt;</a></p></figure>',
    );
  });

  test('leads from each footnote to the article and back', () => {
    const note = (...content: ReturnType<typeof text>[]): Inline => ({ type: 'footnote', content });
    expect(
      html(
        paragraph(
          text('Low'),
          note(text('At the '), marked('weir', 'emphasis')),
          text('.'),
          note(text('In June.')),
        ),
      ),
    ).toBe(
      [
        '<p>Low<sup><a href="https://journal.example/articles/low-water#note-1">1</a></sup>.' +
          '<sup><a href="https://journal.example/articles/low-water#note-2">2</a></sup></p>',
        '<h2>Notes</h2>',
        '<ol><li>At the <em>weir</em> <a href="https://journal.example/articles/low-water#note-ref-1"' +
          ' aria-label="Text of note 1">\u21A9\uFE0E</a></li>' +
          '<li>In June. <a href="https://journal.example/articles/low-water#note-ref-2"' +
          ' aria-label="Text of note 2">\u21A9\uFE0E</a></li></ol>',
      ].join('\n'),
    );
  });

  test('shows a picture by its whole address, and says in words what one shows that is missing', () => {
    const figure = (id: string): Document =>
      doc({
        type: 'figure',
        attrs: { mediaId: id, alt: 'A "gauge"', credit: 'I. Soren', width: 1, height: 1 },
        content: [text('In June.')],
      });
    expect(html(figure(mediaId))).toBe(
      `<figure><img src="https://journal.example/media/${mediaId}" alt="A &quot;gauge&quot;" width="1200" height="800" />` +
        '<figcaption>In June. <small>I. Soren</small></figcaption></figure>',
    );
    expect(html(figure(idOf(702)))).toContain('<p>A &quot;gauge&quot;</p>');
  });

  test.each<[string, string | null, Inline[] | undefined, string]>([
    ['neither caption nor credit', null, undefined, ''],
    ['an empty credit', '', undefined, ''],
    [
      'a caption alone',
      null,
      [text('In '), marked('June', 'emphasis')],
      '<figcaption>In <em>June</em></figcaption>',
    ],
    ['a credit alone', 'I. Soren', undefined, '<figcaption><small>I. Soren</small></figcaption>'],
  ])(
    'given a picture with %s then only what there is stands under it',
    (_, credit, content, under) => {
      const attrs = { mediaId: idOf(702), alt: 'A gauge', credit, width: 1, height: 1 };
      expect(html(doc({ type: 'figure', attrs, ...(content && { content }) }))).toBe(
        `<figure><p>A gauge</p>${under}</figure>`,
      );
    },
  );

  test('keeps language and direction, the head of a table and where a list begins', () => {
    const found = html(
      doc(
        {
          type: 'paragraph',
          content: [
            { ...text('آب'), marks: [{ type: 'language', attrs: { lang: 'fa', dir: 'rtl' } }] },
          ],
        },
        {
          type: 'table',
          content: [row(head('Summer')), row(data('12', { rowspan: 2 }))],
        },
        { type: 'orderedList', attrs: { start: 3 }, content: [item('c')] },
      ),
    );
    expect(found).toContain('<span lang="fa" dir="rtl">آب</span>');
    expect(found).toContain('<thead><tr><th scope="col"><p>Summer</p></th></tr></thead>');
    expect(found).toContain('<td rowspan="2"><p>12</p></td>');
    expect(found).toContain('<ol start="3"><li><p>c</p></li></ol>');
  });

  test('given any document then it is well-formed, and nothing in it but text and known elements', () => {
    const known =
      /^(p|h[2-4]|em|strong|span|a|br|sup|aside|blockquote|figure|figcaption|small|img|pre|code|hr|ul|ol|li|table|thead|tbody|tr|th|td)$/;
    fc.assert(
      fc.property(anyDocument, (document) => {
        const { tags, words } = read(html(document));
        for (const { name, attributes } of tags) {
          expect(name).toMatch(known);
          for (const [attribute, value] of Object.entries(attributes)) {
            expect(attribute).toMatch(
              /^(href|src|alt|width|height|lang|dir|start|scope|colspan|rowspan|aria-label)$/,
            );
            if (attribute === 'href') expect(value).toMatch(/^(https?:\/\/|mailto:)/);
          }
        }
        const plain = (value: string) => value.replace(/[^\p{L}\p{N}]/gu, '');
        for (const written of textsIn(document)) expect(plain(words)).toContain(plain(written));
      }),
      { numRuns: 300 },
    );
  });
});
