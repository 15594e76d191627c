import * as Y from 'yjs';
import { forEachLetters, textsIn } from './letters.ts';
import type { MeantMarks, MeantRun } from './meant-marks.ts';

/**
 * Records on which letters of a shared document marks are changed on this page. Yjs marks a stretch by
 * what opens and what closes it, so that where two people write at once a mark can end up on letters
 * that neither of them marked; the server takes it away from those that no page has reported.
 * @param isOwn whether a change of the document is of this page, by its origin
 */
export function recordMeantMarks(shared: Y.Doc, isOwn: (origin: unknown) => boolean) {
  let runs: MeantRun[] = [];
  const observe: Parameters<Y.XmlFragment['observeDeep']>[0] = (events, { origin }) => {
    if (!isOwn(origin)) return;
    for (const event of events as unknown[])
      if (event instanceof Y.YTextEvent) addChanged(runs, event);
      else if (event instanceof Y.YXmlEvent) addInserted(runs, event);
  };
  const body = shared.getXmlFragment('body');
  body.observeDeep(observe);
  return {
    /** The runs since the last call. */
    take: (): MeantMarks => {
      const taken = runs;
      runs = [];
      return taken;
    },
    stop: () => body.unobserveDeep(observe),
  };
}

function addChanged(runs: MeantRun[], { target, delta }: Y.YTextEvent): void {
  const cursor = cursorIn(target);
  for (const { insert, retain, attributes = {} } of delta) {
    if (retain === undefined && insert === undefined) continue;
    const length = retain ?? (typeof insert === 'string' ? insert.length : 1);
    const names = Object.keys(attributes);
    cursor.advance(length, (item, clock, count) => {
      if (insert !== undefined || names.length > 0)
        add(runs, [item.id.client, clock, count, names]);
    });
  }
}

function addInserted(runs: MeantRun[], { changes }: Y.YXmlEvent): void {
  for (const { insert } of changes.delta)
    if (Array.isArray(insert)) for (const child of insert) addWhole(runs, child);
}

function addWhole(runs: MeantRun[], part: unknown): void {
  const texts =
    part instanceof Y.XmlText ? [part] : part instanceof Y.XmlElement ? textsIn(part) : [];
  for (const text of texts)
    forEachLetters(text, (item, _, marks) =>
      add(runs, [item.id.client, item.id.clock, item.length, [...marks.keys()]]),
    );
}

/** Adds a run, to the one before where it continues it. */
function add(runs: MeantRun[], run: MeantRun): void {
  const [client, clock, length, names] = run;
  const last = runs.at(-1);
  const continues =
    last?.[0] === client && last[1] + last[2] === clock && last[3].join(' ') === names.join(' ');
  if (last !== undefined && continues) last[2] += length;
  else runs.push([client, clock, length, names]);
}

/** A position in the letters of a text that only goes forward. */
function cursorIn(text: Y.Text) {
  let item = text._start;
  let used = 0;
  return {
    advance: (length: number, visit: (item: Y.Item, clock: number, count: number) => void) => {
      for (let left = length; left > 0 && item !== null; ) {
        if (item.deleted || !item.countable) {
          item = item.right;
          continue;
        }
        const count = Math.min(left, item.length - used);
        visit(item, item.id.clock + used, count);
        left -= count;
        used += count;
        if (used < item.length) continue;
        item = item.right;
        used = 0;
      }
    },
  };
}
