import { Document } from '@viewpoints/domain/document/document';
import { stableJson } from '@viewpoints/domain/text/stable-json';
import type { Id } from '@viewpoints/domain/values';
import * as Y from 'yjs';
import { readEverything } from '../read-nodes.ts';
import { writeNodes } from '../shared-content.ts';
import { attributeSuggestions } from './attribute-suggestions.ts';
import { decideInPlace } from './decide-in-place.ts';
import { type Deciding, decideSuggestions } from './decide-suggestions.ts';
import { markNames } from './drop-suggestions.ts';
import {
  attributesIn,
  dropAttributes,
  isCommentMark,
  isSuggestionMark,
  type Json,
  withMarks,
} from './json.ts';
import { listSuggestions, type Suggestion } from './list-suggestions.ts';
import { suggestedBreak, suggestionAttributes } from './suggestion.ts';

const bodyIn = (shared: Y.Doc): Y.XmlFragment => shared.getXmlFragment('body');

/** Whether anything in a shared document may be a suggestion: found without reading its text. */
export const maySuggest = (shared: Y.Doc): boolean => hasAny(bodyIn(shared));

function hasAny(part: Y.XmlFragment): boolean {
  return part.toArray().some((child) => {
    if (child instanceof Y.XmlText) return hasMark(child);
    if (!(child instanceof Y.XmlElement)) return false;
    if (child.nodeName === suggestedBreak) return true;
    if (suggestionAttributes.some((name) => child.getAttribute(name) !== undefined)) return true;
    return hasAny(child);
  });
}

function hasMark(text: Y.XmlText): boolean {
  for (let item = text._start; item !== null; item = item.right)
    if (
      !item.deleted &&
      item.content instanceof Y.ContentFormat &&
      markNames.test(item.content.key)
    )
      return true;
  return false;
}

/** The text of a shared document with its suggestions; nothing where it has none. */
export const suggestedNodes = (shared: Y.Doc): Json[] =>
  maySuggest(shared) ? readEverything(bodyIn(shared)) : [];

/** The suggestions in a shared document, in the order of its text. */
export const suggestionsIn = (shared: Y.Doc): Suggestion[] =>
  listSuggestions(suggestedNodes(shared));

/** Accepts or refuses suggestions in a shared document. */
export function decideIn(shared: Y.Doc, deciding: Deciding): void {
  shared.transact(() => {
    const body = bodyIn(shared);
    decideInPlace(body, deciding);
    if (body.length === 0) body.insert(0, [new Y.XmlElement('paragraph')]);
    // What is left gives the text another structure, which only a text as a whole can be given.
    if (suggestionsIn(shared).some(deciding.isMeant))
      writeNodes(shared, decideSuggestions(readEverything(body), deciding));
  });
}

/**
 * Makes what somebody has just suggested theirs, whatever their page says whose it is. False where
 * it was theirs already.
 * @param before what the text was before they changed it
 */
export function attributeIn(
  shared: Y.Doc,
  before: readonly Json[],
  by: { writer: Id; newId: () => Id },
): boolean {
  const after = suggestedNodes(shared);
  const corrected = attributeSuggestions(before, after, by);
  if (corrected !== null) writeNodes(shared, corrected);
  return corrected !== null;
}

/** Whether an article could say what it would say if everything suggested were accepted. */
export const isAcceptable = (nodes: readonly Json[]): boolean =>
  isDocument(decideSuggestions(nodes, { verdict: 'accept', isMeant: () => true }));

/**
 * Whether a text has nothing that an article may not have, what is only suggested in it included. Words
 * that would be put in are in nothing that an article says, and words that would be put in and deleted
 * are not in what it would say either: this is the only look at their marks and attributes.
 */
export const isKnown = (nodes: readonly Json[]): boolean => isDocument(nodes);

/** Whether two texts have the same suggestions, wherever in it they are. */
export const haveSameSuggestions = (a: readonly Json[], b: readonly Json[]): boolean =>
  stableJson([listSuggestions(a), blockChangesIn(a)]) ===
  stableJson([listSuggestions(b), blockChangesIn(b)]);

const blockChangesIn = (nodes: readonly Json[]): unknown[] =>
  nodes.flatMap((node) => [
    attributesIn(node).suggestedChange ?? [],
    ...blockChangesIn(node.content ?? []),
  ]);

const isDocument = (nodes: readonly Json[]): boolean =>
  Document.safeParse({ type: 'doc', content: nodes.map(plain) }).success;

/**
 * Without comments, suggestions, and notes that nobody has written yet. A break that is suggested may be
 * where a line may end.
 */
function plain(node: Json): Json {
  if (node.type === 'text')
    return withMarks(
      node,
      (node.marks ?? []).filter((mark) => !isCommentMark(mark) && !isSuggestionMark(mark)),
    );
  const bare = dropAttributes(node, suggestionAttributes);
  const known = bare.type === suggestedBreak ? { ...bare, type: 'hardBreak' } : bare;
  if (known.content === undefined) return known;
  const isWritten = (child: Json) => child.type !== 'footnote' || (child.content?.length ?? 0) > 0;
  return { ...known, content: known.content.filter(isWritten).map(plain) };
}
