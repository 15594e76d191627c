// @vitest-environment jsdom
import { type Node, Node as PMNode } from '@tiptap/pm/model';
import { EditorState } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import { articleSchema } from '../editor/schema/article-schema.ts';
import { replaceDifference } from './replace-difference.ts';

const documentOf = (...texts: string[]): Node =>
  PMNode.fromJSON(articleSchema, {
    type: 'doc',
    content: texts.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
  });

/** The document after the replacement, and where a place in it is then. */
function replaced(before: Node, after: Node, place: number) {
  const tr = replaceDifference(EditorState.create({ doc: before }).tr, after.content);
  return { doc: tr.doc, place: tr.mapping.map(place) };
}

const strait = ['It rained in the north.', 'The strait is quiet.', 'It snowed in the south.'];
/** In "quiet", in the second paragraph. */
const inQuiet = 25 + 1 + 14;

test.each<[string, string[], number]>([
  ['words before it in other paragraphs', ['It never rained there.', ...strait.slice(1)], -1],
  ['words after it', [...strait.slice(0, 2), 'Nothing.'], 0],
  ['a paragraph before it', ['New.', ...strait], 6],
  [
    'words before it in the same paragraph',
    [strait[0] ?? '', 'The wide strait is quiet.', strait[2] ?? ''],
    5,
  ],
  ['paragraphs on both sides', ['It rained.', strait[1] ?? '', 'It snowed.'], -13],
])('a place in the text stays at its letters where somebody changes %s', (_, texts, by) => {
  const after = documentOf(...texts);
  const { doc, place } = replaced(documentOf(...strait), after, inQuiet);
  expect(doc.eq(after)).toBe(true);
  expect(place).toBe(inQuiet + by);
  expect(doc.textBetween(place, place + 5)).toBe('quiet');
});

test('a text that is the same is left alone', () => {
  const tr = replaceDifference(
    EditorState.create({ doc: documentOf(...strait) }).tr,
    documentOf(...strait).content,
  );
  expect(tr.docChanged).toBe(false);
});

test('any text can take the place of any other', () => {
  const texts = [strait, ['One.'], ['It snowed in the south.', 'One.'], ['A', 'B', 'C', 'D']];
  for (const before of texts)
    for (const after of texts) {
      const { doc } = replaced(documentOf(...before), documentOf(...after), 1);
      expect(doc.eq(documentOf(...after))).toBe(true);
    }
});
