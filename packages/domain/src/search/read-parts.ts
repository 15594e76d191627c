import { facets, type TypedFacet, typedFacets } from './facets.ts';

/** Prefixes that may be typed before a colon, and the fields that they mean. */
const prefixes: ReadonlyMap<string, Field> = new Map<string, Field>([
  ...typedFacets.flatMap((name) => facets[name].prefixes.map((prefix) => [prefix, name] as const)),
  ...(['in', 'after', 'before'] as const).map((name) => [name, name] as const),
]);
/** Other words before a colon are words: "Ostrava: a history". */
export type Field = TypedFacet | 'in' | 'after' | 'before';

/** A part of a typed query: a word or a quoted run, with its field and minus if it has them. */
export type Part = {
  /** As typed, for telling what was ignored. */
  raw: string;
  excluded: boolean;
  field: Field | null;
  text: string;
  quoted: boolean;
};

/** The closing marks of a quotation, by the opening one. */
const CLOSING: ReadonlyMap<string, RegExp> = new Map([
  ['"', /["“”]/],
  ['“', /[”"]/],
  ['„', /[“”"]/],
  ['«', /[»"]/],
  ['”', /[”"]/],
]);
const NAME = /^([a-z]{2,10}):/i;
const SPACE = /\s/u;
const NOT_SPACE = /\S/u;
const MINUS = /[-−–]/;

/** Cuts what was typed into parts. A quotation mark inside a word (a Hebrew abbreviation) opens nothing. */
export function readParts(typed: string): Part[] {
  const parts: Part[] = [];
  let at = 0;
  while (at < typed.length) {
    if (SPACE.test(typed.charAt(at))) {
      at += 1;
      continue;
    }
    const start = at;
    const excluded = MINUS.test(typed.charAt(at)) && NOT_SPACE.test(typed.charAt(at + 1));
    if (excluded) at += 1;
    const prefix = NAME.exec(typed.slice(at, at + 12))?.[1] ?? '';
    const field = prefixes.get(prefix.toLowerCase()) ?? null;
    if (field !== null) at += prefix.length + 1;
    const value = readValue(typed, at);
    at = value.end;
    parts.push({ raw: typed.slice(start, at), excluded, field, ...value.part });
  }
  return parts;
}

function readValue(
  typed: string,
  at: number,
): { part: Pick<Part, 'text' | 'quoted'>; end: number } {
  const closing = CLOSING.get(typed.charAt(at));
  if (closing === undefined) {
    const end = placeOf(SPACE, typed, at);
    return { part: { text: typed.slice(at, end), quoted: false }, end };
  }
  const end = placeOf(closing, typed, at + 1);
  return { part: { text: typed.slice(at + 1, end), quoted: true }, end: end + 1 };
}

/** The first place from `at` on where a pattern matches; the end where none does. */
function placeOf(pattern: RegExp, typed: string, at: number): number {
  const found = typed.slice(at).search(pattern);
  return found === -1 ? typed.length : at + found;
}
