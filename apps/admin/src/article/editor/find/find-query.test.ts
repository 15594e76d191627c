import { EditorState } from '@tiptap/pm/state';
import { documentSchema } from '@viewpoints/working-copy/document-schema';
import { expect, test } from 'vitest';
import { type FindOptions, findQuery } from './find-query.ts';

const words = (text: string, ...marks: object[]) => ({ type: 'text', text, marks });
const key = { id: 'a', by: 'b' };
const state = EditorState.create({
  doc: documentSchema.nodeFromJSON({
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [
          words('The “rains” came – and'),
          { type: 'footnote', content: [words('The minutes.')] },
          words(' went. It was '),
          words('not ', { type: 'insertion', attrs: key }),
          words('very ', { type: 'deletion', attrs: key }),
          words('wet.', { type: 'strong' }),
        ],
      },
    ],
  }),
});

/** The matches of some words, as the text has them. */
function foundOf(words: string, how: Partial<FindOptions> = {}): string[] {
  const query = findQuery({
    ...{ words, replacement: '', matchCase: false, wholeWords: false, ...how },
  });
  const found: string[] = [];
  for (let from = 0; ; ) {
    const match = query.findNext(state, from);
    if (match === null) return found;
    found.push(state.doc.textBetween(match.from, match.to));
    from = match.to;
  }
}

test('marks of a keyboard find those of print', () => {
  expect(foundOf('"rains" came - and')).toEqual(['“rains” came – and']);
  expect(foundOf('THE')).toEqual(['The', 'The']);
  expect(foundOf('the', { matchCase: true })).toEqual([]);
  expect(foundOf('we', { wholeWords: true })).toEqual([]);
  expect(foundOf('.')).toEqual(['.', '.', '.']);
});

test('words are found in a note, and none over it or its edge', () => {
  expect(foundOf('minutes')).toEqual(['minutes']);
  expect(foundOf('and the minutes')).toEqual([]);
  expect(foundOf('and the minutes.  went')).toEqual([]);
});

test('what is only suggested is not found', () => {
  expect(foundOf('not')).toEqual([]);
  expect(foundOf('was not')).toEqual([]);
  expect(foundOf('very wet')).toEqual([]);
  expect(foundOf('wet')).toEqual(['wet']);
});
