import { describe, expect, test } from 'vitest';
import { idOf } from '../../testing/builders.ts';
import { Document } from '../document.ts';
import { documentToHtml } from '../document-html.ts';
import { documentToMarkdown } from '../document-markdown.ts';
import { blockTitles, documentText } from '../document-text.ts';
import { normaliseDocument } from '../normalise-document.ts';

const file = (title: string, given = {}) => ({
  type: 'doc',
  content: [
    {
      type: 'file',
      attrs: { mediaId: idOf(13), title, pages: 12, byteSize: 340_400, ...given },
    },
  ],
});

describe('a file', () => {
  test('has a title', () => {
    expect(Document.safeParse(file('The minutes')).success).toBe(true);
    expect(Document.safeParse(file(' ')).success).toBe(false);
  });

  test('is a link with what it weighs, in HTML and in Markdown', () => {
    const document = Document.parse(file('The *minutes*  & more'));
    const html = documentToHtml(normaliseDocument(document), {
      siteUrl: 'https://journal.example',
      address: 'https://journal.example/articles/low-water',
      pictures: [],
      words: {
        ...{ notes: 'Notes', backToText: 'Back to note', keyPoints: 'Key points' },
        callout: { note: 'Note', warning: 'Warning' },
        chart: { source: 'Source', noValue: 'No value' },
      },
    });
    expect(html).toBe(
      `<p><a href="https://journal.example/media/${idOf(13)}.pdf">The *minutes* &amp; more</a> (PDF, 12 pages, 340 kB)</p>`,
    );
    expect(documentToMarkdown(document)).toBe(
      `[The \\*minutes\\* & more](</media/${idOf(13)}.pdf>) (PDF, 12 pages, 340 kB)\n`,
    );
    const long = Document.parse(file('A', { pages: 1, byteSize: 3_140_000 }));
    expect(documentToMarkdown(long)).toContain('(PDF, 1 page, 3.1 MB)');
  });

  test('has its title outside the text that quotes are slices of', () => {
    const document = Document.parse(file('The minutes'));
    expect(documentText(document).text).toBe('');
    expect(blockTitles(document)).toEqual(['The minutes']);
  });
});
