import { alignTokens } from '@viewpoints/domain/text/diff-words';
import type { Id } from '@viewpoints/domain/values';
import {
  attributesIn,
  insertedBy,
  isSuggestionMark,
  type Json,
  joinRuns,
  keyIn,
  markedBy,
  withAttributes,
  withMarks,
} from './json.ts';
import {
  readBlockChange,
  type SuggestionKey,
  suggestionAttributes,
  writeBlockChange,
  writeKey,
} from './suggestion.ts';

/** What of a suggestion is at one place: a letter with its mark, or an attribute of a node. */
type Visit = (key: SuggestionKey, token: string) => SuggestionKey;

/**
 * A text in which everything that somebody has just suggested is suggested by them. What they put into a
 * suggestion of somebody else, or under the name of somebody else, becomes a suggestion of their own;
 * null where there is nothing of the kind.
 */
export function attributeSuggestions(
  before: readonly Json[],
  after: readonly Json[],
  { writer, newId }: { writer: Id; newId: () => Id },
): Json[] | null {
  const [had, has] = [tokensOf(before), tokensOf(after)];
  const added = new Map<string, ReadonlySet<number>>();
  for (const [key, tokens] of has) {
    if (key.startsWith(`${writer}/`)) continue;
    const kept = keptPlaces(had.get(key) ?? [], tokens);
    const places = new Set(tokens.keys().filter((at) => !kept.has(at)));
    if (places.size > 0) added.set(key, places);
  }
  if (added.size === 0) return null;
  const own = new Map([...added.keys()].map((key) => [key, { by: writer, id: newId() }]));
  const seen = new Map<string, number>();
  return mapKeys(after, (key) => {
    const name = writeKey(key);
    const at = seen.get(name) ?? 0;
    seen.set(name, at + 1);
    return added.get(name)?.has(at) ? (own.get(name) ?? key) : key;
  });
}

/**
 * Places of what was in a suggestion before. Where too much has changed to be compared in order, what
 * there was is its author's in any order: deleting most of a suggestion makes nobody its author.
 */
function keptPlaces(before: readonly string[], after: readonly string[]): Set<number> {
  const aligned = alignTokens(before, after);
  if (aligned !== null) return new Set(aligned.map(([, at]) => at));
  const left = new Map<string, number>();
  for (const token of before) left.set(token, (left.get(token) ?? 0) + 1);
  const kept = new Set<number>();
  for (const [at, token] of after.entries()) {
    const count = left.get(token) ?? 0;
    if (count === 0) continue;
    left.set(token, count - 1);
    kept.add(at);
  }
  return kept;
}

/** Everything that each suggestion is made of, in order. */
function tokensOf(nodes: readonly Json[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  mapKeys(nodes, (key, token) => {
    const name = writeKey(key);
    const tokens = found.get(name) ?? [];
    found.set(name, tokens);
    tokens.push(token);
    return key;
  });
  return found;
}

/** Gives each part of each suggestion another key. */
function mapKeys(
  nodes: readonly Json[],
  visit: Visit,
  within: SuggestionKey | null = null,
): Json[] {
  return joinRuns(
    nodes.flatMap((node) =>
      node.type === 'text' ? mapText(node, visit, within) : [mapNode(node, visit, within)],
    ),
  );
}

/** Words in a block that is itself only suggested are part of that suggestion. */
function mapText(node: Json, visit: Visit, within: SuggestionKey | null): Json[] {
  const { text = '' } = node;
  const suggested = node.marks?.some(isSuggestionMark) ?? false;
  if (!suggested && within === null) return [node];
  const isOwn = within !== null && markedBy(node, 'insertion') === null;
  return [...text].map((letter) => {
    const marks = (node.marks ?? []).map((mark) => {
      if (!isSuggestionMark(mark)) return mark;
      const { by, id } = mark.attrs;
      const what = mark.type === 'format' ? `${mark.attrs.change} ${mark.attrs.mark}` : mark.type;
      return { ...mark, attrs: { ...mark.attrs, ...visit({ by, id }, `${what} ${letter}`) } };
    });
    const key = isOwn && within !== null ? visit(within, `within ${letter}`) : within;
    if (isOwn && within !== null && key !== null && writeKey(key) !== writeKey(within))
      marks.push({ type: 'insertion', attrs: key });
    return withMarks({ ...node, text: letter }, marks);
  });
}

function mapNode(node: Json, visit: Visit, within: SuggestionKey | null): Json {
  const attrs = { ...attributesIn(node) };
  const inserted = insertedBy(node);
  const { content, ...rest } = node;
  for (const name of suggestionAttributes) {
    const key = keyIn(node, name);
    if (key === null) continue;
    const change = readBlockChange(attrs[name]);
    const token = `${name} ${node.type} ${JSON.stringify(change?.to ?? ownAttributes(node))}`;
    const next = visit(key, token);
    attrs[name] = change === null ? writeKey(next) : writeBlockChange(next, change.to);
  }
  // A node that somebody has put into what another one suggests.
  if (inserted === null && within !== null) {
    const key = visit(within, `within ${node.type} ${JSON.stringify(ownAttributes(node))}`);
    if (writeKey(key) !== writeKey(within)) attrs.suggestedInsertion = writeKey(key);
  }
  const plain =
    'attrs' in node || Object.keys(attrs).length > 0 ? withAttributes(rest as Json, attrs) : rest;
  if (content === undefined) return plain as Json;
  return { ...(plain as Json), content: mapKeys(content, visit, inserted ?? within) };
}

const ownAttributes = (node: Json): object =>
  Object.fromEntries(
    Object.entries(attributesIn(node)).filter(([name]) => !name.startsWith('suggested')),
  );
