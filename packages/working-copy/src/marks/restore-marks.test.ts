import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import {
  countBlocks,
  deleteWord,
  suggestWordDeletion,
  typeWithin,
  typeWord,
} from '../edit-words.ts';
import { readEverything } from '../read-nodes.ts';
import { writeNodes } from '../shared-content.ts';
import type { Json } from '../suggestions/json.ts';
import { decideIn, suggestionsIn } from '../suggestions/shared-suggestions.ts';
import type { SuggestionKey } from '../suggestions/suggestion.ts';
import { type OpenPage, openPages } from '../testing/open-pages.ts';
import { placeOf } from '../testing/suggest.ts';
import { type MeantRun, maxRuns, readMarksMessage } from './meant-marks.ts';
import { marksIn, restoreMarks } from './restore-marks.ts';

const keyOf = (number: number): SuggestionKey => ({
  by: '00000000-0000-4000-8000-000000000001',
  id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
});
const key = keyOf(1);
const paragraph = (text: string): Json => ({
  type: 'paragraph',
  content: [{ type: 'text', text }],
});

/** The words of a document, each with the names of its marks. */
const words = (shared: Y.Doc): string[] => wordsIn(readEverything(shared.getXmlFragment('body')));

const wordsIn = (nodes: readonly Json[]): string[] =>
  nodes.flatMap(({ type, text, marks = [], content = [] }) =>
    type === 'text'
      ? [[text?.trim(), ...marks.map((mark) => mark.type)].join(':')]
      : wordsIn(content),
  );

/** Yjs puts what two pages write at one place in the order of their ids. */
const orders: [number, number][] = [
  [1, 2],
  [2, 1],
];

describe('a word written beside others whose deletion is suggested at the same time', () => {
  const writeBeside = (clients: [number, number], isReported: boolean, first: 0 | 1 = 0) => {
    const opened = openPages([paragraph('strait')], { clients, isReported });
    const [writer, reviewer] = opened.pages;
    suggestWordDeletion(reviewer.shared, 'strait', key);
    typeWord(writer.shared, 'quiet', { at: 0, isNew: false, atStart: true });
    typeWord(writer.shared, 'now', { at: 0, isNew: false, atStart: false });
    opened.pages[first].send();
    opened.meetAll();
    for (const { receive } of opened.pages) receive();
    return opened;
  };

  test.each(orders.flatMap((clients) => [0, 1].map((first) => [clients, first as 0 | 1] as const)))(
    'is not part of it, at either end (pages %j, number %i stored first)',
    (clients, first) => {
      const { server, pages } = writeBeside(clients, true, first);
      expect(words(server)).toEqual(['quiet', 'strait:deletion', 'now']);
      for (const { shared } of pages) expect(words(shared)).toEqual(words(server));
    },
  );

  test('would be part of it in one order where nothing is reported', () => {
    const found = orders.map((clients) => words(writeBeside(clients, false).server));
    expect(found).toEqual([
      ['quiet', 'strait now:deletion'],
      ['quiet strait:deletion', 'now'],
    ]);
  });
});

test('a suggestion that is refused meanwhile does not come back over the rest of the paragraph', () => {
  const { server, pages, meetAll } = openPages([paragraph('The strait is open again today')]);
  const [, reviewer] = pages;
  suggestWordDeletion(reviewer.shared, 'strait is', key);
  meetAll();
  // The other suggestion begins inside the first, and opens that again where it ends.
  suggestWordDeletion(reviewer.shared, 'is', keyOf(2));
  decideIn(server, { verdict: 'refuse', isMeant: ({ id }) => id === key.id });
  suggestWordDeletion(reviewer.shared, 'open', keyOf(3));
  meetAll();
  expect(words(server)).toEqual(['The strait', 'is:deletion', '', 'open:deletion', 'again today']);
  expect(suggestionsIn(server).map(({ id }) => id)).toEqual([keyOf(2).id, keyOf(3).id]);
});

test('a mark of words is not extended to what another writes at its end', () => {
  for (const clients of orders) {
    const { server, pages, meetAll } = openPages([paragraph('Hold the line')], { clients });
    const { text, at } = placeOf(pages[0].shared, 'line');
    text.format(at, 4, { strong: {} });
    typeWord(pages[1].shared, 'now', { at: 0, isNew: false, atStart: false });
    meetAll();
    expect(words(server)).toEqual(['Hold the', 'line:strong', 'now']);
  }
});

describe('what a writer means stays', () => {
  test('a letter typed into suggested words is part of the suggestion', () => {
    const { server, pages, meetAll } = openPages([paragraph('The strait is open')]);
    const [writer, reviewer] = pages;
    suggestWordDeletion(reviewer.shared, 'strait', key);
    meetAll();
    typeWithin(writer.shared, 'strait');
    meetAll();
    expect(words(server)).toEqual(['The', 'strxait:deletion', 'is open']);
  });

  test('marks in new blocks, and marks that are taken away or put on again by undo', () => {
    const { server, pages, meetAll } = openPages([paragraph('The strait is open')]);
    const [writer] = pages;
    const undo = new Y.UndoManager(writer.shared.getXmlFragment('body'), { captureTimeout: 0 });
    const quote: Json = { type: 'blockQuote', content: [paragraph('So it was')] };
    const strong = { type: 'text', text: 'said', marks: [{ type: 'strong' }] };
    writeNodes(writer.shared, [
      paragraph('The strait is open'),
      { ...quote, content: [{ type: 'paragraph', content: [strong] }] },
    ]);
    meetAll();
    expect(words(server)).toEqual(['The strait is open', 'said:strong']);
    const { text } = placeOf(writer.shared, 'strait');
    text.format(4, 6, { deletion: key });
    meetAll();
    undo.undo();
    meetAll();
    expect(words(server)[0]).toBe('The strait is open');
    undo.redo();
    meetAll();
    expect(words(server)).toContain('strait:deletion');
  });

  test('words that a page from before reports nothing about stay a suggestion', () => {
    const { server, pages } = openPages([paragraph('The strait')]);
    const [writer] = pages;
    const before = marksIn(server);
    typeWord(writer.shared, 'is', { at: 0, isNew: false, atStart: false, suggestion: key });
    Y.applyUpdate(server, Y.encodeStateAsUpdate(writer.shared, Y.encodeStateVector(server)));
    restoreMarks(server, before, []);
    expect(words(server)).toEqual(['The strait', 'is:insertion']);
  });
});

test('a report of as many overlapping runs as there may be is read like any other', () => {
  // The work grows with the length of a report. With each pair of runs it would be hours.
  const names = Array.from({ length: 40 }, (_, index) => `mark${index}`);
  const meant = Array.from({ length: maxRuns }, (_, index): MeantRun => [1, index, 30_000, names]);
  const { server, pages } = openPages([paragraph('The strait')]);
  const [writer] = pages;
  const before = marksIn(server);
  typeWord(writer.shared, 'is', { at: 0, isNew: false, atStart: false, suggestion: key });
  Y.applyUpdate(server, Y.encodeStateAsUpdate(writer.shared, Y.encodeStateVector(server)));
  restoreMarks(server, before, meant);
  expect(words(server)).toEqual(['The strait is']);
});

test('a change that would have to be corrected in thousands of places is left as it is', () => {
  const { server, pages } = openPages([paragraph('The strait')]);
  const [{ shared }] = pages;
  const before = marksIn(server);
  const from = Y.getState(shared.store, shared.clientID);
  placeOf(shared, 'strait').text.insert(4, 'x'.repeat(10_000), { deletion: key });
  Y.applyUpdate(server, Y.encodeStateAsUpdate(shared, Y.encodeStateVector(server)));
  const everyOther = (count: number) =>
    Array.from(
      { length: count },
      (_, index): MeantRun => [shared.clientID, from + 1 + 2 * index, 1, []],
    );
  const marked = words(server);
  restoreMarks(server, before, everyOther(4_000));
  expect(words(server)).toEqual(marked);
  restoreMarks(server, before, everyOther(100));
  expect(words(server)).not.toEqual(marked);
});

test('what is no report of marks is not read', () => {
  expect(readMarksMessage('{"kind":"marks","runs":[[1,2,3,["strong"]]]}')).toEqual([
    [1, 2, 3, ['strong']],
  ]);
  for (const payload of [
    'marks',
    'null',
    '{"kind":"marks"}',
    '{"kind":"marks","runs":[[1,2,0,[]]]}',
    '{"kind":"marks","runs":[[-1,2,3,[]]]}',
    `{"kind":"marks","runs":[[1,2,3,["${'x'.repeat(81)}"]]]}`,
    '{"kind":"stored","runs":[]}',
  ])
    expect(readMarksMessage(payload)).toBeNull();
});

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    const mixed = Math.imul(state ^ (state >>> 15), state | 1);
    const last = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((last ^ (last >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

/** Two pages write, delete and suggest at random while suggestions are decided; returns the words that are lost, or in a suggestion. */
function writeAtRandom(seed: number, isReported: boolean): string[] {
  const next = randomFrom(seed);
  const below = (count: number) => Math.floor(next() * count);
  const { server, pages, meetAll } = openPages([{ type: 'paragraph' }], { isReported });
  const writers = pages.map((page: OpenPage, index) => ({
    ...{ page, letter: 'ab'[index], words: new Set<string>(), written: 0 },
  }));
  let pending: { id: string; word: string; isDeletion: boolean; owner: Set<string> }[] = [];
  const lost = new Set<string>();
  const noteLost = () => {
    const plain = words(server).filter((each) => !each.includes(':'));
    for (const { page, words } of writers)
      for (const word of page.isSent() ? words : [])
        if (!plain.some((each) => each.includes(word))) lost.add(word);
  };
  for (let step = 0; step < 200; step += 1) {
    for (const writer of writers) {
      const { page, words } = writer;
      const { shared } = page;
      const place = () => ({ at: below(countBlocks(shared)), atStart: next() < 0.5 });
      const nextWord = () => `${writer.letter}${writer.written++}x`;
      const anyOwn = () => [...words][below(words.size)];
      if (next() < 0.6) {
        const word = nextWord();
        words.add(word);
        typeWord(shared, word, { ...place(), isNew: next() < 0.05 });
      }
      const erased = next() < 0.3 ? anyOwn() : undefined;
      if (erased !== undefined && deleteWord(shared, erased)) words.delete(erased);
      if (next() < 0.15) {
        const own = keyOf(pending.length + step * 10_000);
        const isDeletion = next() < 0.5;
        const word = isDeletion ? anyOwn() : nextWord();
        const isBegun =
          word !== undefined && (!isDeletion || suggestWordDeletion(shared, word, own));
        if (!isBegun) continue;
        if (isDeletion) words.delete(word);
        else typeWord(shared, word, { ...place(), isNew: false, suggestion: own });
        pending.push({ id: own.id, word, isDeletion, owner: words });
      }
      if (next() < 0.5) page.send();
      if (next() < 0.5) page.receive();
    }
    noteLost();
    if (next() > 0.06) continue;
    const there = new Set(suggestionsIn(server).map(({ id }) => id));
    const decided = pending.slice(below(pending.length)).slice(0, 5);
    const present = decided.filter(({ id }) => there.has(id));
    const isAccepted = next() < 0.5;
    decideIn(server, {
      verdict: isAccepted ? 'accept' : 'refuse',
      isMeant: ({ id }) => present.some((each) => each.id === id),
    });
    for (const { word, isDeletion, owner } of present)
      if (isAccepted !== isDeletion) owner.add(word);
    pending = pending.filter((each) => !present.includes(each));
  }
  meetAll();
  meetAll();
  for (const { page } of writers) expect(words(page.shared)).toEqual(words(server));
  noteLost();
  return [...lost];
}

describe('two pages that write and suggest while suggestions are decided', () => {
  const seeds = [1, 7, 15, 26];

  test('lose no word, and none becomes part of a suggestion', () => {
    for (const seed of seeds) expect(writeAtRandom(seed, true), `seed ${seed}`).toEqual([]);
  });

  test('would without reports', () => {
    expect(seeds.flatMap((seed) => writeAtRandom(seed, false)).length).toBeGreaterThan(0);
  });
});
