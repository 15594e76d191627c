import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { anyDocument } from '../testing/arbitraries.ts';
import { idOf } from '../testing/builders.ts';
import type { Block, Document, Embed, Inline } from './document.ts';
import { documentToHtml } from './document-html.ts';

const mediaId = idOf(701);
const html = (document: Document) =>
  documentToHtml(document, {
    siteUrl: 'https://journal.example',
    address: 'https://journal.example/articles/low-water',
    pictures: [{ mediaId, src: `/media/${mediaId}`, width: 1200, height: 800 }],
    words: { notes: 'Notes', backToText: 'Back to the text of note' },
  });
const text = (value: string) => ({ type: 'text' as const, text: value });
const doc = (...content: Block[]): Document => ({ type: 'doc', content });
const paragraph = (...content: Inline[]) => doc({ type: 'paragraph', content });

/** Every tag with its attributes, in order, as an XML parser that forgives nothing reads them. */
function read(markup: string) {
  const tags: { name: string; attributes: Record<string, string> }[] = [];
  let words = '';
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => tags.push({ name, attributes }));
  parser.on('text', (piece) => {
    words += piece;
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

describe('a document as HTML that stands by itself', () => {
  test('leads to whole addresses, and to none that could do harm', () => {
    const link = (href: string): Inline => ({
      ...text('here'),
      marks: [{ type: 'link', attrs: { href } }],
    });
    expect(html(paragraph(link('/articles/a?b=1&c=2')))).toBe(
      '<p><a href="https://journal.example/articles/a?b=1&amp;c=2">here</a></p>',
    );
    expect(html(paragraph(link('https://halden.example/')))).toContain('"https://halden.example/"');
    for (const href of ['javascript:alert(1)', '//host.example', '/\\host', 'data:text/html,x'])
      expect(html(paragraph(link(href)))).toBe('<p>here</p>');
  });

  test('shows an embed as its still and a link, and frames nothing', () => {
    const attrs: Embed['attrs'] = {
      ...{ kind: 'video', href: 'https://youtu.be/aaaaaaaaaaa', title: 'The <weir>' },
      ...{ mediaId, alt: 'Water' },
    };
    expect(html(doc({ type: 'embed', attrs, content: [text('In flood.')] }))).toBe(
      `<figure><img src="https://journal.example/media/${mediaId}" alt="Water" width="1200" height="800" />` +
        '<p><a href="https://youtu.be/aaaaaaaaaaa">The &lt;weir&gt;</a></p>' +
        '<figcaption>In flood.</figcaption></figure>',
    );
    expect(html(doc({ type: 'embed', attrs: { ...attrs, mediaId: null } }))).toBe(
      '<figure><p><a href="https://youtu.be/aaaaaaaaaaa">The &lt;weir&gt;</a></p></figure>',
    );
  });

  test('leads from a footnote to the article and back', () => {
    const found = html(
      paragraph(text('Low'), { type: 'footnote', content: [text('At the weir.')] }, text('.')),
    );
    expect(found).toContain(
      '<p>Low<sup><a href="https://journal.example/articles/low-water#note-1">1</a></sup>.</p>',
    );
    expect(found).toContain('<h2>Notes</h2>');
    expect(found).toContain(
      'At the weir. <a href="https://journal.example/articles/low-water#note-ref-1"',
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

  test('keeps language and direction, the head of a table and where a list begins', () => {
    const cell = (type: 'tableHeader' | 'tableCell', value: string) => ({
      type,
      attrs: { colspan: 1, rowspan: type === 'tableCell' ? 2 : 1, colwidth: null },
      content: [{ type: 'paragraph' as const, content: [text(value)] }],
    });
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
          content: [
            { type: 'tableRow', content: [cell('tableHeader', 'Summer')] },
            { type: 'tableRow', content: [cell('tableCell', '12')] },
          ],
        },
        {
          type: 'orderedList',
          attrs: { start: 3 },
          content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [text('c')] }] }],
        },
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
