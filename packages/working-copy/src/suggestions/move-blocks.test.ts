import type { Document } from '@viewpoints/domain/document/document';
import { documentText } from '@viewpoints/domain/document/document-text';
import { aDocument, idOf } from '@viewpoints/domain/testing/builders';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { readShared, SharedContent, writeNodes, writeShared } from '../shared-content.ts';
import { decideSuggestions } from './decide-suggestions.ts';
import { isKnown } from './is-known.ts';
import type { Json } from './json.ts';
import { listSuggestions } from './list-suggestions.ts';
import { placeBlocks } from './move-blocks.ts';
import { decideIn, isAcceptable, suggestedNodes, suggestionsIn } from './shared-suggestions.ts';
import {
  type BlockMove,
  type SuggestionKey,
  suggestionAttributes,
  writeBlockChange,
  writeKey,
} from './suggestion.ts';
import { withoutSuggestions } from './without-suggestions.ts';

const one: SuggestionKey = { by: idOf(1), id: idOf(31) };
const two: SuggestionKey = { by: idOf(2), id: idOf(32) };
const paragraph = (text: string, attrs?: Record<string, unknown>): Json => ({
  type: 'paragraph',
  ...(attrs ? { attrs } : {}),
  content: [{ type: 'text', text }],
});
const item = (...content: Json[]): Json => ({ type: 'listItem', content });
const list = (...content: Json[]): Json => ({ type: 'bulletList', content });
const kind = (type: string) => ({ type, attrs: {} });
const inList = (shared: number): BlockMove => ({
  within: [kind('bulletList'), kind('listItem')],
  shared,
});
const moved = (key: SuggestionKey, text: string, move: BlockMove): Json =>
  paragraph(text, {
    suggestedChange: writeBlockChange(key, { ...kind('paragraph'), move }),
  });
const decide = (nodes: Json[], verdict: 'accept' | 'refuse', ...keys: SuggestionKey[]): Json[] =>
  decideSuggestions(nodes, {
    verdict,
    isMeant: (key) => keys.length === 0 || keys.some((each) => writeKey(each) === writeKey(key)),
  });
const says = (nodes: Json[]): string =>
  documentText({ type: 'doc', content: withoutSuggestions(nodes) } as Document).text;

test('what is listed of a moved block are the containers that it is in and would be in', () => {
  const nodes = [list(item(moved(one, 'Rain', { within: [kind('blockQuote')], shared: 0 })))];
  expect(listSuggestions(nodes).map(({ parts }) => parts)).toEqual([
    [
      {
        kind: 'move_block',
        type: 'paragraph',
        text: 'Rain',
        to: 'paragraph',
        from: ['bulletList', 'listItem'],
        within: ['blockQuote'],
        shared: 0,
      },
    ],
  ]);
});

describe('the title of a callout that blocks leave', () => {
  const callout = (title: string | null, ...content: Json[]): Json => ({
    ...{ type: 'callout', attrs: { kind: 'note', title }, content },
  });
  const out: BlockMove = { within: [], shared: 0 };
  const titled = (...content: Json[]) => callout('How we counted', ...content);

  test('is over the first part only where the callout is divided', () => {
    const nodes = [titled(paragraph('Rain'), moved(one, 'Snow', out), paragraph('Wind'))];
    expect(decide(nodes, 'accept')).toEqual([
      titled(paragraph('Rain')),
      paragraph('Snow'),
      callout(null, paragraph('Wind')),
    ]);
  });

  test('stays where the first block leaves, or is moved within the callout', () => {
    expect(decide([titled(moved(one, 'Rain', out), paragraph('Snow'))], 'accept')).toEqual([
      paragraph('Rain'),
      titled(paragraph('Snow')),
    ]);
    const { type, attrs } = titled();
    const within = [
      { type, attrs: { kind: 'note', title: 'How we counted' } },
      ...inList(0).within,
    ];
    expect(attrs).toEqual(within[0]?.attrs);
    const nodes = [{ ...titled(moved(one, 'Rain', { within, shared: 0 }), paragraph('Snow')) }];
    expect(decide(nodes, 'accept')).toEqual([
      titled(list(item(paragraph('Rain'))), paragraph('Snow')),
    ]);
  });

  const lostIn = (...content: Json[]) =>
    listSuggestions([titled(...content)]).map(({ parts }) =>
      parts.flatMap((part) => ('details' in part ? (part.details ?? []) : [])),
    );
  const lost = { of: 'callout', name: 'lostTitle', value: 'How we counted' };

  test('is shown where it goes with the last block', () => {
    expect(lostIn(moved(one, 'Rain', out))).toEqual([[lost]]);
    expect(lostIn(moved(one, 'Rain', out), moved(two, 'Snow', out))).toEqual([[lost], [lost]]);
    const deleted = paragraph('Snow', { suggestedDeletion: writeKey(one) });
    expect(lostIn(moved(one, 'Rain', out), deleted)).toEqual([[lost]]);
    expect(lostIn(moved(one, 'Rain', out), paragraph('Snow'))).toEqual([[]]);
  });
});

describe('moves of two people', () => {
  const nodes = [
    list(item(paragraph('Rain'))),
    moved(one, 'Snow', inList(1)),
    moved(two, 'Wind', inList(1)),
  ];

  test('are in one list where both are accepted, in either order', () => {
    const all = [list(...['Rain', 'Snow', 'Wind'].map((text) => item(paragraph(text))))];
    expect(decide(nodes, 'accept')).toEqual(all);
    expect(decide(decide(nodes, 'accept', one), 'accept', two)).toEqual(all);
    const apart = decide(decide(nodes, 'accept', two), 'accept', one);
    expect(says(apart)).toBe(says(nodes));
  });

  test('are in a list of their own where the one before is refused', () => {
    expect(decide(decide(nodes, 'refuse', one), 'accept', two)).toEqual([
      list(item(paragraph('Rain'))),
      paragraph('Snow'),
      list(item(paragraph('Wind'))),
    ]);
  });
});

describe('a block is not moved into a list that may disappear', () => {
  test.each([
    ['suggestedInsertion', 'refuse'],
    ['suggestedDeletion', 'accept'],
  ] as const)('by %s', (attribute, verdict) => {
    const pending = {
      ...list(item(paragraph('Rain'))),
      attrs: { [attribute]: writeKey(one) },
    };
    const nodes = [pending, moved(two, 'Snow', inList(1)), paragraph('Wind')];
    const accepted = decide(nodes, 'accept', two);
    expect(decide(accepted, verdict, one)).toEqual([
      list(item(paragraph('Snow'))),
      paragraph('Wind'),
    ]);
    // If the list stays, it is the same one.
    const stays = decide(nodes, verdict === 'accept' ? 'refuse' : 'accept', one);
    expect(decide(stays, 'accept', two)).toEqual([
      list(item(paragraph('Rain')), item(paragraph('Snow'))),
      paragraph('Wind'),
    ]);
  });
});

describe('what an article may not have', () => {
  test.each<[string, Json]>([
    [
      'a block in an unknown container',
      moved(one, 'Rain', { within: [kind('marquee')], shared: 0 }),
    ],
    ['an item without a list', moved(one, 'Rain', { within: [kind('listItem')], shared: 0 })],
    [
      'a quote in a list',
      moved(one, 'Rain', {
        within: [...inList(0).within, kind('blockQuote')],
        shared: 0,
      }),
    ],
    [
      'a container with an unknown attribute',
      moved(one, 'Rain', {
        within: [{ type: 'bulletList', attrs: { onclick: 'x' } }, kind('listItem')],
        shared: 0,
      }),
    ],
    [
      'a block out of a cell',
      {
        type: 'table',
        content: [
          {
            type: 'tableRow',
            content: [
              {
                type: 'tableCell',
                attrs: { colspan: 1, rowspan: 1, colwidth: null },
                content: [moved(one, 'Rain', { within: [], shared: 0 })],
              },
            ],
          },
        ],
      },
    ],
  ])('cannot be suggested: %s', (_name, node) => {
    expect(isAcceptable([node])).toBe(false);
  });

  test('a container stays where it is, whatever is suggested of it', () => {
    const move: BlockMove = { within: [kind('blockQuote')], shared: 0 };
    const suggestedChange = writeBlockChange(one, { ...kind('bulletList'), move });
    const node = { ...list(item(paragraph('Rain'))), attrs: { suggestedChange } };
    expect(decide([node], 'accept')).toEqual([list(item(paragraph('Rain')))]);
  });
});

describe('any text with any moves', () => {
  const words = fc.constantFrom('rain', 'snow', 'wind');
  const moves = fc.option(
    fc.record({
      key: fc.constantFrom(one, two),
      move: fc.constantFrom<BlockMove>(
        { within: [], shared: 0 },
        inList(0),
        inList(1),
        inList(2),
        { within: [...inList(0).within, ...inList(0).within], shared: 2 },
        { within: [kind('blockQuote')], shared: 1 },
        { within: [kind('blockQuote'), ...inList(0).within], shared: 3 },
      ),
    }),
    { nil: null },
  );
  const leaf = fc
    .tuple(words, moves)
    .map(([text, move]) => (move ? moved(move.key, text, move.move) : paragraph(text)));
  const items = fc
    .array(leaf, { minLength: 1, maxLength: 3 })
    .map((all) => all.map((each) => item(each)));
  const blocks = fc.oneof(
    leaf,
    items.map((all) => list(...all)),
    fc.tuple(leaf, items).map(([first, rest]) => list(item(first, list(...rest)))),
    fc
      .array(leaf, { minLength: 1, maxLength: 3 })
      .map((content) => ({ type: 'blockQuote', content })),
  );
  const texts = fc.array(blocks, { minLength: 1, maxLength: 5 });
  const content = SharedContent.parse({
    slug: 'the-quiet-strait',
    headline: 'The quiet strait',
    standfirst: 'Who said what of the water.',
    topicIds: [],
    byline: null,
    body: aDocument('x'),
  });

  test('keep every word in its order, in a text that an article may have', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom([one, two], [two, one], [one], [two]), (nodes, keys) => {
        const shared = new Y.Doc();
        writeShared(shared, content);
        writeNodes(shared, nodes);
        const before = readShared(shared).data?.body;
        expect(isKnown(suggestedNodes(shared))).toBe(true);
        expect(isAcceptable(suggestedNodes(shared))).toBe(true);
        for (const key of keys) {
          decideIn(shared, {
            verdict: 'accept',
            isMeant: (each) => writeKey(each) === writeKey(key),
          });
          expect(suggestionsIn(shared).some((each) => writeKey(each) === writeKey(key))).toBe(
            false,
          );
        }
        const after = readShared(shared).data?.body;
        expect(after && before && blocksOf(after)).toEqual(before && blocksOf(before));
      }),
      { numRuns: 200 },
    );
  });

  test('are gone without a trace where they are refused', () => {
    fc.assert(
      fc.property(texts, (nodes) => {
        const shared = new Y.Doc();
        writeShared(shared, content);
        writeNodes(shared, nodes);
        const before = JSON.stringify(readShared(shared).data);
        decideIn(shared, { verdict: 'refuse', isMeant: () => true });
        expect(JSON.stringify(readShared(shared).data)).toBe(before);
        for (const name of suggestionAttributes)
          expect(JSON.stringify(shared.getXmlFragment('body').toJSON())).not.toContain(name);
      }),
      { numRuns: 100 },
    );
  });
  const blocksOf = (body: Document): string[] =>
    placeBlocks(body.content as unknown as Json[]).map(({ block }) =>
      JSON.stringify(block.content),
    );
});
