/** Words of a feed, and whether they are markup. */
export type FeedWords = { text: string; isMarkup: boolean };

export type FeedSite = {
  title: string;
  /** The address of the site that it names; empty if none. */
  address: string;
  language: string;
  /** Those of all entries that name nobody. */
  authors: string[];
};

/** The site of a feed as it is known here. */
export type KnownSite = FeedSite & {
  /** Whether what the feed calls descriptions are whole texts. */
  isWhole: boolean;
};

/** A category: its own word for what it is of, its name, and what people read. */
export type FeedTerm = { scheme: string; term: string; label: string };

/** One entry of a feed: an item of RSS, or an entry of Atom. */
export type FeedEntry = {
  /** The line of the file that it begins in, from 1. */
  line: number;
  id: string;
  title: FeedWords;
  /** Where it leads to; empty if nowhere. */
  address: string;
  /** The address before a service that counts clicks took its place; empty for none. */
  ownAddress: string;
  /** What its relative addresses are read against; empty for its own address. */
  base: string;
  /** The whole text, if the feed calls it so; null if it does not. */
  content: FeedWords | null;
  /** What it calls a description or a summary; null if it has none. */
  summary: FeedWords | null;
  /** Dates as they stand in the file. */
  published: string;
  changed: string;
  /** Names alone: what looks like the address of a mailbox is not read. */
  authors: string[];
  terms: FeedTerm[];
  language: string;
  isDraft: boolean;
  /** The addresses of a picture, and of sound and films, that come with it. */
  picture: string;
  recordings: string[];
  /** Whether its text is kept in another place than the feed. */
  isElsewhere: boolean;
  /** Whether a part of it is longer than one may be, and was cut. */
  isCut: boolean;
};

/** The parts of a feed. What is said of the site may come after the entries. */
export type FeedPart = { kind: 'site'; site: FeedSite } | { kind: 'entry'; entry: FeedEntry };

export const emptyEntry = (line: number): FeedEntry => ({
  line,
  ...{ id: '', title: { text: '', isMarkup: false }, address: '', ownAddress: '', base: '' },
  ...{ content: null, summary: null, published: '', changed: '', authors: [], terms: [] },
  ...{ language: '', isDraft: false, picture: '', recordings: [], isElsewhere: false },
  isCut: false,
});
