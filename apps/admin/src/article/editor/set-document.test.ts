// @vitest-environment jsdom
import { Editor, type JSONContent } from '@tiptap/core';
import type { Document } from '@viewpoints/domain/document/document';
import { normaliseDocument } from '@viewpoints/domain/document/normalise-document';
import { anyDocument } from '@viewpoints/domain/testing/arbitraries';
import { aDocument } from '@viewpoints/domain/testing/builders';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDocument } from './read-document.ts';
import { schemaExtensions } from './schema/article-schema.ts';
import { setDocument } from './set-document.ts';

const editorWith = (...content: JSONContent[]) =>
  new Editor({ extensions: schemaExtensions, content: { type: 'doc', content } });
const blocks = (...texts: string[]): JSONContent[] =>
  texts.map((text) =>
    text === '' ? { type: 'paragraph' } : { type: 'paragraph', content: [{ type: 'text', text }] },
  );

/** The texts of an editor's blocks, with a bar at the cursor, which was at the bar in `texts`. */
function shown(texts: string[], document: Document): string[] {
  const editor = editorWith(...blocks(...texts.map((text) => text.replace('|', ''))));
  const at = texts.findIndex((text) => text.includes('|'));
  let from = 1 + (texts[at] ?? '').indexOf('|');
  for (let index = 0; index < at; index += 1) from += editor.state.doc.child(index).nodeSize;
  editor.commands.setTextSelection(from);
  setDocument(editor, document);
  const { $from } = editor.state.selection;
  const result = editor.state.doc.children.map(({ textContent }, index) =>
    index === $from.index(0)
      ? `${textContent.slice(0, $from.parentOffset)}|${textContent.slice($from.parentOffset)}`
      : textContent,
  );
  editor.destroy();
  return result;
}

describe('another document in the place of this one', () => {
  test('is what the editor has afterwards, for any two documents', () => {
    // The editor repairs tables whose spans do not fit; users cannot make such a table in it.
    const normal = anyDocument.map(({ content }) =>
      normaliseDocument({ type: 'doc', content: content.filter(({ type }) => type !== 'table') }),
    );
    fc.assert(
      fc.property(normal, normal, (before, after) => {
        const editor = editorWith(...(before.content as JSONContent[]));
        setDocument(editor, after);
        expect(readDocument(editor.state.doc)).toEqual(after);
        editor.destroy();
      }),
      { numRuns: 60 },
    );
  });

  test('leaves the cursor among the words it was in, though paragraphs come before them', () => {
    expect(
      shown(['One', 'Two wo|rds', 'Three'], aDocument('Zero', 'One', 'Two words', '3')),
    ).toEqual(['Zero', 'One', 'Two wo|rds', '3']);
    expect(shown(['One', 'Two wo|rds'], aDocument('One', 'Two words of another'))).toEqual([
      'One',
      'Two wo|rds of another',
    ]);
    expect(shown(['One', 'Two wo|rds'], aDocument('One', 'All two words'))).toEqual([
      'One',
      'All two wo|rds',
    ]);
  });

  test('leaves a space just typed, and an empty paragraph that waits for words', () => {
    expect(shown(['One', 'Two |'], aDocument('One more', 'Two'))).toEqual(['One more', 'Two |']);
    expect(shown(['One', '|', 'Three'], aDocument('One', 'Three', 'Four'))).toEqual([
      'One',
      '|',
      'Three',
      'Four',
    ]);
  });

  test('takes the place of an editor in which nothing was written', () => {
    expect(shown(['|'], aDocument('One', 'Two')).map((text) => text.replace('|', ''))).toEqual([
      'One',
      'Two',
    ]);
  });
});
