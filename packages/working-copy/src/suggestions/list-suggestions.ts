import { enclosingSuggestions } from './enclosing-suggestions.ts';
import { attributesIn, formatsOf, insertedBy, type Json, keyIn, markedBy } from './json.ts';
import { lostTitles } from './lost-titles.ts';
import { readBlockChange, type SuggestionKey, suggestedBreak, writeKey } from './suggestion.ts';
import {
  attributeDetails,
  canonicalise,
  detailsOf,
  lostTitle,
  markDetails,
  type SuggestionDetail,
} from './suggestion-details.ts';
import { isInLine, SuggestionPlaces } from './suggestion-places.ts';

/** One thing that a suggestion would do. */
export type SuggestionPart =
  | { kind: 'insert'; text: string; details?: SuggestionDetail[] }
  | { kind: 'delete'; text: string }
  | { kind: 'divide' | 'join' }
  | {
      kind: 'insert_block' | 'delete_block';
      type: string;
      text: string;
      details?: SuggestionDetail[];
    }
  | { kind: 'change_block'; type: string; text: string; to: string; details?: SuggestionDetail[] }
  | {
      kind: 'move_block';
      type: string;
      text: string;
      to: string;
      /** The containers that it is in, and those that it would be in, the outermost first. */
      from: string[];
      within: string[];
      /** How many of the latter it would share with the block before it. */
      shared: number;
      details?: SuggestionDetail[];
    }
  | { kind: 'format'; change: 'add' | 'remove'; mark: string; text: string };

export type Suggestion = SuggestionKey & {
  parts: SuggestionPart[];
  /** The words around each part of it, or before a block: where in the text it is. */
  places: string[];
  /** Those in whose words or blocks something of it is. */
  enclosedBy: SuggestionKey[];
};

/** The suggestions in a text, in the order in which they come in it. */
export function listSuggestions(nodes: readonly Json[]): Suggestion[] {
  const found = new Map<string, Suggestion>();
  const add = (key: SuggestionKey | null, part: SuggestionPart) => {
    if (key === null) return;
    const own = found.get(writeKey(key)) ?? { ...key, parts: [], places: [], enclosedBy: [] };
    found.set(writeKey(key), own);
    const last = own.parts.at(-1);
    if (last && 'text' in last && 'text' in part && continues(last, part)) {
      last.text += part.text;
      if ('details' in part && 'text' in last && last.kind === 'insert')
        last.details = appended(last.details, part.details);
    } else own.parts.push(part);
  };
  const places = new SuggestionPlaces();
  const read = canonicalise(nodes);
  const lost = lostTitles(read);
  const visit = (node: Json, isWithin: boolean, from: readonly string[]) => {
    if (node.type === 'text') {
      const { text = '' } = node;
      const [inserted, deleted] = [markedBy(node, 'insertion'), markedBy(node, 'deletion')];
      const formats = formatsOf(node);
      add(inserted, { kind: 'insert', text, ...some(markDetails(node)) });
      add(deleted, { kind: 'delete', text });
      for (const { change, mark, ...key } of formats)
        add(key, { kind: 'format', change, mark, text });
      places.inLine(node, [inserted, deleted, ...formats].filter(isKey), isWithin);
      return;
    }
    const { type } = node;
    const inserted = insertedBy(node);
    if (type === suggestedBreak) {
      add(inserted, { kind: 'divide' });
      places.inLine(node, [inserted].filter(isKey), isWithin);
      return;
    }
    const whole = { type, text: wordsOf(node) };
    add(inserted, { kind: 'insert_block', ...whole, ...some(detailsOf(node)) });
    const deleted = keyIn(node, 'suggestedDeletion');
    add(deleted, { kind: 'delete_block', ...whole, ...some(detailsOf(node)) });
    const joined = keyIn(node, 'suggestedJoin');
    add(joined, { kind: 'join' });
    const change = readBlockChange(attributesIn(node).suggestedChange);
    if (change !== null) {
      const { type: to, attrs, move } = change.to;
      const details = some([
        ...attributeDetails(to, attrs),
        ...(move?.within ?? []).flatMap((each) => attributeDetails(each.type, each.attrs)),
        ...(lost.get(node) ?? []).map((value) => ({ of: 'callout', name: lostTitle, value })),
      ]);
      if (move === undefined) add(change.key, { kind: 'change_block', ...whole, to, ...details });
      else {
        const { shared } = move;
        const within = move.within.map((each) => each.type);
        const part = { ...whole, to, from: [...from], within, shared, ...details };
        add(change.key, { kind: 'move_block', ...part });
      }
    }
    const keys = [inserted, deleted, joined, change?.key ?? null].filter(isKey);
    if (isInLine(node)) places.inLine(node, keys, isWithin);
    else places.ofBlock(keys);
    const isInserted = isWithin || inserted !== null;
    places.within(isInserted, () => {
      for (const child of node.content ?? []) visit(child, isInserted, [...from, type]);
    });
  };
  for (const node of read) visit(node, false, []);
  for (const each of found.values()) each.places.push(...places.of(each));
  for (const [name, outer] of enclosingSuggestions(nodes))
    found.get(name)?.enclosedBy.push(...outer.values());
  return [...found.values()];
}

const isKey = (key: SuggestionKey | null): key is SuggestionKey => key !== null;

/** The same list, longer: there may be a link on each of very many words. */
function appended(list: SuggestionDetail[] = [], added: readonly SuggestionDetail[] = []) {
  list.push(...added);
  return list;
}

/** Only where there are any. */
const some = (details: SuggestionDetail[]) => (details.length > 0 ? { details } : {});

/** Whether what comes next only makes the same part longer: words that a comment or a mark divides. */
const continues = (last: SuggestionPart, next: SuggestionPart): boolean =>
  (last.kind === 'insert' || last.kind === 'delete' || last.kind === 'format') &&
  last.kind === next.kind &&
  (last.kind !== 'format' ||
    (next.kind === 'format' && last.mark === next.mark && last.change === next.change));

/** The words of a block, without suggested insertions by others. */
function wordsOf(node: Json): string {
  if (node.type === 'text') return node.text ?? '';
  const content = (node.content ?? []).filter((child) => insertedBy(child) === null);
  return content.map(wordsOf).join(content[0]?.type === 'text' ? '' : ' ');
}
