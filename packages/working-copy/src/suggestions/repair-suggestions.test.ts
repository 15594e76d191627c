import { aDocument, idOf } from '@viewpoints/domain/testing/builders';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { readShared, SharedContent, writeShared } from '../shared-content.ts';
import { placeOf, suggestParagraph, suggestWords } from '../testing/suggest.ts';
import { isKnown } from './is-known.ts';
import { repairSuggestionsIn } from './repair-suggestions.ts';
import { decideIn, suggestedNodes, suggestionsIn } from './shared-suggestions.ts';
import type { SuggestionKey } from './suggestion.ts';

const content: SharedContent = SharedContent.parse({
  slug: 'the-quiet-strait',
  headline: 'The quiet strait',
  standfirst: 'Who said what of the water.',
  topicIds: [],
  byline: null,
  body: aDocument('The envoy may agree.', 'It was cold.'),
});
const [words, block]: SuggestionKey[] = [
  { by: idOf(1), id: idOf(31) },
  { by: idOf(2), id: idOf(32) },
];
function sharedOf(...acts: ((shared: Y.Doc) => void)[]): Y.Doc {
  const shared = new Y.Doc();
  writeShared(shared, content);
  suggestWords(shared, words as SuggestionKey, ' not', 'may');
  suggestParagraph(shared, block as SuggestionKey, 'Then it stopped.', 'cold');
  for (const act of acts) act(shared);
  return shared;
}
const mark = (text: string, marks: Record<string, object>) => (shared: Y.Doc) => {
  const place = placeOf(shared, text);
  place.text.format(place.at, text.length, marks);
};
const partsIn = (shared: Y.Doc) => suggestionsIn(shared).map(({ id, parts }) => [id, parts]);

test.each<[string, (shared: Y.Doc) => void]>([
  ['a mark that there is not', mark(' not', { evil: {} })],
  ['a link that runs a program', mark(' not', { link: { href: 'javascript:alert(1)' } })],
  ['a comment that is none', mark(' not', { 'comment--AAAAAAAA': { junk: 'junk' } })],
  ['a format without a key', mark('Then', { 'format--AAAAAAAA': { junk: 'junk' } })],
  ['an attribute of a block', (shared) => placeOf(shared, 'Then').block.setAttribute('a', 'b')],
  [
    'what looks as if the block would go',
    (shared) => placeOf(shared, 'Then').block.setAttribute('suggestedDeletion', 'junk'),
  ],
])('%s goes from what is suggested, and nothing else', (_name, act) => {
  const good = sharedOf();
  const shared = sharedOf(act);
  expect(isKnown(suggestedNodes(shared))).toBe(false);
  expect(repairSuggestionsIn(shared)).toBe(true);
  expect(partsIn(shared)).toEqual(partsIn(good));
  expect(readShared(shared).data).toEqual(content);
  decideIn(shared, { verdict: 'accept', isMeant: () => true });
  expect(JSON.stringify(readShared(shared).data?.body)).toContain('may not agree');
});

test('a block that cannot be made what an article may have goes, and what is suggested elsewhere stays', () => {
  const shared = sharedOf((doc) => {
    const body = doc.getXmlFragment('body');
    const evil = new Y.XmlElement('evil');
    evil.setAttribute('suggestedInsertion', `${idOf(2)}/${idOf(33)}`);
    body.insert(1, [evil]);
    const stray = new Y.XmlText();
    stray.insert(0, 'stray', { insertion: words as object, evil: {} });
    body.insert(0, [stray]);
  });
  expect(repairSuggestionsIn(shared)).toBe(true);
  expect(partsIn(shared)).toEqual(partsIn(sharedOf()));
  expect(readShared(shared).data).toEqual(content);
});

test('what an article may have is left alone', () => {
  const shared = sharedOf(
    mark(' not', { strong: {}, 'comment--AAAAAAAA': { id: idOf(7) }, deletion: block as object }),
  );
  const before = Y.encodeStateAsUpdate(shared);
  expect(repairSuggestionsIn(shared)).toBe(false);
  expect(Y.encodeStateAsUpdate(shared)).toEqual(before);
});
