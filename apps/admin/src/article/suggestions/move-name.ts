import { blockName } from './block-names.ts';

type Move = {
  type: string;
  /** The kind of block it would be, which may be another one. */
  to: string;
  attrs?: Readonly<Record<string, unknown>>;
  from: readonly string[];
  within: readonly string[];
  shared: number;
};

/**
 * The name of a move of a block into other containers, or out of them. Every container that it
 * gains or loses is named, and another kind of block: accepting it does all of that.
 */
export function moveName(move: Move): string {
  const { type, to, attrs } = move;
  const kind = type === to ? [] : [`make it a ${blockName(to, attrs)}`];
  const [first = '', ...rest] = [...containerNames(move), ...kind];
  return [`${first.charAt(0).toUpperCase()}${first.slice(1)}`, ...rest].join('; ');
}

function containerNames({ from, within, shared }: Move): string[] {
  const { lost, gained, inner } = changed(from.filter(isNamed), within.filter(isNamed));
  if (lost.length === 0 && gained.length === 0)
    return [
      shared === 0
        ? `begin a new ${blockName(within[0] ?? '')}`
        : `join to the ${shared === within.length ? 'item' : 'list'} above`,
    ];
  // A list in a list of its kind, or out of it again.
  const isIndented = gained.filter(isList).every((type) => type === inner) && !lost.some(isList);
  const isOutdented = within.some(isList) && !gained.some(isList);
  return [
    ...listed(
      lost.filter((type) => !isOutdented || !isList(type)),
      'take out of the',
    ),
    ...levels(isOutdented ? lost.filter(isList) : [], 'outdent'),
    ...listed(
      gained.filter((type) => !isIndented || !isList(type)),
      'put into a',
    ),
    ...levels(isIndented ? gained.filter(isList) : [], 'indent'),
  ];
}

const isList = (type: string): boolean => type === 'bulletList' || type === 'orderedList';

/** An item goes without saying where there is a list. */
const isNamed = (type: string): boolean => type !== 'listItem';

/** The containers that are only in one of two lists, and the innermost list that a block is in before. */
function changed(from: readonly string[], within: readonly string[]) {
  const shorter = Math.min(from.length, within.length);
  let start = 0;
  while (start < shorter && from[start] === within[start]) start += 1;
  let end = 0;
  while (end < shorter - start && from.at(-end - 1) === within.at(-end - 1)) end += 1;
  return {
    lost: from.slice(start, from.length - end),
    gained: within.slice(start, within.length - end),
    inner: from.findLast(isList),
  };
}

const listed = (types: readonly string[], verb: string): string[] =>
  types.map((type) => `${verb} ${blockName(type)}`);

const levels = ({ length }: readonly string[], verb: string): string[] =>
  length === 0 ? [] : [length === 1 ? verb : `${verb} ${length} levels`];
