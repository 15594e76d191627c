import { documentText } from '@viewpoints/domain/document/document-text';
import { aDocument, idOf } from '@viewpoints/domain/testing/builders';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { commentedWords, findWords, markWords } from '../comment-marks.ts';
import { readShared, SharedContent, writeShared } from '../shared-content.ts';
import {
  suggestBreak,
  suggestDeletion,
  suggestMoved,
  suggestOfBlock,
  suggestParagraph,
  suggestWords,
} from '../testing/suggest.ts';
import { dropSuggestionsIn } from './drop-suggestions.ts';
import { decideIn, isAcceptable, suggestedNodes, suggestionsIn } from './shared-suggestions.ts';
import { type SuggestionKey, writeBlockChange, writeKey } from './suggestion.ts';

const content: SharedContent = SharedContent.parse({
  slug: 'the-quiet-strait',
  headline: 'The quiet strait',
  standfirst: 'Who said what of the water.',
  topicIds: [],
  byline: null,
  body: aDocument('It rained hard in the north.', 'It snowed in the south, said the envoy.'),
});
const [ines, omar] = [idOf(1), idOf(2)];
const one: SuggestionKey = { by: ines, id: idOf(31) };
const two: SuggestionKey = { by: omar, id: idOf(32) };

function sharedOf(body = content.body): Y.Doc {
  const shared = new Y.Doc();
  writeShared(shared, { ...content, body });
  return shared;
}
const bodyOf = (shared: Y.Doc) => readShared(shared).data?.body;
const decide = (shared: Y.Doc, verdict: 'accept' | 'refuse', ...keys: SuggestionKey[]) =>
  decideIn(shared, {
    verdict,
    isMeant: (key) => keys.length === 0 || keys.map(writeKey).includes(writeKey(key)),
  });
const strong = JSON.stringify({ type: 'strong' });

/** Each kind of suggestion, with the text once it is accepted. */
const kinds: [string, (shared: Y.Doc) => void, ReturnType<typeof aDocument>][] = [
  [
    'words that are put in',
    (shared) => suggestWords(shared, one, ' and long', 'hard'),
    aDocument('It rained hard and long in the north.', 'It snowed in the south, said the envoy.'),
  ],
  [
    'words that are deleted',
    (shared) => suggestDeletion(shared, one, ' hard'),
    aDocument('It rained in the north.', 'It snowed in the south, said the envoy.'),
  ],
  [
    'words in the place of others',
    (shared) => {
      suggestDeletion(shared, one, 'hard');
      suggestWords(shared, one, 'softly', 'hard');
    },
    aDocument('It rained softly in the north.', 'It snowed in the south, said the envoy.'),
  ],
  [
    'a paragraph that is put in',
    (shared) => suggestParagraph(shared, one, 'Then it stopped.', 'rained'),
    aDocument(
      'It rained hard in the north.',
      'Then it stopped.',
      'It snowed in the south, said the envoy.',
    ),
  ],
  [
    'a paragraph that is deleted',
    (shared) => suggestOfBlock(shared, 'suggestedDeletion', writeKey(one), 'rained'),
    aDocument('It snowed in the south, said the envoy.'),
  ],
  [
    'a paragraph that ends earlier',
    (shared) => suggestBreak(shared, one, 'It rained hard'),
    aDocument('It rained hard', 'in the north.', 'It snowed in the south, said the envoy.'),
  ],
  [
    'a paragraph that is joined to the one before',
    (shared) => suggestOfBlock(shared, 'suggestedJoin', writeKey(one), 'snowed'),
    aDocument('It rained hard in the north.It snowed in the south, said the envoy.'),
  ],
  [
    'a paragraph that is a heading',
    (shared) =>
      suggestOfBlock(
        shared,
        'suggestedChange',
        writeBlockChange(one, { type: 'heading', attrs: { level: 2 } }),
        'rained',
      ),
    {
      type: 'doc',
      content: [
        {
          type: 'heading',
          attrs: { level: 2 },
          content: [{ type: 'text', text: 'It rained hard in the north.' }],
        },
        ...aDocument('It snowed in the south, said the envoy.').content,
      ],
    } as ReturnType<typeof aDocument>,
  ],
  [
    'a paragraph that is an item of a list',
    (shared) =>
      suggestMoved(shared, one, 'rained', {
        within: [
          { type: 'bulletList', attrs: {} },
          { type: 'listItem', attrs: {} },
        ],
      }),
    {
      type: 'doc',
      content: [
        {
          type: 'bulletList',
          content: [
            { type: 'listItem', content: aDocument('It rained hard in the north.').content },
          ],
        },
        ...aDocument('It snowed in the south, said the envoy.').content,
      ],
    } as ReturnType<typeof aDocument>,
  ],
  [
    'words that are bold',
    (shared) => {
      const [block] = shared.getXmlFragment('body').toArray();
      const [text] = block instanceof Y.XmlElement ? block.toArray() : [];
      if (text instanceof Y.XmlText)
        text.format(3, 6, { 'format--AAAAAAAA': { ...one, change: 'add', mark: strong } });
    },
    {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'It ' },
            { type: 'text', text: 'rained', marks: [{ type: 'strong' }] },
            { type: 'text', text: ' hard in the north.' },
          ],
        },
        ...aDocument('It snowed in the south, said the envoy.').content,
      ],
    } as ReturnType<typeof aDocument>,
  ],
];

describe.each(kinds)('%s by a suggestion', (_name, suggest, accepted) => {
  test('change nothing that the article says', () => {
    const shared = sharedOf();
    suggest(shared);
    expect(suggestionsIn(shared)).toHaveLength(1);
    expect(readShared(shared).data).toEqual(content);
    expect(isAcceptable(suggestedNodes(shared))).toBe(true);
  });

  test('are what it says once they are accepted', () => {
    const shared = sharedOf();
    suggest(shared);
    decide(shared, 'accept', one);
    expect(bodyOf(shared)).toEqual(accepted);
    expect(suggestionsIn(shared)).toEqual([]);
  });

  test('are gone without a trace once they are refused', () => {
    const shared = sharedOf();
    suggest(shared);
    decide(shared, 'refuse', one);
    expect(readShared(shared).data).toEqual(content);
    expect(suggestedNodes(shared)).toEqual([]);
  });

  test('are gone without a trace where all are dropped', () => {
    const shared = sharedOf();
    suggest(shared);
    dropSuggestionsIn(shared);
    expect(readShared(shared).data).toEqual(content);
    expect(suggestedNodes(shared)).toEqual([]);
  });

  test('stay in blocks that a save leaves alone', () => {
    const shared = sharedOf();
    suggest(shared);
    const found = suggestionsIn(shared);
    const more = { ...content, body: aDocument(...texts(content.body), 'And that was all.') };
    writeShared(shared, more);
    expect(suggestionsIn(shared)).toEqual(found);
    expect(readShared(shared).data).toEqual(more);
  });

  test('go with the block that a save replaces', () => {
    const shared = sharedOf();
    suggest(shared);
    const other = { ...content, body: aDocument('Something else.', 'Quite.') };
    writeShared(shared, other);
    expect(suggestionsIn(shared)).toEqual([]);
    expect(readShared(shared).data).toEqual(other);
  });
});

const texts = (body: SharedContent['body']): string[] =>
  body.content.map((block) => documentText({ type: 'doc', content: [block] }).text);

describe('suggestions of two people', () => {
  test('are decided one by one', () => {
    const shared = sharedOf();
    suggestWords(shared, one, ' and long', 'hard');
    suggestDeletion(shared, two, ', said the envoy');
    decide(shared, 'refuse', two);
    decide(shared, 'accept', one);
    expect(bodyOf(shared)).toEqual(
      aDocument('It rained hard and long in the north.', 'It snowed in the south, said the envoy.'),
    );
  });

  test('are decided in any order where one would delete what the other puts in', () => {
    for (const order of [
      [one, two],
      [two, one],
    ]) {
      const shared = sharedOf();
      suggestWords(shared, one, ' and long', 'hard');
      suggestDeletion(shared, two, ' and long');
      for (const key of order) decide(shared, 'accept', key);
      expect(bodyOf(shared)).toEqual(content.body);
      expect(suggestionsIn(shared)).toEqual([]);
    }
  });

  test('accepted twice are accepted once', () => {
    const shared = sharedOf();
    suggestBreak(shared, one, 'It rained hard');
    decide(shared, 'accept', one);
    const after = bodyOf(shared);
    decide(shared, 'accept', one);
    expect(bodyOf(shared)).toEqual(after);
  });
});

test('what others delete while suggestions are accepted stays deleted', () => {
  const server = sharedOf(aDocument('One two three four five six seven.'));
  suggestDeletion(server, one, 'One ');
  suggestDeletion(server, one, 'seven');
  suggestWords(server, one, ' and a half', 'three');
  const page = new Y.Doc();
  Y.applyUpdate(page, Y.encodeStateAsUpdate(server));
  decide(server, 'accept', one);
  const [block] = page.getXmlFragment('body').toArray();
  const [text] = block instanceof Y.XmlElement ? block.toArray() : [];
  if (text instanceof Y.XmlText)
    text.delete('One two three and a half four '.length, 'five '.length);
  Y.applyUpdate(server, Y.encodeStateAsUpdate(page));
  expect(bodyOf(server)).toEqual(aDocument('two three and a half four six .'));
});

describe('what is said of a text with suggestions', () => {
  test('is about its words without them', () => {
    const shared = sharedOf();
    suggestWords(shared, one, ' and long', 'rained');
    const { text } = documentText(content.body);
    const start = text.indexOf('rained hard');
    const quote = {
      start,
      end: start + 11,
      exact: 'rained hard',
      prefix: 'It ',
      suffix: ' in the north.',
    };
    const place = findWords(shared, quote);
    expect(place).toEqual({ start, end: start + 11, exact: 'rained hard' });
    if (place) markWords(shared, { id: idOf(50), ...place });
    expect(commentedWords(shared)).toEqual(new Map([[idOf(50), 'rained hard']]));
    expect(suggestionsIn(shared).map(({ id, parts }) => [id, parts])).toEqual([
      [one.id, [{ kind: 'insert', text: ' and long' }]],
    ]);
  });

  test('no schema accepts a mark that has more than whose it is', () => {
    const attributes: Record<string, object>[] = [
      { insertion: { ...one, why: 'words' } },
      { insertion: { by: ines } },
      { deletion: { by: 'Ines', id: one.id } },
      { 'format--AAAAAAAA': { ...one, change: 'add', mark: '{"type":"blink"}' } },
      { format: { ...one, change: 'add', mark: strong } },
    ];
    for (const attribute of attributes) {
      const shared = sharedOf();
      const [block] = shared.getXmlFragment('body').toArray();
      const [text] = block instanceof Y.XmlElement ? block.toArray() : [];
      if (text instanceof Y.XmlText) text.format(0, 2, attribute);
      expect(readShared(shared).success, JSON.stringify(attribute)).toBe(false);
    }
  });

  test('no schema accepts an attribute of a block that is no suggestion', () => {
    const bad = [
      ['suggestedDeletion', 'words'],
      ['suggestedChange', `${writeKey(one)} words`],
      ['suggestedJoin', `${writeKey(one)}/words`],
    ] as const;
    for (const [name, value] of bad) {
      const shared = sharedOf();
      suggestOfBlock(shared, name, value, 'rained');
      expect(readShared(shared).success, value).toBe(false);
    }
  });

  test('a block that no article can have is not acceptable', () => {
    const shared = sharedOf();
    const value = writeBlockChange(one, { type: 'heading', attrs: { level: 77 } });
    suggestOfBlock(shared, 'suggestedChange', value, 'rained');
    expect(isAcceptable(suggestedNodes(shared))).toBe(false);
  });
});
