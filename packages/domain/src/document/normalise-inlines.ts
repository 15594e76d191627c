import { cleanText, collapseSpaces, idleMarks } from '../text/normalise.ts';
import type { Footnote, Inline, Mark } from './inline.ts';

/** The normal form of inline content: see `normaliseDocument`. */
export function normaliseInlines(inlines: readonly Inline[]): Inline[] {
  const cleaned = inlines.flatMap((node): Inline[] => {
    if (node.type === 'text') return [text(collapseSpaces(cleanText(node.text)), node.marks)];
    if (node.type === 'hardBreak') return [{ type: 'hardBreak' }];
    const content = normaliseInlines(node.content).filter((child) => child.type !== 'footnote');
    return content.length > 0 ? [{ type: 'footnote', content } satisfies Footnote] : [];
  });
  return trimEnds(joinNeighbours(spaceOnce(composeAcross(dropIdleMarks(composeAcross(cleaned))))));
}

type Text = Extract<Inline, { type: 'text' }>;

function text(value: string, marks: readonly Mark[] | undefined): Text {
  const ordered = orderMarks(marks ?? []);
  return ordered.length > 0
    ? { type: 'text', text: value, marks: ordered }
    : { type: 'text', text: value };
}

const markOrder: readonly Mark['type'][] = [
  ...(['link', 'language', 'strong', 'emphasis', 'smallCaps', 'code'] as const),
];

/** Marks from the outermost to the innermost, each kind once. */
export function orderMarks(marks: readonly Mark[]): Mark[] {
  return markOrder.flatMap((type) => marks.find((mark) => mark.type === type) ?? []);
}

/** Whether two marks are the same, attributes included. */
export function sameMark(a: Mark, b: Mark): boolean {
  if (a.type === 'link') return b.type === 'link' && a.attrs.href === b.attrs.href;
  if (a.type === 'language') {
    return b.type === 'language' && a.attrs.lang === b.attrs.lang && a.attrs.dir === b.attrs.dir;
  }
  return a.type === b.type;
}

function sameMarks(a: Text, b: Text): boolean {
  const [left, right] = [a.marks ?? [], b.marks ?? []];
  return (
    left.length === right.length &&
    left.every((mark, index) => {
      const other = right[index];
      return other !== undefined && sameMark(mark, other);
    })
  );
}

/**
 * Letters and their combining marks may be divided by a change of marks. Whatever composes with
 * the text before it is moved there, so that the texts joined are in NFC and not only each.
 */
function composeAcross(inlines: Inline[]): Inline[] {
  const result: Inline[] = [];
  let previous = -1;
  for (const node of inlines) {
    if (node.type === 'hardBreak') previous = -1;
    if (node.type !== 'text') {
      result.push(node);
      continue;
    }
    let rest = node.text;
    let before = result[previous];
    while (rest !== '' && before?.type === 'text') {
      const joined = before.text + rest;
      if (joined.normalize('NFC') === joined) break;
      const first = String.fromCodePoint(rest.codePointAt(0) ?? 0);
      before = { ...before, text: (before.text + first).normalize('NFC') };
      result[previous] = before;
      rest = rest.slice(first.length);
    }
    if (rest === '') continue;
    previous = result.push({ ...node, text: rest }) - 1;
  }
  return result;
}

/** Whether a direction mark is idle depends on the letters of the whole block. */
function dropIdleMarks(inlines: Inline[]): Inline[] {
  const plain = inlines.map(plainOf);
  const idle = idleMarks(plain.join(''));
  if (idle.size === 0) return inlines;
  let begin = 0;
  return inlines.map((node, index) => {
    const from = begin;
    begin += plain[index]?.length ?? 0;
    if (node.type !== 'text') return node;
    const kept = node.text.split('').filter((_, at) => !idle.has(from + at));
    return { ...node, text: collapseSpaces(kept.join('').normalize('NFC')) };
  });
}

const plainOf = (node: Inline): string =>
  node.type === 'text' ? node.text : node.type === 'hardBreak' ? ' ' : '';

/** One space between two texts that meet with one each; none at a block's start or next to a break. */
function spaceOnce(inlines: Inline[]): Inline[] {
  const result: Inline[] = [];
  for (const node of inlines) {
    const before = result.at(-1);
    if (node.type === 'hardBreak') {
      trimLast(result);
      result.push(node);
    } else if (node.type === 'text') {
      const atStart = before === undefined || before.type === 'hardBreak';
      const afterSpace = before?.type === 'text' && before.text.endsWith(' ');
      const value = atStart || afterSpace ? node.text.replace(/^ /, '') : node.text;
      if (value !== '') result.push({ ...node, text: value });
    } else {
      result.push(node);
    }
  }
  return result;
}

function trimLast(inlines: Inline[]): void {
  const last = inlines.at(-1);
  if (last?.type !== 'text' || !last.text.endsWith(' ')) return;
  inlines.pop();
  if (last.text !== ' ') inlines.push({ ...last, text: last.text.slice(0, -1) });
}

function joinNeighbours(inlines: Inline[]): Inline[] {
  const result: Inline[] = [];
  for (const node of inlines) {
    const before = result.at(-1);
    if (node.type === 'text' && before?.type === 'text' && sameMarks(before, node)) {
      result[result.length - 1] = { ...before, text: before.text + node.text };
    } else {
      result.push(node);
    }
  }
  return result;
}

function trimEnds(inlines: Inline[]): Inline[] {
  const result = [...inlines];
  while (result[0]?.type === 'hardBreak') result.shift();
  for (;;) {
    trimLast(result);
    if (result.at(-1)?.type !== 'hardBreak') return result;
    result.pop();
  }
}
