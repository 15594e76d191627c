import { stableJson } from '@viewpoints/domain/text/stable-json';

/**
 * A mark on words that a change of the file inserts or deletes. It has the number of the change in the
 * report until the id of the suggestion is known.
 */
export type ChangeMark = { type: 'insertion' | 'deletion'; attrs: { change: number } };

/** Attributes of a node that a change inserts, deletes or joins as a whole. */
export const changeAttributes = [
  'suggestedInsertion',
  'suggestedDeletion',
  'suggestedJoin',
] as const;
export type ChangeAttribute = (typeof changeAttributes)[number];

/** A node of the imported article, which may have marked changes. */
export type Marked = {
  type: string;
  text?: string;
  marks?: { type: string; attrs?: object }[];
  attrs?: Record<string, unknown>;
  content?: Marked[];
};

/** A suggested end of a paragraph, within its line. */
export const breakOf = (change: number): Marked => ({
  type: 'suggestedBreak',
  attrs: { suggestedInsertion: { change } },
});

/** A node with a change as one of its attributes. */
export const withChange = (node: Marked, name: ChangeAttribute, change: number): Marked => ({
  ...node,
  attrs: { ...node.attrs, [name]: { change } },
});

/** The changes that are marked in a text. */
export function changesIn(nodes: readonly Marked[], found = new Set<number>()): Set<number> {
  for (const node of nodes) {
    const values = [...(node.marks ?? []).map(({ attrs }) => attrs), ...ownChanges(node)];
    for (const value of values)
      if (typeof value === 'object' && 'change' in value && typeof value.change === 'number')
        found.add(value.change);
    changesIn(node.content ?? [], found);
  }
  return found;
}

const ownChanges = ({ attrs = {} }: Marked): object[] =>
  changeAttributes.flatMap((name) => (attrs[name] as object | undefined) ?? []);

type Verdict = 'accept' | 'refuse';

/** A text with all of its marked changes accepted, or all of them refused. */
export function readMarked(nodes: readonly Marked[], verdict: Verdict): Marked[] {
  const read: Marked[] = [];
  for (const node of nodes) {
    const isIn = (name: ChangeAttribute) => node.attrs?.[name] !== undefined;
    if (isIn(verdict === 'accept' ? 'suggestedDeletion' : 'suggestedInsertion')) continue;
    const parts = divided(plain(node, verdict), verdict);
    const before = read.at(-1);
    if (verdict === 'accept' && isIn('suggestedJoin') && before !== undefined) {
      const [first, ...rest] = parts;
      before.content = joinTexts([...(before.content ?? []), ...(first?.content ?? [])]);
      read.push(...rest);
    } else read.push(...parts);
  }
  return read;
}

function plain({ marks, attrs, content, ...node }: Marked, verdict: Verdict): Marked {
  const kept = Object.entries(attrs ?? {}).filter(
    ([name]) => !changeAttributes.some((each) => each === name),
  );
  return {
    ...node,
    ...(marks === undefined ? {} : { marks }),
    ...(kept.length > 0 ? { attrs: Object.fromEntries(kept) } : {}),
    ...some(content === undefined ? [] : readLine(content, verdict)),
  };
}

/** Content where there is any: a paragraph without words has none. */
const some = (content: Marked[]) => (content.length > 0 ? { content } : {});

function readLine(content: readonly Marked[], verdict: Verdict): Marked[] {
  const goes = verdict === 'accept' ? 'deletion' : 'insertion';
  const kept = content.flatMap((node): Marked[] => {
    if (node.type === 'suggestedBreak') return verdict === 'accept' ? [node] : [];
    if (node.type !== 'text') return readMarked([node], verdict);
    if (node.marks?.some(({ type }) => type === goes)) return [];
    const { marks = [], ...rest } = node;
    const left = marks.filter(({ type }) => type !== 'insertion' && type !== 'deletion');
    return [left.length > 0 ? { ...rest, marks: left } : rest];
  });
  return joinTexts(kept);
}

/** Divides a paragraph at its suggested breaks, if they are accepted. */
function divided(node: Marked, verdict: Verdict): Marked[] {
  if (verdict === 'refuse' || !node.content?.some(({ type }) => type === 'suggestedBreak'))
    return [node];
  const parts: Marked[][] = [[]];
  for (const child of node.content) {
    if (child.type === 'suggestedBreak') parts.push([]);
    else parts.at(-1)?.push(child);
  }
  return parts.map((content, index) =>
    index > 0 && node.type === 'heading'
      ? { type: 'paragraph', ...some(content) }
      : { ...node, content },
  );
}

/** Joins neighbouring texts that have the same marks. */
export function joinTexts(nodes: readonly Marked[]): Marked[] {
  const result: Marked[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    const isSame =
      last?.type === 'text' &&
      node.type === 'text' &&
      stableJson(last.marks ?? []) === stableJson(node.marks ?? []);
    if (isSame) result[result.length - 1] = { ...last, text: `${last.text}${node.text}` };
    else result.push(node);
  }
  return result;
}
