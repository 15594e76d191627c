import type { Node } from '@tiptap/pm/model';
import { SearchQuery } from 'prosemirror-search';

/** The words to find, and what to replace them with. */
export type FindOptions = {
  words: string;
  replacement: string;
  matchCase: boolean;
  wholeWords: boolean;
};

/** Characters of a keyboard, with those that set text has in their place. */
const setAs: Record<string, string> = {
  "'": "['\u2018\u2019\u201A\u201B]",
  '"': '["\u201C\u201D\u201E\u201F\u00AB\u00BB]',
  '-': '[-\u2010\u2011\u2013\u2014]',
  ' ': '\\s',
};

/**
 * A query for the words as they are typed: a plain quotation mark finds a curly one, a hyphen a
 * dash, a space one that does not break. Words are never found across a footnote or its edge, nor in
 * what is only suggested: replacing them would decide the suggestion.
 */
export function findQuery({ words, replacement, matchCase, wholeWords }: FindOptions): SearchQuery {
  return new SearchQuery({
    search: [...words].map((letter) => setAs[letter] ?? escaped(letter)).join(''),
    regexp: true,
    literal: true,
    caseSensitive: matchCase,
    wholeWord: wholeWords,
    // In a replacement a dollar sign would name a part of what was found.
    replace: replacement.replaceAll('$', '$$$$'),
    filter: ({ doc }, { from, to }) => isPlainText(doc, from, to),
  });
}

/** Whether there is nothing from here to there but words that the article has. */
function isPlainText(doc: Node, from: number, to: number): boolean {
  let isPlain = doc.resolve(from).sameParent(doc.resolve(to));
  doc.nodesBetween(from, to, (node, position) => {
    if (!node.isText) isPlain &&= position < from || !node.isInline;
    else isPlain &&= !node.marks.some(({ type }) => pending.has(type.name));
  });
  return isPlain;
}

/** Marks of words that are suggested to come or to go. */
const pending = new Set(['insertion', 'deletion']);

const escaped = (letter: string): string => letter.replace(/[\\^$.*+?()[\]{}|/]/u, '\\$&');
