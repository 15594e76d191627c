import type { ImportReport, ImportStatus } from '@viewpoints/domain/imports/import-report';
import type { ImportLeftOut } from '@viewpoints/domain/imports/left-out';
import type { Points } from './points.ts';
import type { PostBlock } from './post-elements.ts';

/** An item of another system as the draft that it becomes. */
export type MappedItem = {
  /** Its id there. */
  foreignId: string;
  /** The line of the file that it begins in; null where that says nothing. */
  line: number | null;
  headline: string;
  standfirst: string;
  /** The last part of its old address; null if no article can have it. */
  slug: string | null;
  address: string | null;
  publishedAt: string | null;
  status: ImportStatus;
  authors: string[];
  topics: { name: string; slug: string }[];
  /** The language it says that it is in; null for that of its site. */
  language: string | null;
  /** Paths by which it was found there. */
  formerPaths: string[];
  /** Null if the item cannot come in. */
  blocks: PostBlock[] | null;
  points: Points;
};

/** One item of another system, before it is read as an article. */
export type ForeignItem = {
  /** What it is called there, such as "post". */
  type: string;
  foreignId: string;
  /** Why it does not come in; null if it does. */
  why: ImportLeftOut | null;
  /** How many comments of readers it has. */
  comments: number;
  /** Names of its fields that are not read. */
  otherFields: readonly string[];
  map: () => MappedItem;
};

/** What another system exported, opened: it can be read from its beginning more than once. */
export type ForeignSource = {
  /** The system and the address of the site, by which items are known in later runs. */
  key: string;
  site: ImportReport['site'];
  items: (onForbidden: (line: number, count: number) => void) => AsyncIterable<ForeignItem>;
  /** Names of what the site has as a whole and is not read. */
  otherFields?: readonly string[];
};
