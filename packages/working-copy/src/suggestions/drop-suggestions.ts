import * as Y from 'yjs';
import { suggestionAttributes } from './suggestion.ts';
import { dropAuthors } from './suggestion-authors.ts';

/** The names under which words have suggestions: there may be several of format. */
export const markNames = /^(insertion|deletion|format--.*)$/;

/**
 * Removes all suggestions from a shared document, leaving its text. No schema checks the result: a
 * suggestion must never prevent a retraction.
 */
export function dropSuggestionsIn(shared: Y.Doc): void {
  shared.transact(() => {
    dropIn(shared.getXmlFragment('body'));
    dropAuthors(shared, () => false);
  });
}

function dropIn(part: Y.XmlFragment): void {
  // From the last to the first, so that what is left is where it was.
  for (let index = part.length - 1; index >= 0; index -= 1) dropSuggestionsAt(part, index);
}

/** Takes everything that is only suggested out of one node, or the node where it is that itself. */
export function dropSuggestionsAt(part: Y.XmlFragment, index: number): void {
  const child = part.get(index);
  if (child instanceof Y.XmlText) dropInText(child);
  else if (child instanceof Y.XmlElement) {
    if (child.getAttribute('suggestedInsertion') !== undefined) part.delete(index, 1);
    else {
      for (const name of suggestionAttributes) child.removeAttribute(name);
      dropIn(child);
    }
  }
}

function dropInText(text: Y.XmlText): void {
  let at = 0;
  for (const { insert, attributes = {} } of text.toDelta() as Delta[]) {
    const length = typeof insert === 'string' ? insert.length : 1;
    if (attributes.insertion) {
      text.delete(at, length);
      continue;
    }
    const marks = Object.keys(attributes).filter((name) => markNames.test(name));
    if (marks.length > 0)
      text.format(at, length, Object.fromEntries(marks.map((name) => [name, null])));
    at += length;
  }
}

type Delta = { insert: unknown; attributes?: Record<string, unknown> };
