import { aDocument, idOf } from '@viewpoints/domain/testing/builders';
import fc from 'fast-check';
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
import {
  acceptable,
  enclosingSuggestions,
  mayAccept,
  outerFirst,
} from './enclosing-suggestions.ts';
import { suggestionsIn } from './shared-suggestions.ts';
import { type SuggestionKey, writeBlockChange, writeKey } from './suggestion.ts';

const content: SharedContent = SharedContent.parse({
  slug: 'the-quiet-strait',
  headline: 'The quiet strait',
  standfirst: 'Who said what of the water.',
  topicIds: [],
  byline: null,
  body: aDocument('The envoy may agree.', 'It was cold.'),
});
const outer: SuggestionKey = { by: idOf(1), id: idOf(31) };
const inner: SuggestionKey = { by: idOf(2), id: idOf(32) };
const third: SuggestionKey = { by: idOf(2), id: idOf(33) };
const strong = JSON.stringify({ type: 'strong' });

function sharedOf(...acts: ((shared: Y.Doc) => void)[]): Y.Doc {
  const shared = new Y.Doc();
  writeShared(shared, content);
  for (const act of acts) act(shared);
  return shared;
}
const words = (shared: Y.Doc) => suggestWords(shared, outer, ' not really', 'may');
const block = (shared: Y.Doc) => suggestParagraph(shared, outer, 'Then it stopped.', 'cold');
const strike = (text: string) => (shared: Y.Doc) => suggestDeletion(shared, inner, text);
const embolden = (text: string) => (shared: Y.Doc) => {
  const place = placeOf(shared, text);
  place.text.format(place.at, text.length, {
    'format--AAAAAAAA': { ...inner, change: 'add', mark: strong },
  });
};
const ofBlock = (name: 'suggestedDeletion' | 'suggestedJoin') => (shared: Y.Doc) =>
  suggestOfBlock(shared, name, writeKey(inner), 'Then it');

describe('a suggestion is in another one', () => {
  test.each<[string, ...((shared: Y.Doc) => void)[]]>([
    ['words in a paragraph', block, (doc) => suggestWords(doc, inner, ' all', 'Then it')],
    ['words among words', words, (doc) => suggestWords(doc, inner, ' at all', ' not')],
    ['deleted letters of words', words, strike('not')],
    ['deleted words of a paragraph', block, strike('Then')],
    ['bold letters of words', words, embolden('not')],
    ['bold words of a paragraph', block, embolden('Then')],
    ['a paragraph that would go again', block, ofBlock('suggestedDeletion')],
    ['a paragraph that would be joined', block, ofBlock('suggestedJoin')],
    ['a paragraph that would end earlier', block, (doc) => suggestBreak(doc, inner, 'Then')],
    [
      'a paragraph that would be a heading',
      block,
      (doc) => {
        const to = { type: 'heading', attrs: { level: 2 } };
        suggestOfBlock(doc, 'suggestedChange', writeBlockChange(inner, to), 'Then it');
      },
    ],
  ])('as %s', (_name, ...acts) => {
    const found = suggestionsIn(sharedOf(...acts));
    const [around, within] = [outer, inner].map((key) => found.find(({ id }) => id === key.id));
    if (!around || !within) throw new Error('both are there');
    expect([around.enclosedBy, within.enclosedBy]).toEqual([[], [outer]]);
    expect(mayAccept(within)).toMatchObject({
      ok: false,
      reasons: [{ code: 'suggestion_enclosed', details: { ids: [inner.id], first: [outer.id] } }],
    });
    expect(mayAccept(around).ok).toBe(true);
    expect(mayAccept(within, found).ok).toBe(true);
    expect(outerFirst([within, around]).map((each) => each.suggestions)).toEqual([
      [around],
      [within],
    ]);
  });

  test('not next to it, behind its last word, or about the block that its words are in', () => {
    const found = suggestionsIn(
      sharedOf(
        words,
        block,
        (doc) => suggestWords(doc, inner, ' at all', ' not really'),
        (doc) => suggestWords(doc, third, ' and', 'The'),
        (doc) => suggestOfBlock(doc, 'suggestedDeletion', writeKey(third), 'The'),
        (doc) => suggestParagraph(doc, inner, 'Later.', 'Then it'),
      ),
    );
    expect(found.map(({ enclosedBy }) => enclosedBy)).toEqual([[], [], []]);
  });
});

describe('several suggestions', () => {
  const three = () =>
    suggestionsIn(
      sharedOf(
        block,
        (doc) => suggestWords(doc, inner, ' never stayed', 'Then it'),
        (doc) => suggestDeletion(doc, third, 'stayed'),
      ),
    );

  test('are accepted from the outermost to the innermost', () => {
    const found = three();
    const rounds = outerFirst(found.toReversed());
    expect(
      rounds.map(({ together, suggestions }) => [together, suggestions.map(({ id }) => id)]),
    ).toEqual([
      [false, [outer.id]],
      [false, [inner.id]],
      [false, [third.id]],
    ]);
  });

  test('can be accepted together where those are among them that they are in', () => {
    const [around, within, deepest] = three();
    if (!around || !within || !deepest) throw new Error('all are there');
    expect(acceptable([around, within, deepest])).toHaveLength(3);
    expect(acceptable([within, deepest])).toEqual([]);
    expect(acceptable([around, deepest])).toEqual([around]);
  });

  test('that are in one another are decided at once', () => {
    const found = suggestionsIn(
      sharedOf(
        block,
        (doc) => suggestParagraph(doc, inner, 'Later it rained.', 'Then it'),
        (doc) => suggestWords(doc, inner, ' almost', 'Then it'),
        (doc) => suggestWords(doc, outer, ' hardly', 'Later it'),
      ),
    );
    expect(found.map(({ enclosedBy }) => enclosedBy)).toEqual([[inner], [outer]]);
    expect(outerFirst(found)).toEqual([{ together: true, suggestions: found }]);
    expect(acceptable(found)).toEqual(found);
  });
});

describe('words put in among words put in', () => {
  const keyOf = (n: number): SuggestionKey => ({ by: idOf(1), id: idOf(n) });
  const lineOf = (order: readonly number[]) => [
    {
      type: 'paragraph',
      content: order.map((n) => ({
        type: 'text',
        text: 'a',
        marks: [{ type: 'insertion', attrs: keyOf(n) }],
      })),
    },
  ];
  const found = (order: readonly number[]) => {
    const ids = new Map([...new Set(order)].map((n) => [writeKey(keyOf(n)), n]));
    const entries = [...enclosingSuggestions(lineOf(order))].map(([name, around]) => [
      ids.get(name) ?? 0,
      [...around.keys()].map((outer) => ids.get(outer) ?? 0),
    ]);
    return new Map(entries as [number, number[]][]);
  };

  test('are in all that begin before and end after them, by those that they are named in', () => {
    const lines = fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 14 });
    fc.assert(
      fc.property(lines, (order) => {
        const around = found(order);
        const within = (inner: number, seen: ReadonlySet<number> = new Set()): Set<number> => {
          const next = (around.get(inner) ?? []).filter((n) => !seen.has(n));
          const all = new Set([...seen, ...next]);
          return new Set([...all, ...next.flatMap((n) => [...within(n, all)])]);
        };
        for (const [index, inner] of order.entries())
          for (const outer of new Set(order))
            if (outer !== inner && order.indexOf(outer) < index && order.lastIndexOf(outer) > index)
              expect(within(inner)).toContain(outer);
        for (const [inner, outers] of around)
          for (const outer of outers)
            expect(
              order.some(
                (n, index) =>
                  n === inner && order.indexOf(outer) < index && order.lastIndexOf(outer) > index,
              ),
            ).toBe(true);
      }),
    );
  });

  test('name no more of them than there are words, however many lie between each other', () => {
    const order = Array.from({ length: 2_000 }, (_, n) => n + 1);
    const named = [...found([...order, ...order]).values()].flat();
    expect(named.length).toBeLessThanOrEqual(4_000);
  });
});
