import type { Id } from '@viewpoints/domain/values';
import * as Y from 'yjs';
import { readEverything } from '../read-nodes.ts';
import { writeNodes } from '../shared-content.ts';
import type { Touched } from './attribute-suggestions.ts';
import { decideInPlace } from './decide-in-place.ts';
import { type Deciding, decideSuggestions } from './decide-suggestions.ts';
import { markNames } from './drop-suggestions.ts';
import { isDocument } from './is-known.ts';
import type { Json } from './json.ts';
import { listSuggestions, type Suggestion } from './list-suggestions.ts';
import { renameSuggestions } from './rename-suggestions.ts';
import { type Stretch, stretchesIn } from './suggested-stretches.ts';
import {
  readKey,
  type SuggestionKey,
  suggestedBreak,
  suggestionAttributes,
  writeKey,
} from './suggestion.ts';
import { addAuthors, authorsOf, dropAuthors, furtherAuthors } from './suggestion-authors.ts';

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
    // The rest changes the structure of the text, which is only possible by writing it as a whole.
    if (suggestionsIn(shared).some(deciding.isMeant))
      writeNodes(shared, decideSuggestions(readEverything(body), deciding));
    const left = new Set(suggestionsIn(shared).map(writeKey));
    dropAuthors(shared, (name) => left.has(name));
  });
}

/** The suggestions of a shared document, to be compared before and after an update. */
export type Suggested = {
  stretches: readonly Stretch[];
  authors: ReadonlyMap<string, readonly Id[]>;
};

/** @param before the state before the update: suggestions it had may have become plain text */
export const suggestedIn = (shared: Y.Doc, before?: Suggested): Suggested => ({
  stretches: before?.stretches.length || maySuggest(shared) ? stretchesIn(shared) : [],
  authors: furtherAuthors(shared),
});

/** Maximum suggestions, removed ones included, whose further authors a document stores. */
const maxAuthors = 4_000;

/**
 * Makes the writer an author of the suggestions they changed, whatever their page claims: with the authors
 * before, or alone for a new suggestion. Returns the authors of words that became plain text.
 */
export function attributeIn(
  shared: Y.Doc,
  { stretches, authors }: Suggested,
  { changed, from, taken, writer, newId }: Touched & { writer: Id; newId: () => Id },
): Id[] {
  const had = new Set(stretches.flatMap(({ parts }) => [...parts.keys()]));
  const keyOf = new Map<string, SuggestionKey>();
  for (const name of new Set([...changed, ...taken, ...had])) {
    const key = readKey(name);
    if (key !== null) keyOf.set(name, key);
  }
  const authorsBefore = (name: string): Id[] => {
    const key = keyOf.get(name);
    return key === undefined ? [] : authorsOf(authors, key);
  };
  const forged = new Map<string, SuggestionKey>();
  shared.transact(() => {
    for (const name of changed) {
      const key = keyOf.get(name);
      if (key === undefined) continue;
      const isNew = !had.has(name) && !authors.has(name);
      const own = isNew && key.by !== writer ? { by: writer, id: newId() } : key;
      if (own !== key) forged.set(name, own);
      addAuthors(shared, own, [writer, ...[...(from.get(name) ?? [])].flatMap(authorsBefore)]);
    }
    if (forged.size > 0) writeNodes(shared, renameSuggestions(suggestedNodes(shared), forged));
    // Authors of removed suggestions are stored for a while, since undo can bring those back.
    if (furtherAuthors(shared).size > maxAuthors) {
      const there = new Set(suggestionsIn(shared).map(writeKey));
      dropAuthors(shared, (name) => there.has(name));
    }
  });
  return [...new Set([...taken].flatMap(authorsBefore))];
}

/** Whether an article could say what it would say if these suggestions were accepted. */
export const isAcceptable = (
  nodes: readonly Json[],
  isMeant: Deciding['isMeant'] = () => true,
): boolean => isDocument(decideSuggestions(nodes, { verdict: 'accept', isMeant }));
