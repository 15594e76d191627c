// @vitest-environment jsdom
import { Node } from '@tiptap/pm/model';
import { NodeSelection } from '@tiptap/pm/state';
import { mentionReasons } from '@viewpoints/domain/attribution/mention-reasons';
import { Document } from '@viewpoints/domain/document/document';
import { expect, test } from 'vitest';
import { articleSchema } from '../../editor/schema/article-schema.ts';
import { targetOf } from '../../publish/reason-target.ts';
import { editorText } from './text-positions.ts';
import { selectionOfWords } from './words-in-text.ts';

const text = (value: string, ...marks: string[]) => ({
  type: 'text',
  text: value,
  ...(marks.length ? { marks: marks.map((type) => ({ type })) } : {}),
});
const editorDoc = (...paragraphs: object[][]) =>
  Node.fromJSON(
    articleSchema,
    Document.parse({
      type: 'doc',
      content: paragraphs.map((content) => ({ type: 'paragraph', content })),
    }),
  );

/** The targets of alarms about a protected name in a text. */
function placesIn(doc: Node, name: string) {
  const protectedName = {
    ...{ what: 'name' as const, text: name },
    ...{ sourceId: '01900000-0000-4000-8000-000000000001', participantId: null },
  };
  const searched = [{ text: editorText(doc).text, at: 'body' }];
  return mentionReasons(searched, [protectedName], { articleId: null }).map(targetOf);
}

/** The words selected at each place; null if a place names none. */
const selectedAt = (doc: Node, places: ReturnType<typeof placesIn>) =>
  places.map((place) => {
    const found = place?.kind === 'body' ? place.found : undefined;
    const selection = found ? selectionOfWords(doc, found) : null;
    return selection ? doc.textBetween(selection.from, selection.to) : null;
  });

const doc = editorDoc(
  [text('It rained. '), text('Mira', 'strong'), text(' Hale came, and later another man.')],
  [text('Nobody but Mira Hale spoke.')],
);

test('every place of a protected name leads to its words, whatever marks run through them', () => {
  const places = placesIn(doc, 'Mira Hale');
  expect(selectedAt(doc, places)).toEqual(['Mira Hale', 'Mira Hale']);
  const starts = places.map((place) =>
    place?.kind === 'body' && place.found ? selectionOfWords(doc, place.found)?.from : null,
  );
  expect(new Set(starts).size).toBe(2);
});

test('words that have moved since are found where they are now, and gone ones nowhere', () => {
  const places = placesIn(doc, 'Mira Hale');
  const moved = editorDoc([text('A new beginning. It rained. Mira Hale came.')]);
  expect(selectedAt(moved, places)).toEqual(['Mira Hale', 'Mira Hale']);
  expect(selectedAt(editorDoc([text('It rained.')]), places)).toEqual([null, null]);
});

test('words of a note lead to its call', () => {
  const noted = editorDoc([
    text('It rained.'),
    { type: 'footnote', content: [text('So said Mira Hale.')] },
  ]);
  const [place] = placesIn(noted, 'Mira Hale');
  const found = place?.kind === 'body' ? place.found : undefined;
  const selection = found ? selectionOfWords(noted, found) : null;
  expect(selection).toBeInstanceOf(NodeSelection);
  expect((selection as NodeSelection).node.type.name).toBe('footnote');
});
