import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyDocument } from '../testing/arbitraries.ts';
import { asSeen } from '../text/as-seen.ts';
import { Document } from './document.ts';
import { documentText } from './document-text.ts';
import { normaliseDocument } from './normalise-document.ts';

describe('a normalised document', () => {
  test('given any document when normalised twice then the second time changes nothing', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const once = normaliseDocument(document);
        expect(normaliseDocument(once)).toEqual(once);
      }),
      { numRuns: 200 },
    );
  });

  test('given any document when normalised then the schema still holds', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        expect(Document.safeParse(normaliseDocument(document)).error).toBeUndefined();
      }),
      { numRuns: 200 },
    );
  });

  test('given any document when normalised then what is seen of its text stays the same', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const seen = (one: Document) => asSeen(documentText(one).text).text.normalize('NFC').trim();
        expect(seen(normaliseDocument(document))).toBe(seen(document));
      }),
      { numRuns: 200 },
    );
  });

  test('joins neighbours with the same marks and orders marks from the outside in', () => {
    const document = normaliseDocument({
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: ' The ', marks: [{ type: 'emphasis' }, { type: 'strong' }] },
            { type: 'text', text: ' council', marks: [{ type: 'strong' }, { type: 'emphasis' }] },
            { type: 'hardBreak' },
          ],
        },
      ],
    });
    expect(document.content).toEqual([
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'The council', marks: [{ type: 'strong' }, { type: 'emphasis' }] },
        ],
      },
    ]);
  });

  test('puts a letter and its accent together where a mark had parted them', () => {
    const document = normaliseDocument({
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'cafe' },
            { type: 'text', text: '\u0301s', marks: [{ type: 'strong' }] },
          ],
        },
      ],
    });
    expect(documentText(document).text).toBe('cafés');
    expect(document.content[0]).toMatchObject({ content: [{ text: 'café' }, { text: 's' }] });
  });

  test('leaves out what holds nothing, rows of a table as well, and keeps the cells of a row', () => {
    const paragraph = (text: string) => ({
      type: 'paragraph' as const,
      content: [{ type: 'text' as const, text }],
    });
    const cell = (text: string, rowspan = 1) => ({
      type: 'tableCell' as const,
      attrs: { colspan: 1, rowspan, colwidth: null },
      content: [text === ' ' ? { type: 'paragraph' as const } : paragraph(text)],
    });
    const row = (...content: ReturnType<typeof cell>[]) => ({ type: 'tableRow' as const, content });
    const empty = paragraph(' ');
    const reached = row(cell(' '));
    const document = normaliseDocument({
      type: 'doc',
      content: [
        empty,
        { type: 'blockQuote', content: [empty] },
        { type: 'bulletList', content: [{ type: 'listItem', content: [empty] }] },
        { type: 'table', content: [row(cell(' '), cell(' '))] },
        {
          type: 'table',
          content: [
            row(cell('tall', 2), cell('x')),
            reached,
            row(cell(' '), cell(' ')),
            row(cell(' '), cell('y')),
          ],
        },
      ],
    });
    expect(document.content).toEqual([
      {
        type: 'table',
        content: [row(cell('tall', 2), cell('x')), reached, row(cell(' '), cell('y'))],
      },
    ]);
  });
});

describe('the addresses a document may link to', () => {
  const linkTo = (href: string) =>
    Document.safeParse({
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [{ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href } }] }],
        },
      ],
    }).success;

  test.each([
    'https://halden.example/paper',
    '/articles/water',
    '/',
    'mailto:desk@meridian.example',
  ])('%s is allowed', (href) => expect(linkTo(href)).toBe(true));

  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '/\t/elsewhere.example',
    'mailto:',
    'mailto:a b@c.example',
    'articles/water',
    'https://halden.example/a b',
  ])('%j is refused', (href) => expect(linkTo(href)).toBe(false));
});
