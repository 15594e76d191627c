import type { Inline } from '@viewpoints/domain/document/inline';
import { joinLines, type Line, paragraphs } from './text-lines.ts';

const note = /^\[(\d{1,3})\]\s+/;
const reference = /\s?\[(\d{1,3})\]/g;

/**
 * Takes the notes out of a plain text: blocks after its prose that begin `[1]`, `[2]`, … and are
 * referred to before. Whatever nothing refers to stays where it is.
 */
export function textNotes(
  groups: Line[][],
  width: number,
): { body: Line[][]; notes: ReadonlyMap<string, string> } {
  const isNote = (group: Line[]) => note.test(group[0]?.text ?? '');
  const prose = groups.filter((group) => !isNote(group));
  const referred = new Set(
    prose.flatMap((group) =>
      [...joinLines(group.map((line) => line.text)).matchAll(reference)].map(
        ([, number]) => number,
      ),
    ),
  );
  const notes = new Map<string, string>();
  for (const group of groups.filter(isNote)) {
    let number: string | undefined;
    for (const line of group) {
      number = note.exec(line.text)?.[1] ?? number;
      if (number === undefined || !referred.has(number)) continue;
      const words = line.text.replace(note, '');
      const before = notes.get(number);
      notes.set(number, before === undefined ? words : joinLines([before, words]));
    }
  }
  const body = groups.filter((group) => {
    const number = note.exec(group[0]?.text ?? '')?.[1];
    return number === undefined || !notes.has(number);
  });
  return { body: withoutLoneTitle(body, notes.size > 0, width), notes };
}

/** A last "Notes" with nothing under it any more goes with the notes. */
function withoutLoneTitle(groups: Line[][], hasNotes: boolean, width: number): Line[][] {
  const last = groups.at(-1);
  if (!hasNotes || last === undefined) return groups;
  const [only, ...more] = paragraphs(last, width);
  const isTitle =
    more.length === 0 && /^(?:foot|end)?notes:?$|^references:?$/i.test(only?.text ?? '');
  return isTitle ? groups.slice(0, -1) : groups;
}

/** Replaces references by their notes. */
export function withNotes(text: string, notes: ReadonlyMap<string, string>): Inline[] {
  const nodes: Inline[] = [];
  let from = 0;
  for (const found of text.matchAll(reference)) {
    const words = notes.get(found[1] ?? '');
    if (words === undefined) continue;
    if (found.index > from) nodes.push({ type: 'text', text: text.slice(from, found.index) });
    nodes.push({ type: 'footnote', content: [{ type: 'text', text: words }] });
    from = found.index + found[0].length;
  }
  if (from < text.length) nodes.push({ type: 'text', text: text.slice(from) });
  return nodes;
}
