import { documentText } from '@viewpoints/domain/document/document-text';
import { aDocument } from '@viewpoints/domain/testing/builders';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { applyAndCarry } from './carry-letters.ts';
import { createLetterHistory, type LetterHistory } from './letter-history.ts';
import { wordsOf } from './lost-letters.ts';
import { readEverything } from './read-nodes.ts';
import { readShared, SharedContent, writeNodes, writeShared } from './shared-content.ts';
import { changeOf, joinChanges, newShared, sharedFrom, stateOf } from './shared-document.ts';
import type { Json } from './suggestions/json.ts';
import { placeBlocks } from './suggestions/move-blocks.ts';
import { decideIn } from './suggestions/shared-suggestions.ts';
import { type SuggestionKey, writeBlockChange } from './suggestions/suggestion.ts';

const key: SuggestionKey = {
  by: '00000000-0000-4000-8000-000000000001',
  id: '00000000-0000-4000-8000-000000000031',
};
const content = SharedContent.parse({
  ...{ slug: 'the-quiet-strait', headline: 'The quiet strait', standfirst: '' },
  ...{ topicIds: [], byline: null, body: aDocument('x') },
});
const paragraph = (text: string, attrs?: Record<string, unknown>): Json => ({
  type: 'paragraph',
  ...(attrs ? { attrs } : {}),
  content: [{ type: 'text', text }],
});
const item = (...content: Json[]): Json => ({ type: 'listItem', content });
const list = (...content: Json[]): Json => ({ type: 'bulletList', content });
const quote = (...content: Json[]): Json => ({ type: 'blockQuote', content });
const kind = (type: string) => ({ type, attrs: {} });
const moved = (text: string, ...within: string[]): Json =>
  paragraph(text, {
    suggestedChange: writeBlockChange(key, {
      ...kind('paragraph'),
      move: { within: within.map(kind), shared: 0 },
    }),
  });
const out = (text: string) => item(moved(text));

/** What a server has stored, and what it does with what comes in, without a database. */
function openServer(nodes: readonly Json[]) {
  const first = newShared(content);
  writeNodes(first, nodes);
  const state = stateOf(first);
  const updates: Uint8Array[] = [];
  const open = () => sharedFrom(state, updates);
  const reported = { late: [] as string[], unseen: [] as string[] };
  return {
    reported,
    state: () => stateOf(open()),
    text: () => textOf(open()),
    /** Does something under the lock of the article, as a call does. */
    act: (change: (shared: Y.Doc) => void) => {
      const shared = open();
      updates.push(changeOf(shared, () => shared.transact(() => change(shared))));
    },
    open,
    receive: (update: Uint8Array) => {
      const shared = open();
      const { result, corrections, late, unseen } = applyAndCarry(
        shared,
        update,
        createLetterHistory(() => ({ state, updates })),
      );
      expect(result).not.toBe('incomplete');
      updates.push(joinChanges([update, ...corrections]));
      expect(stateOf(open())).toEqual(stateOf(shared));
      reported.late.push(...wordsOf(late));
      reported.unseen.push(...wordsOf(unseen));
    },
  };
}

/** A page that has the article open, and what it has written since it last had all of the server's. */
function openPage(state: Uint8Array, clientID: number) {
  const shared = new Y.Doc();
  shared.clientID = clientID;
  Y.applyUpdate(shared, state);
  return {
    shared,
    /** Types letters into the first text that has these words. */
    type: (letters: string, behind: string) =>
      changeOf(shared, () => {
        const text = textWith(shared.getXmlFragment('body'), behind);
        const at = lettersIn(text).indexOf(behind);
        if (text === null) throw new Error(`“${behind}” is not there`);
        text.insert(at + behind.length, letters);
      }),
  };
}
const textOf = (shared: Y.Doc): string =>
  documentText(readShared(shared).data?.body ?? aDocument()).text;
const lettersIn = (text: Y.XmlText | null): string =>
  ((text?.toDelta() ?? []) as { insert: string }[]).map(({ insert }) => insert).join('');
function textsIn(part: Y.XmlFragment): Y.XmlText[] {
  return part
    .toArray()
    .flatMap((child) =>
      child instanceof Y.XmlText ? [child] : child instanceof Y.XmlElement ? textsIn(child) : [],
    );
}
const textWith = (part: Y.XmlFragment, words: string): Y.XmlText | null =>
  textsIn(part).find((text) => lettersIn(text).includes(words)) ?? null;
const everyLetter = (shared: Y.Doc) =>
  textsIn(shared.getXmlFragment('body')).map(lettersIn).join(' ');
const acceptAll = (shared: Y.Doc) => decideIn(shared, { verdict: 'accept', isMeant: () => true });

describe('letters typed into a text that was written again elsewhere meanwhile', () => {
  const nodes = [
    list(item(paragraph('Rain')), item(paragraph('Hail')), out('Snow'), item(paragraph('Wind'))),
    paragraph('Fog'),
  ];

  test('are where they were typed: a later item of a list that an accepted move divides', () => {
    const server = openServer(nodes);
    const page = openPage(server.state(), 7);
    server.act(acceptAll);
    expect(server.text()).toBe('Rain Hail Snow Wind Fog');
    server.receive(page.type('y', 'Wind'));
    expect(server.text()).toBe('Rain Hail Snow Windy Fog');
    // Typed before the page had heard of any of it.
    server.receive(page.type(' days', 'Windy'));
    server.receive(page.type('The ', ''));
    expect(server.text()).toBe('The Rain Hail Snow Windy days Fog');
    expect(server.reported).toEqual({ late: [], unseen: [] });
  });

  test('are where they were typed also where the text was moved twice', () => {
    const server = openServer(nodes);
    const page = openPage(server.state(), 7);
    const typed = page.type('y', 'Win');
    server.act(acceptAll);
    server.act((shared) =>
      writeNodes(shared, [
        ...readEverything(shared.getXmlFragment('body')).slice(0, 2),
        quote(paragraph('Wind')),
        paragraph('Fog'),
      ]),
    );
    server.receive(typed);
    expect(server.text()).toBe('Rain Hail Snow Winyd Fog');
  });

  test('are there where a page that had not seen them moves the text', () => {
    const server = openServer([paragraph('Rain'), paragraph('Snow')]);
    const [page, other] = [openPage(server.state(), 7), openPage(server.state(), 8)];
    const lifted = changeOf(other.shared, () =>
      writeNodes(other.shared, [paragraph('Rain'), list(item(paragraph('Snow')))]),
    );
    server.receive(page.type('y', 'Snow'));
    server.receive(lifted);
    expect(server.text()).toBe('Rain Snowy');
    server.receive(page.type(' days', 'Snowy'));
    expect(server.text()).toBe('Rain Snowy days');
    expect(server.reported).toEqual({ late: [], unseen: [] });
  });

  test('are reported to their writer if the text is gone', () => {
    const server = openServer([paragraph('Rain'), paragraph('Snow')]);
    const [page, other] = [openPage(server.state(), 7), openPage(server.state(), 8)];
    server.act((shared) => shared.getXmlFragment('body').delete(1, 1));
    server.receive(page.type('y days', 'Snow'));
    expect(server.reported).toEqual({ late: ['y days'], unseen: [] });
    server.receive(other.type('y', 'Rain'));
    const third = openPage(server.state(), 9);
    const gone = changeOf(third.shared, () => third.shared.getXmlFragment('body').delete(0, 1));
    server.receive(page.type('s', 'Rain'));
    server.receive(gone);
    expect(server.reported).toEqual({ late: ['y days'], unseen: ['s'] });
  });

  test('are not reported if their writer deletes them', () => {
    const server = openServer([paragraph('Rain'), paragraph('Snow')]);
    const page = openPage(server.state(), 7);
    server.receive(page.type('y', 'Snow'));
    const typed = page.type('s', 'Rain');
    const gone = changeOf(page.shared, () => page.shared.getXmlFragment('body').delete(0, 2));
    server.receive(joinChanges([typed, gone]));
    expect(server.reported).toEqual({ late: [], unseen: [] });
  });

  test('are reported, and not carried as text, if their writer only suggests them', () => {
    const server = openServer(nodes);
    const page = openPage(server.state(), 7);
    const suggested = changeOf(page.shared, () => {
      const text = textWith(page.shared.getXmlFragment('body'), 'Wind');
      text?.insert(4, 'y', { insertion: key });
    });
    server.act(acceptAll);
    server.receive(suggested);
    expect(server.reported).toEqual({ late: ['y'], unseen: [] });
    expect(server.text()).toBe('Rain Hail Snow Wind Fog');
  });

  test('are no text if they would become a part of a suggestion', () => {
    const server = openServer([list(item(paragraph('Rain'))), paragraph('Snow')]);
    const page = openPage(server.state(), 7);
    server.act((shared) => {
      writeNodes(shared, [paragraph('Rain'), paragraph('Snow')]);
      textWith(shared.getXmlFragment('body'), 'Rain')?.format(0, 4, { deletion: key });
    });
    server.receive(page.type('s', 'Rain'));
    expect(server.reported).toEqual({ late: ['s'], unseen: [] });
  });
});

describe('work for letters whose text was moved or deleted', () => {
  const long = (length: number) =>
    Array.from({ length }, (_, at) => String.fromCharCode(97 + (at % 26))).join('');
  /** A page types one letter in each of so many places of a text that is moved or deleted meanwhile. */
  function typed({ length, runs, ...of }: { length: number; runs: number; isMoved: boolean }) {
    const first = newShared(content);
    writeNodes(first, [paragraph(long(length))]);
    const state = stateOf(first);
    const page = openPage(state, 7);
    const [text] = textsIn(page.shared.getXmlFragment('body'));
    const places = Array.from({ length: runs }, (_, at) => Math.floor((at * length) / runs));
    const changes = [places, places.map((place, at) => place + at)].map((indexes) =>
      changeOf(page.shared, () =>
        page.shared.transact(() => {
          for (const index of indexes.toReversed()) text?.insert(index, 'X');
        }),
      ),
    );
    const shared = sharedFrom(state, []);
    const updates = [
      changeOf(shared, () => {
        if (of.isMoved) writeNodes(shared, [quote(paragraph(long(length)))]);
        else shared.getXmlFragment('body').delete(0, 1);
      }),
    ];
    const receive = (update: Uint8Array, history: LetterHistory) => {
      const applied = applyAndCarry(shared, update, history);
      updates.push(joinChanges([update, ...applied.corrections]));
      return applied;
    };
    const open = (most?: number) => createLetterHistory(() => ({ state, updates }), most);
    return { shared, places, changes, receive, open };
  }
  const workOf = (length: number, runs: number, isMoved: boolean) => {
    const { changes, receive, open } = typed({ length, runs, isMoved });
    const history = open();
    const { late } = receive(changes[0] ?? new Uint8Array(), history);
    expect(late).toHaveLength(isMoved ? 0 : runs);
    return history.spent();
  };

  test.each([
    { name: 'moved', isMoved: true },
    { name: 'deleted', isMoved: false },
  ])('grows as the text and what is typed does, where it was $name', ({ isMoved }) => {
    const work = workOf(100_000, 1_000, isMoved);
    expect(work).toBeLessThan(8 * 100_000);
    expect(work).toBeLessThan(2.5 * workOf(50_000, 500, isMoved));
  });

  test('leaves each letter where it was typed, however many there are', () => {
    const { shared, places, changes, receive, open } = typed({
      ...{ length: 2_600, runs: 130, isMoved: true },
    });
    receive(changes[0] ?? new Uint8Array(), open());
    const letters = [...long(2_600)];
    for (const place of places.toReversed()) letters.splice(place, 0, 'X');
    expect(everyLetter(shared)).toBe(letters.join(''));
  });

  test('is not done again for each update of a batch', () => {
    const { shared, changes, receive, open } = typed({ length: 26_000, runs: 20, isMoved: true });
    const history = open();
    const [one, two] = changes.map((change) => {
      const before = history.spent();
      expect(receive(change, history).late).toEqual([]);
      return history.spent() - before;
    });
    // The stored state is not read again; the letters of the text are visited again.
    expect(two).toBeLessThan((one ?? 0) / 3);
    expect(everyLetter(shared).replaceAll('X', '')).toBe(long(26_000));
    expect(everyLetter(shared)).toHaveLength(26_000 + 40);
  });

  test.each([
    { name: 'before the history is read', share: 0.1 },
    { name: 'while it is followed', share: 0.5 },
    { name: 'while the letters are visited', share: 0.9 },
  ])('ends at a bound, and the writer is reported: $name', ({ share }) => {
    const { shared, changes, receive, open } = typed({
      ...{ length: 2_600, runs: 20, isMoved: true },
    });
    const most = Math.floor(share * workOf(2_600, 20, true));
    const [one, two] = changes.map((change) => receive(change, open(most)));
    expect(wordsOf(one?.late ?? [])).toEqual(['X'.repeat(20)]);
    expect(one?.corrections).toEqual([]);
    expect(two?.late).toHaveLength(20);
    expect(everyLetter(shared)).toBe(long(2_600));
  });
});

describe('whatever is done with a text while others type into an older state of it', () => {
  const names = ['Rain', 'Snow', 'Wind', 'Hail', 'Sleet', 'Fog', 'Dew'];
  const table = (...rows: string[][]): Json => ({
    type: 'table',
    content: rows.map((cells) => ({
      type: 'tableRow',
      content: cells.map((text) => ({
        type: 'tableCell',
        attrs: { colspan: 1, rowspan: 1, colwidth: null },
        content: [paragraph(text)],
      })),
    })),
  });
  const start = [
    list(item(paragraph('Rain')), out('Snow'), item(paragraph('Wind')), item(paragraph('Hail'))),
    moved('Sleet', 'blockQuote'),
    paragraph('Fog'),
    table(['Dew', 'Mist'], ['Haze', 'Smoke']),
  ];
  const nodesOf = (shared: Y.Doc) => readEverything(shared.getXmlFragment('body'));
  const leavesOf = (shared: Y.Doc) => placeBlocks(nodesOf(shared)).map(({ block }) => block);
  const structured = (structure: (leaves: Json[]) => Json[]) => (shared: Y.Doc) =>
    writeNodes(shared, structure(leavesOf(shared)));
  const isTable = ({ type }: Json) => type === 'table';
  const listed = (leaves: readonly Json[]): Json[] =>
    leaves.map((leaf) => (isTable(leaf) ? leaf : list(item(leaf))));
  const saved = (change: (nodes: Json[]) => Json[]) => (shared: Y.Doc) => {
    const { data } = readShared(shared);
    if (data === undefined) return;
    const content = change(data.body.content as unknown as Json[]);
    writeShared(shared, SharedContent.parse({ ...data, body: { type: 'doc', content } }));
  };
  /** Operations that write blocks again, each by a call or by a page that does not know what was typed. */
  const operations: Record<string, (shared: Y.Doc) => void> = {
    'accept moves': acceptAll,
    'refuse moves': (shared) => decideIn(shared, { verdict: 'refuse', isMeant: () => true }),
    wrap: structured(listed),
    lift: structured((leaves) => leaves),
    indent: structured(([one, two, ...others]) =>
      one === undefined || two === undefined || isTable(one) || isTable(two)
        ? [...[one, two].filter((each) => each !== undefined), ...others]
        : [list(item(one, list(item(two)))), ...others],
    ),
    restore: (shared) => writeShared(shared, first),
    save: saved((nodes) => nodes.toReversed()),
    replace: saved(
      (nodes) => JSON.parse(JSON.stringify(nodes).replaceAll('Snow', 'Sun')) as Json[],
    ),
    rows: structured((leaves) =>
      leaves.map((leaf) =>
        isTable(leaf) ? { ...leaf, content: (leaf.content ?? []).toReversed() } : leaf,
      ),
    ),
  };
  const first = SharedContent.parse({
    ...content,
    body: { type: 'doc', content: [paragraph('Fog'), list(item(paragraph('Wind')))] },
  });
  const actions = fc.array(
    fc.oneof(
      fc.record({
        kind: fc.constant('type' as const),
        page: fc.nat(2),
        behind: fc.constantFrom(...names),
      }),
      fc.record({ kind: fc.constant('send' as const), page: fc.nat(2) }),
      fc.record({ kind: fc.constant('hear' as const), page: fc.nat(2) }),
      fc.record({
        kind: fc.constant('act' as const),
        by: fc.option(fc.nat(2), { nil: null }),
        operation: fc.constantFrom(...Object.keys(operations)),
      }),
    ),
    { minLength: 3, maxLength: 16 },
  );

  test('each letter is in the text, or is reported to its writer', () => {
    let [kept, reported] = [0, 0];
    fc.assert(
      fc.property(actions, (steps) => {
        const server = openServer(start);
        const pages = [1, 2, 3].map((each) => ({
          ...openPage(server.state(), each),
          unsent: [] as Uint8Array[],
          lost: [] as string[],
        }));
        const typed: string[] = [];
        const removed = new Set<string>();
        /** Changes a text, and records the letters that the change removes on purpose. */
        const knowing = (operation: (shared: Y.Doc) => void) => (shared: Y.Doc) => {
          const before = everyLetter(shared);
          operation(shared);
          const after = everyLetter(shared);
          for (const letter of typed)
            if (before.includes(letter) && !after.includes(letter)) removed.add(letter);
        };
        const send = (page: (typeof pages)[number]) => {
          if (page.unsent.length > 0) server.receive(joinChanges(page.unsent));
          page.unsent = [];
        };
        for (const step of steps) {
          const page = pages['page' in step ? step.page : (step.by ?? 0)];
          if (page === undefined) continue;
          if (step.kind === 'send') send(page);
          else if (step.kind === 'hear') {
            // A page that comes back sends what it wrote before it has heard of anything.
            send(page);
            Y.applyUpdate(page.shared, server.state());
          } else if (step.kind === 'act') {
            const operation = operations[step.operation];
            if (operation === undefined) continue;
            const act = knowing(operation);
            if (step.by === null) server.act(act);
            else
              page.unsent.push(
                changeOf(page.shared, () => page.shared.transact(() => act(page.shared))),
              );
          } else if (textWith(page.shared.getXmlFragment('body'), step.behind) !== null) {
            const letter = String.fromCodePoint(0x4e00 + typed.length);
            typed.push(letter);
            page.unsent.push(page.type(letter, step.behind));
          }
        }
        for (const page of pages) send(page);
        const text = everyLetter(server.open());
        const says = [...server.reported.late, ...server.reported.unseen].join('');
        for (const letter of typed) {
          if (removed.has(letter)) continue;
          if (text.includes(letter)) kept += 1;
          else if (says.includes(letter)) reported += 1;
          else throw new Error(`“${letter}” is nowhere`);
        }
      }),
      { numRuns: 60, seed: 20261130 },
    );
    expect(reported).toBeGreaterThan(0);
    expect(kept).toBeGreaterThan(5 * reported);
  });
});
