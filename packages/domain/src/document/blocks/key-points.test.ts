import { describe, expect, test } from 'vitest';
import { quoteFromRange } from '../../findings/anchor.ts';
import { Document } from '../document.ts';
import { documentHighlights } from '../document-highlights.ts';
import { documentToHtml } from '../document-html.ts';
import { documentToMarkdown } from '../document-markdown.ts';
import { documentText } from '../document-text.ts';
import { keyPointTexts } from '../key-point-texts.ts';
import { normaliseDocument } from '../normalise-document.ts';
import { maxKeyPoints } from './key-points.ts';

const keyPoints = (...points: string[]) =>
  Document.parse({
    type: 'doc',
    content: [
      {
        type: 'keyPoints',
        content: points.map((text) => ({
          type: 'keyPoint',
          ...(text !== '' && { content: [{ type: 'text', text }] }),
        })),
      },
    ],
  });
const html = (document: Document) =>
  documentToHtml(document, {
    siteUrl: 'https://journal.example',
    address: 'https://journal.example/articles/low-water',
    pictures: [],
    words: {
      ...{ notes: 'Notes', backToText: 'Back to note', keyPoints: 'At a <glance>' },
      callout: { note: 'Note', warning: 'Warning' },
      chart: { source: 'Source', noValue: 'No value' },
    },
  });

describe('key points', () => {
  test('hold points alone, each of one line', () => {
    for (const inside of [{ type: 'paragraph' }, { type: 'keyPoints', content: [] }]) {
      const document = { type: 'doc', content: [{ type: 'keyPoints', content: [inside] }] };
      expect(Document.safeParse(document).success).toBe(false);
    }
  });

  test('in their one form have no empty points, and are left out where all are empty', () => {
    expect(normaliseDocument(keyPoints('', ' By  hand. ', ''))).toEqual(keyPoints('By hand.'));
    expect(normaliseDocument(keyPoints('', ' ')).content).toEqual([{ type: 'paragraph' }]);
  });

  test('are no more than a reader takes in: the rest becomes a list, with no word lost', () => {
    const points = Array.from({ length: maxKeyPoints + 2 }, (_, at) => `Point ${at + 1}.`);
    const document = keyPoints(...points);
    const once = normaliseDocument(document);
    expect(once.content.map(({ type }) => type)).toEqual(['keyPoints', 'bulletList']);
    expect(keyPointTexts(once)).toEqual(points.slice(0, maxKeyPoints));
    expect(documentText(once).text).toBe(documentText(document).text);
    expect(normaliseDocument(once)).toEqual(once);
    expect(normaliseDocument(keyPoints(...points.slice(2))).content).toHaveLength(1);
  });

  test('are a list under their name in HTML', () => {
    expect(html(keyPoints('Six & seven', 'By hand.'))).toBe(
      '<aside><p><strong>At a &lt;glance&gt;</strong></p>' +
        '<ul><li>Six &amp; seven</li><li>By hand.</li></ul></aside>',
    );
  });

  test('are a list under their name in Markdown', () => {
    expect(documentToMarkdown(keyPoints('1. *Six*', 'By hand.'))).toBe(
      '> **Key points**\n>\n> - 1\\. \\*Six\\*\n> - By hand.\n',
    );
  });

  test('are text in which a finding may rest', () => {
    const document = keyPoints('Six of them.', 'They counted by hand.');
    const { text } = documentText(document);
    expect(text).toBe('Six of them. They counted by hand.');
    const start = text.indexOf('by hand');
    const quote = quoteFromRange(text, start, start + 'by hand'.length);
    const parts = documentHighlights(document, [{ id: 'a', quote }]).segments(
      [0, 1, 0],
      'They counted by hand.',
    );
    expect(parts.filter(({ ids }) => ids.length > 0).map((part) => part.text)).toEqual(['by hand']);
  });
});
