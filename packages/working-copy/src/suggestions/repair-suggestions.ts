import { attributesOf, nodeTypes } from '@viewpoints/domain/document/blocks';
import { Mark } from '@viewpoints/domain/document/inline';
import * as Y from 'yjs';
import { markOf, readWhole } from '../read-nodes.ts';
import { dropSuggestionsAt, dropSuggestionsIn } from './drop-suggestions.ts';
import { isKnown } from './is-known.ts';
import { isCommentMark, isSuggestionMark } from './json.ts';
import { maySuggest, suggestedNodes } from './shared-suggestions.ts';
import { readBlockChange, readKey, suggestedBreak, suggestionAttributes } from './suggestion.ts';

/**
 * Removes unknown marks and attributes from suggestions: earlier versions stored them without checking
 * the schema, and every later update would be refused. If that is not enough, drops all suggestions of
 * the block. Returns false if nothing had to be repaired.
 */
export function repairSuggestionsIn(shared: Y.Doc): boolean {
  if (!maySuggest(shared) || isKnown(suggestedNodes(shared))) return false;
  shared.transact(() => {
    const body = shared.getXmlFragment('body');
    clean(body);
    for (const [index, child] of [...body.toArray().entries()].toReversed()) {
      if (!(child instanceof Y.XmlElement)) body.delete(index, 1);
      else if (!isKnown([readWhole(child)])) dropSuggestionsAt(body, index);
    }
    if (!isKnown(suggestedNodes(shared))) dropSuggestionsIn(shared);
  });
  return true;
}

function clean(part: Y.XmlFragment): void {
  for (const child of part.toArray()) {
    if (child instanceof Y.XmlText) cleanText(child);
    else if (child instanceof Y.XmlElement) {
      cleanAttributes(child);
      clean(child);
    }
  }
}

function cleanText(text: Y.XmlText): void {
  let at = 0;
  for (const { insert, attributes = {} } of text.toDelta() as Delta[]) {
    const length = typeof insert === 'string' ? insert.length : 1;
    const unknown = Object.entries(attributes).filter(([name, attrs]) => !isMark(name, attrs));
    if (unknown.length > 0)
      text.format(at, length, Object.fromEntries(unknown.map(([name]) => [name, null])));
    at += length;
  }
}

type Delta = { insert: unknown; attributes?: Record<string, object> };

function isMark(name: string, attrs: object): boolean {
  const mark = markOf(name, attrs);
  return isCommentMark(mark) || isSuggestionMark(mark) || Mark.safeParse(mark).success;
}

function cleanAttributes(element: Y.XmlElement): void {
  const type = nodeTypes.find((each) => each === element.nodeName);
  if (type === undefined && !inlines.includes(element.nodeName)) return;
  const names: readonly string[] = type === undefined ? [] : attributesOf(type);
  for (const [name, value] of Object.entries(element.getAttributes() as Record<string, unknown>)) {
    const isSuggestion = suggestionAttributes.some((each) => each === name);
    const isReadable = name === 'suggestedChange' ? readBlockChange(value) : readKey(value);
    if (isSuggestion ? value !== null && isReadable === null : !names.includes(name))
      element.removeAttribute(name);
  }
}

const inlines = ['hardBreak', 'footnote', suggestedBreak];
