import { attributesIn, formatsOf, insertedBy, type Json, keyIn, markedBy } from './json.ts';
import { readBlockChange, type SuggestionKey, suggestedBreak, writeKey } from './suggestion.ts';
import {
  attributeDetails,
  detailsOf,
  inOneForm,
  markDetails,
  type SuggestionDetail,
} from './suggestion-details.ts';

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
  | { kind: 'format'; change: 'add' | 'remove'; mark: string; text: string };

export type Suggestion = SuggestionKey & { parts: SuggestionPart[] };

/** The suggestions in a text, in the order in which they come in it. */
export function listSuggestions(nodes: readonly Json[]): Suggestion[] {
  const found = new Map<string, Suggestion>();
  const add = (key: SuggestionKey | null, part: SuggestionPart) => {
    if (key === null) return;
    const own = found.get(writeKey(key)) ?? { ...key, parts: [] };
    found.set(writeKey(key), own);
    const last = own.parts.at(-1);
    if (last && 'text' in last && 'text' in part && continues(last, part)) {
      last.text += part.text;
      if ('details' in part && 'text' in last && last.kind === 'insert')
        last.details = [...(last.details ?? []), ...(part.details ?? [])];
    } else own.parts.push(part);
  };
  const visit = (node: Json) => {
    if (node.type === 'text') {
      const { text = '' } = node;
      add(markedBy(node, 'insertion'), { kind: 'insert', text, ...some(markDetails(node)) });
      add(markedBy(node, 'deletion'), { kind: 'delete', text });
      for (const { change, mark, ...key } of formatsOf(node))
        add(key, { kind: 'format', change, mark, text });
      return;
    }
    const { type } = node;
    const inserted = insertedBy(node);
    if (type === suggestedBreak) {
      add(inserted, { kind: 'divide' });
      return;
    }
    const whole = { type, text: wordsOf(node) };
    add(inserted, { kind: 'insert_block', ...whole, ...some(detailsOf(node)) });
    const deleted = keyIn(node, 'suggestedDeletion');
    add(deleted, { kind: 'delete_block', ...whole, ...some(detailsOf(node)) });
    add(keyIn(node, 'suggestedJoin'), { kind: 'join' });
    const change = readBlockChange(attributesIn(node).suggestedChange);
    if (change !== null) {
      const { type: to, attrs } = change.to;
      add(change.key, { kind: 'change_block', ...whole, to, ...some(attributeDetails(to, attrs)) });
    }
    for (const child of node.content ?? []) visit(child);
  };
  for (const node of inOneForm(nodes)) visit(node);
  return [...found.values()];
}

/** Only where there are any. */
const some = (details: SuggestionDetail[]) => (details.length > 0 ? { details } : {});

/** Whether what comes next only makes the same part longer: words that a comment or a mark divides. */
const continues = (last: SuggestionPart, next: SuggestionPart): boolean =>
  (last.kind === 'insert' || last.kind === 'delete' || last.kind === 'format') &&
  last.kind === next.kind &&
  (last.kind !== 'format' ||
    (next.kind === 'format' && last.mark === next.mark && last.change === next.change));

/** The words of a block, without what somebody else would put into it. */
function wordsOf(node: Json): string {
  if (node.type === 'text') return node.text ?? '';
  const content = (node.content ?? []).filter((child) => insertedBy(child) === null);
  return content.map(wordsOf).join(content[0]?.type === 'text' ? '' : ' ');
}
