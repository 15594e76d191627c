import type { Block } from '@viewpoints/domain/document/blocks';

/** One block of a saved page, before it is decided whether it belongs to the article. */
export type PageBlock = {
  block: Block;
  /** Its plain text with single spaces; what rules look at and reports print. */
  text: string;
  /** Its first line in the file, from 1. */
  line: number;
  /** The role of the block by the page's own markup ("navigation", "cookie notice"); null for none. */
  furniture: string | null;
  /** Whether the markup says that this is the article's headline. */
  headline: boolean;
  /** How much of its text is links to other pages, from 0 to 1. */
  linked: number;
};

export type PageDateKind = 'rendered' | 'published' | 'unknown';

/** A date standing on the page. Only an editor's word makes one a date of publication. */
export type PageDate = {
  text: string;
  kind: PageDateKind;
  reason: string;
  line: number;
  /** The day it names, as YYYY-MM-DD; null if that may be two days. */
  day: string | null;
};

/** Who the page says wrote it: proposed, for authors are recorded apart from the text. */
export type PageByline = { name: string; reason: string; line: number };

export type LeftOut = { text: string; why: string; line: number };

/** The suggested treatment of a block the rules are not sure of. */
export type Suggestion = 'keep' | 'leave_out' | 'heading';
export type Doubtful = { text: string; why: string; line: number; suggestion: Suggestion };

/** A saved page, taken apart: every block with a verdict, in the order of the page. */
export type RecognisedPage = {
  headlineGuess: string | null;
  /** The BCP 47 tag the page gives; null if it gives none that can be used. */
  language: string | null;
  /** The likeliest date of publication first. */
  dates: PageDate[];
  bylines: PageByline[];
  leftOut: LeftOut[];
  doubtful: Doubtful[];
  /** Imported blocks, each with the index of its doubt if it has one. */
  kept: { block: Block; doubt: number | null }[];
};
