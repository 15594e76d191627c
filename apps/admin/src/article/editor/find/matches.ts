import type { EditorState } from '@tiptap/pm/state';
import { getMatchHighlights } from 'prosemirror-search';
import { tracksKey } from '../../findings/in-text/finding-tracks.ts';

export type Matches = {
  total: number;
  /** Which of them is selected, from 1; null if none is. */
  selected: number | null;
  /** How many of them share words with the quote of a finding. */
  inQuotes: number;
};

/** The matches of the searched words in the text. */
export function readMatches(state: EditorState): Matches {
  const found = getMatchHighlights(state).find();
  const { from, to } = state.selection;
  const at = found.findIndex((match) => match.from === from && match.to === to);
  const quotes = (tracksKey.getState(state)?.list ?? []).flatMap(({ range }) => range ?? []);
  const inQuotes = found.filter((match) =>
    quotes.some((quote) => match.from < quote.to && match.to > quote.from),
  );
  return {
    total: found.length,
    selected: at < 0 ? null : at + 1,
    inQuotes: inQuotes.length,
  };
}
