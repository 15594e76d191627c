import { aDocument, idOf } from '@viewpoints/domain/testing/builders';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { SharedContent, writeShared } from '../shared-content.ts';
import {
  placeOf,
  suggestBreak,
  suggestDeletion,
  suggestOfBlock,
  suggestParagraph,
  suggestWords,
} from '../testing/suggest.ts';
import { digestSuggestion } from './digest-suggestion.ts';
import { suggestionsIn } from './shared-suggestions.ts';
import { type SuggestionKey, writeKey } from './suggestion.ts';

const content: SharedContent = SharedContent.parse({
  slug: 'the-quiet-strait',
  headline: 'The quiet strait',
  standfirst: 'Who said what of the water.',
  topicIds: [],
  byline: null,
  body: aDocument(
    'The envoy may agree, he said.',
    'Nobody agrees.',
    'The envoy will agree, he said.',
    'Nobody agrees.',
  ),
});
const one: SuggestionKey = { by: idOf(1), id: idOf(31) };
const other: SuggestionKey = { by: idOf(2), id: idOf(32) };

type Act = (shared: Y.Doc) => void;
async function digestAfter(...acts: Act[]): Promise<string> {
  const shared = new Y.Doc();
  writeShared(shared, content);
  for (const act of acts) act(shared);
  const found = suggestionsIn(shared).find(({ id }) => id === one.id);
  return found ? digestSuggestion(found) : '';
}
/** A block by its number: two of them say the same. */
const blockAt = (shared: Y.Doc, index: number) =>
  shared.getXmlFragment('body').get(index) as Y.XmlElement;
const addBehind =
  (index: number): Act =>
  (shared) => {
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [new Y.XmlText('Then it rained.')]);
    paragraph.setAttribute('suggestedInsertion', writeKey(one));
    shared.getXmlFragment('body').insert(index + 1, [paragraph]);
  };

describe('the digest of a suggestion is another one', () => {
  test.each<[string, Act, Act]>([
    [
      'where words are put in',
      (doc) => suggestWords(doc, one, ' not', 'may'),
      (doc) => suggestWords(doc, one, ' not', 'will'),
    ],
    [
      'where words are deleted',
      (doc) => suggestDeletion(doc, one, ' agree, he'),
      (doc) => {
        const { text, at } = placeOf(doc, 'will agree');
        text.format(at + 4, ' agree, he'.length, { deletion: one });
      },
    ],
    [
      'where a paragraph ends',
      (doc) => suggestBreak(doc, one, 'The envoy may'),
      (doc) => suggestBreak(doc, one, 'The envoy will'),
    ],
    ['where a paragraph is put in', addBehind(0), addBehind(2)],
    [
      'which of two paragraphs that say the same would go',
      (doc) => blockAt(doc, 1).setAttribute('suggestedDeletion', writeKey(one)),
      (doc) => blockAt(doc, 3).setAttribute('suggestedDeletion', writeKey(one)),
    ],
    [
      'which of them is joined',
      (doc) => blockAt(doc, 1).setAttribute('suggestedJoin', writeKey(one)),
      (doc) => blockAt(doc, 3).setAttribute('suggestedJoin', writeKey(one)),
    ],
    [
      'where the second of several words is',
      (doc) => {
        suggestWords(doc, one, ' x', 'The envoy');
        suggestWords(doc, one, ' x', 'may');
      },
      (doc) => {
        suggestWords(doc, one, ' x', 'The envoy');
        suggestWords(doc, one, ' x', 'will');
      },
    ],
  ])('with %s', async (_name, here, there) => {
    expect(await digestAfter(here)).toBe(await digestAfter(here));
    expect(await digestAfter(here)).not.toBe(await digestAfter(there));
  });
});

test('it is the same whatever is written elsewhere, or suggested next to it by others', async () => {
  const acts: Act[] = [
    (doc) => suggestWords(doc, one, ' not', 'may'),
    addBehind(1),
    (doc) => suggestOfBlock(doc, 'suggestedDeletion', writeKey(one), 'The envoy will'),
  ];
  const around: Act[] = [
    (doc) => suggestWords(doc, other, ' soon', 'agree'),
    (doc) => suggestWords(doc, other, ' ever', 'may'),
    (doc) => suggestParagraph(doc, other, 'In between.', 'The envoy may'),
    (doc) => {
      const { text, at } = placeOf(doc, 'The envoy will');
      text.insert(at, 'It was late. ', {});
    },
  ];
  for (const act of acts.slice(0, 2))
    for (const beside of around)
      expect(await digestAfter(act, beside)).toBe(await digestAfter(act));
  expect(await digestAfter(acts[2] as Act, ...around.slice(0, 3))).toBe(
    await digestAfter(acts[2] as Act),
  );
});
