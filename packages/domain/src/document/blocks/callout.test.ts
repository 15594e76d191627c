import { describe, expect, test } from 'vitest';
import { quoteFromRange } from '../../findings/anchor.ts';
import { Document } from '../document.ts';
import { documentHighlights } from '../document-highlights.ts';
import { documentToHtml } from '../document-html.ts';
import { documentLinks } from '../document-links.ts';
import { documentToMarkdown } from '../document-markdown.ts';
import { blockTexts, documentText } from '../document-text.ts';
import type { Mark } from '../inline.ts';
import { normaliseDocument } from '../normalise-document.ts';
import type { Callout } from './callout.ts';
import type { Nested } from './list.ts';

const text = (value: string, ...marks: Mark[]) => ({
  ...{ type: 'text' as const, text: value },
  ...(marks.length > 0 && { marks }),
});
const paragraph = (...content: ReturnType<typeof text>[]): Nested => ({
  type: 'paragraph',
  content,
});
const numbered = (start: number, ...words: string[]): Nested => ({
  type: 'orderedList',
  attrs: { start },
  content: words.map((each) => ({ type: 'listItem', content: [paragraph(text(each))] })),
});
const callout = (attrs: Callout['attrs'], ...content: Nested[]): Document => ({
  type: 'doc',
  content: [{ type: 'callout', attrs, content }],
});
const note = { kind: 'note', title: null } as const;
const warning = { kind: 'warning', title: 'How we *counted*' } as const;
const html = (document: Document) =>
  documentToHtml(document, {
    siteUrl: 'https://journal.example',
    address: 'https://journal.example/articles/low-water',
    pictures: [],
    words: {
      ...{ notes: 'Notes', backToText: 'Back to note' },
      callout: { note: 'Note', warning: 'Warning' },
      chart: { source: 'Source', noValue: 'No value' },
      keyPoints: 'Key points',
    },
  });

describe('a callout', () => {
  test.each([
    ['no title', note, true],
    ['a title', warning, true],
    ['a title of spaces', { kind: 'note', title: '  ' }, false],
    ['a title of more than a line', { kind: 'note', title: 'x'.repeat(121) }, false],
    ['another kind', { kind: 'tip', title: null }, false],
  ])('given %s then the schema takes it or not', (_, attrs, isTaken) => {
    const content = [{ type: 'callout', attrs, content: [paragraph(text('Low water.'))] }];
    expect(Document.safeParse({ type: 'doc', content }).success).toBe(isTaken);
  });

  test('holds prose and lists and nothing else', () => {
    const inside = { type: 'callout', attrs: note, content: [{ type: 'divider' }] };
    expect(Document.safeParse({ type: 'doc', content: [inside] }).success).toBe(false);
  });

  test('in its one form has a title on one line, and no empty paragraphs', () => {
    const attrs = { kind: 'note', title: ' How  we\n counted ' } as const;
    const document = callout(attrs, paragraph(text(' By  hand. ')), { type: 'paragraph' });
    const once = normaliseDocument(document);
    expect(once).toEqual(
      callout({ kind: 'note', title: 'How we counted' }, paragraph(text('By hand.'))),
    );
    expect(normaliseDocument(once)).toEqual(once);
  });

  test('is left out where it holds nothing, whatever its title', () => {
    expect(normaliseDocument(callout(warning, { type: 'paragraph' })).content).toEqual([
      { type: 'paragraph' },
    ]);
  });

  test('says its kind and title in HTML', () => {
    expect(html(callout(warning, paragraph(text('By hand.'))))).toBe(
      '<aside><p><strong>Warning</strong>: How we *counted*</p><p>By hand.</p></aside>',
    );
    expect(html(callout(note, numbered(1, 'one')))).toBe(
      '<aside><p><strong>Note</strong></p><ol><li><p>one</p></li></ol></aside>',
    );
  });

  test.each<[string, Document, string]>([
    ['a note', callout(note, paragraph(text('By hand.'))), '> [!NOTE]\n> By hand.\n'],
    [
      'a title',
      callout(warning, paragraph(text('By hand.'))),
      '> [!WARNING]\n> **How we \\*counted\\***\n>\n> By hand.\n',
    ],
    ['a list that begins later', callout(note, numbered(3, 'three')), '> [!NOTE]\n>\n> 3. three\n'],
    [
      'words that look like a kind',
      { type: 'doc', content: [{ type: 'blockQuote', content: [paragraph(text('[!NOTE]'))] }] },
      '> \\[!NOTE\\]\n',
    ],
  ])('given %s then Markdown as GitHub has it', (_, document, markdown) => {
    expect(documentToMarkdown(document)).toBe(markdown);
  });

  test('has its words among those of the document, and its title apart', () => {
    const document = callout(warning, paragraph(text('By hand.')), numbered(1, 'Twice'));
    expect(documentText(document).text).toBe('By hand. Twice');
    expect(blockTexts(document)).toEqual(['By hand.', 'Twice']);
  });

  test('may hold the words of a finding', () => {
    const document = callout(warning, paragraph(text('They counted by hand.')));
    const { text: whole } = documentText(document);
    const start = whole.indexOf('by hand');
    const quote = quoteFromRange(whole, start, start + 'by hand'.length);
    const parts = documentHighlights(document, [{ id: 'a', quote }]).segments(
      [0, 0, 0],
      'They counted by hand.',
    );
    expect(parts.filter(({ ids }) => ids.length > 0).map((part) => part.text)).toEqual(['by hand']);
  });

  test('has the links in its words', () => {
    const link: Mark = { type: 'link', attrs: { href: 'https://weir.example/a' } };
    expect(documentLinks(callout(note, paragraph(text('The count', link))))).toEqual([
      'https://weir.example/a',
    ]);
  });
});
