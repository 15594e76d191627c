import { stableJson } from '@viewpoints/domain/text/stable-json';
import * as Y from 'yjs';
import { gapsIn, type Interval, overlapsIn, type Reported, reportedIn } from './intervals.ts';
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
 * Most stretches that are corrected after a change: Yjs looks for each of them among the others. What people
 * write at once leads to some dozens; a page that reports more on purpose is as one that reports nothing.
 */
const maxCorrections = 2_000;

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
  const texts = [...textsIn(shared.getXmlFragment('body'))];
  const found = texts.map((text) => ({ text, wrong: wrongIn(text, before, reported) }));
  if (found.reduce((sum, { wrong }) => sum + wrong.length, 0) > maxCorrections) return;
  shared.transact(() => {
    for (const { text, wrong } of found)
      for (const { index, length, marks } of wrong) text.format(index, length, marks);
  });
}

type Wrong = { index: number; length: number; marks: Record<string, unknown> };

function wrongIn(text: Y.XmlText, before: MarksBefore, reported: Reported): Wrong[] {
  const wrong: Wrong[] = [];
  forEachLetters(text, ({ id: { client, clock }, length }, index, marks) => {
    const known = before.state.get(client) ?? 0;
    const had = before.marked.get(client) ?? [];
    const own = reported.get(client);
    const end = clock + length;
    const correct = (name: string, value: unknown, [from, to]: Interval) => {
      for (const [start, stop] of gapsIn(own?.byName.get(name) ?? [], from, to))
        wrong.push({
          ...{ index: index + start - clock, length: stop - start },
          marks: { [name]: value },
        });
    };
    for (let at = clock; at < Math.min(end, known); ) {
      const was = findAt(had, at);
      const stop = Math.min(end, known, was.end);
      const old = was.value ?? noMarks;
      for (const name of changedNames(old, marks)) correct(name, old.get(name) ?? null, [at, stop]);
      at = stop;
    }
    // New letters of which nothing was reported are of a page before this version, or of the server.
    if (own === undefined || end <= known || marks.size === 0) return;
    for (const part of overlapsIn(own.letters, Math.max(clock, known), end))
      for (const name of marks.keys()) correct(name, null, part);
  });
  return wrong;
}

const noMarks: Marks = new Map();

/** The names of marks that are other ones than before. */
function changedNames(old: Marks, now: Marks): string[] {
  if (old === now || (old.size === 0 && now.size === 0)) return [];
  return [...new Set([...old.keys(), ...now.keys()])].filter((name) => {
    const [was, is] = [old.get(name), now.get(name)];
    return was !== is && stableJson(was) !== stableJson(is);
  });
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
