import * as Y from 'yjs';
import type { Deciding } from './decide-suggestions.ts';
import {
  FormatChange,
  readBlockChange,
  readKey,
  readMark,
  type SuggestionAttribute,
  SuggestionKey,
  suggestedBreak,
  suggestionAttributes,
} from './suggestion.ts';

type Part = Y.XmlFragment | Y.XmlElement;
type Run = { insert: string; attributes?: Record<string, unknown> };

/**
 * Decides suggestions letter by letter and node by node, so that what others write around them at the
 * same time stays, and what they delete stays deleted. What gives the text another structure is left:
 * paragraphs that are divided, joined, or of another kind.
 */
export function decideInPlace(part: Part, deciding: Deciding): void {
  for (let index = part.length - 1; index >= 0; index -= 1) {
    const child = part.get(index);
    if (child instanceof Y.XmlText) decideText(child, deciding);
    else if (child instanceof Y.XmlElement && goes(child, deciding)) part.delete(index, 1);
  }
}

/** Decides what is in a node, and about it; true if the node goes. */
function goes(element: Y.XmlElement, deciding: Deciding): boolean {
  const { verdict } = deciding;
  const isIn = (name: SuggestionAttribute) => isMeant(element, name, deciding);
  if (isIn(verdict === 'accept' ? 'suggestedDeletion' : 'suggestedInsertion')) return true;
  const hadBlocks = element.toArray().some((child) => isBlock(child));
  decideInPlace(element, deciding);
  if (hadBlocks && element.length === 0) return true;
  const isStructure = (name: SuggestionAttribute) =>
    name === 'suggestedJoin' ||
    name === 'suggestedChange' ||
    (name === 'suggestedInsertion' && element.nodeName === suggestedBreak);
  for (const name of suggestionAttributes)
    if (isIn(name) && !(verdict === 'accept' && isStructure(name))) element.removeAttribute(name);
  return false;
}

const isBlock = (child: unknown): boolean =>
  child instanceof Y.XmlElement &&
  !['hardBreak', 'footnote', suggestedBreak].includes(child.nodeName);

function isMeant(element: Y.XmlElement, name: SuggestionAttribute, { isMeant }: Deciding): boolean {
  const value = element.getAttribute(name);
  const key = name === 'suggestedChange' ? (readBlockChange(value)?.key ?? null) : readKey(value);
  return key !== null && isMeant(key);
}

function decideText(text: Y.XmlText, { verdict, isMeant }: Deciding): void {
  const runs = text.toDelta() as Run[];
  let end = runs.reduce((sum, { insert }) => sum + insert.length, 0);
  for (const { insert, attributes = {} } of runs.toReversed()) {
    const start = end - insert.length;
    const keyOf = (name: string) => SuggestionKey.safeParse(attributes[name]).data;
    const isOf = (name: 'insertion' | 'deletion') => {
      const key = keyOf(name);
      return key !== undefined && isMeant(key);
    };
    if (isOf(verdict === 'accept' ? 'deletion' : 'insertion')) text.delete(start, insert.length);
    else {
      const done = Object.fromEntries(
        (['insertion', 'deletion'] as const).filter(isOf).map((name) => [name, null]),
      );
      const changed = { ...done, ...formatted(attributes, { verdict, isMeant }) };
      if (Object.keys(changed).length > 0) text.format(start, insert.length, changed);
    }
    end = start;
  }
}

/** The marks of some words after a suggested change of them. */
function formatted(
  attributes: Record<string, unknown>,
  { verdict, isMeant }: Deciding,
): Record<string, unknown> {
  const found = Object.entries(attributes).flatMap(([name, value]) => {
    const format = name.startsWith('format--') ? FormatChange.safeParse(value).data : undefined;
    const isDecided = format !== undefined && isMeant({ by: format.by, id: format.id });
    return isDecided ? [{ name, format }] : [];
  });
  const changed: Record<string, unknown> = {};
  // Another link is one that goes and one that comes, in no order.
  for (const { name, format } of found.toSorted((a, b) => rank(a) - rank(b))) {
    changed[name] = null;
    const mark = verdict === 'accept' ? readMark(format) : null;
    if (mark === null) continue;
    changed[mark.type] = format.change === 'remove' ? null : 'attrs' in mark ? mark.attrs : {};
  }
  return changed;
}

const rank = ({ format }: { format: FormatChange }): number => (format.change === 'remove' ? 0 : 1);
