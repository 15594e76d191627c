import { stableJson } from '@viewpoints/domain/text/stable-json';
import * as Y from 'yjs';
import { forEachLetters, textsIn } from './letters.ts';
import type { MeantMarks } from './meant-marks.ts';

type Marks = ReadonlyMap<string, unknown>;
type Run<Value> = { clock: number; length: number; value: Value };
/** Runs of letters by their client, in the order of their clocks. */
type Runs<Value> = ReadonlyMap<number, readonly Run<Value>[]>;

/** The marks on the letters of a shared document, to be compared after a change. */
export type MarksBefore = {
  state: ReadonlyMap<number, number>;
  /** Letters without marks are left out. */
  marked: Runs<Marks>;
};

/** Reads the marks of a shared document before somebody's change is applied to it. */
export function marksIn(shared: Y.Doc): MarksBefore {
  const marked = new Map<number, Run<Marks>[]>();
  for (const text of textsIn(shared.getXmlFragment('body')))
    forEachLetters(text, ({ id, length }, _, marks) => {
      if (marks.size === 0) return;
      const own = marked.get(id.client) ?? [];
      marked.set(id.client, own);
      own.push({ clock: id.clock, length, value: marks });
    });
  for (const own of marked.values()) own.sort((a, b) => a.clock - b.clock);
  return { state: Y.decodeStateVector(Y.encodeStateVector(shared)), marked };
}

/**
 * Gives letters the marks that they had before a change, and takes from new ones those that their
 * writer did not give them, where the page that made the change did not report to have meant that. Yjs
 * extends a mark to letters that others write beside or inside it at the same time, and to the rest of
 * a text where what closed the mark is gone.
 * @param before of the document without the change
 * @param meant what the page has reported
 */
export function restoreMarks(shared: Y.Doc, before: MarksBefore, meant: MeantMarks): void {
  const reported = reportedIn(meant);
  shared.transact(() => {
    for (const text of textsIn(shared.getXmlFragment('body'))) {
      for (const { index, length, marks } of wrongIn(text, before, reported))
        text.format(index, length, marks);
    }
  });
}

type Wrong = { index: number; length: number; marks: Record<string, unknown> };

function wrongIn(text: Y.XmlText, before: MarksBefore, reported: Runs<readonly string[]>): Wrong[] {
  const wrong: Wrong[] = [];
  forEachLetters(text, ({ id: { client, clock }, length }, index, marks) => {
    const known = before.state.get(client) ?? 0;
    const [had, names] = [before.marked.get(client) ?? [], reported.get(client) ?? []];
    for (let at = clock; at < clock + length; ) {
      const [was, is] = [findAt(had, at), findAt(names, at)];
      const limits = [clock + length, was.end, is.end, ...(at < known ? [known] : [])];
      const end = Math.min(...limits);
      // New letters of which nothing was reported are of a page before this version, or of the server.
      const isNew = at >= known;
      const old = isNew ? (is.value === undefined ? marks : noMarks) : (was.value ?? noMarks);
      const corrected = correct(old, marks, is.value ?? []);
      if (corrected !== null)
        wrong.push({ index: index + at - clock, length: end - at, marks: corrected });
      at = end;
    }
  });
  return wrong;
}

const noMarks: Marks = new Map();

/** What has to be put on letters or taken from them; null where their marks are as they should be. */
function correct(old: Marks, now: Marks, meant: readonly string[]): Wrong['marks'] | null {
  if (old === now || (old.size === 0 && now.size === 0)) return null;
  const changed = [...new Set([...old.keys(), ...now.keys()])].filter(
    (name) => !meant.includes(name) && stableJson(old.get(name)) !== stableJson(now.get(name)),
  );
  if (changed.length === 0) return null;
  return Object.fromEntries(changed.map((name) => [name, old.get(name) ?? null]));
}

/** What a place is in, and where that ends; where it is in none, where the next begins. */
function findAt<Value>(runs: readonly Run<Value>[], at: number): { value?: Value; end: number } {
  let [low, high] = [0, runs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const run = runs[middle];
    if (run !== undefined && run.clock + run.length <= at) low = middle + 1;
    else high = middle;
  }
  const run = runs[low];
  if (run === undefined) return { end: Number.POSITIVE_INFINITY };
  return run.clock <= at ? { value: run.value, end: run.clock + run.length } : { end: run.clock };
}

/** By client: of a letter that was reported more than once, all names. */
function reportedIn(meant: MeantMarks): Runs<readonly string[]> {
  const byClient = Map.groupBy(meant, ([client]) => client);
  return new Map(
    [...byClient].map(([client, own]) => {
      const edges = [...new Set(own.flatMap(([, clock, length]) => [clock, clock + length]))];
      edges.sort((a, b) => a - b);
      const sorted = own.toSorted((a, b) => a[1] - b[1]);
      const runs: Run<readonly string[]>[] = [];
      let open: typeof sorted = [];
      let next = 0;
      for (const [index, clock] of edges.entries()) {
        open = open.filter((run) => run[1] + run[2] > clock);
        for (let run = sorted[next]; run !== undefined && run[1] <= clock; run = sorted[next]) {
          open.push(run);
          next += 1;
        }
        const end = edges[index + 1];
        if (end === undefined || open.length === 0) continue;
        const value = [...new Set(open.flatMap(([, , , names]) => names))];
        runs.push({ clock, length: end - clock, value });
      }
      return [client, runs] as const;
    }),
  );
}
