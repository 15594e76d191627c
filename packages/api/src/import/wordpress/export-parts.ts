/** What a WordPress export (WXR) says of the site it came from. */
export type ExportedSite = {
  title: string;
  /** The address of the site, by which its items are known in later runs. */
  address: string;
  language: string | null;
};

/** Somebody whom posts name as their author. The address of their mailbox is never read. */
export type ExportedAuthor = { login: string; name: string };

/** A category, a tag or another term of a post. */
export type ExportedTerm = { taxonomy: string; slug: string; name: string };

/** The custom fields that are read; all others are counted. */
export const readFields = [
  '_thumbnail_id',
  '_wp_attachment_image_alt',
  '_wp_attached_file',
  '_wp_old_slug',
  'footnotes',
] as const;
export type ReadField = (typeof readFields)[number];

/** One item of an export: a post, a page, an attachment, or what a plugin stored. */
export type ExportedItem = {
  /** The line of the file that it begins in, from 1. */
  line: number;
  id: string;
  type: string;
  status: string;
  title: string;
  slug: string;
  /** The login of its author. */
  creator: string;
  address: string;
  /** Its dates as they stand in the file: in UTC, in the time of the site, and for feeds. */
  dateUtc: string;
  dateLocal: string;
  pubDate: string;
  content: string;
  excerpt: string;
  /** The id of the item that it belongs to; "0" for none. */
  parent: string;
  menuOrder: number;
  hasPassword: boolean;
  /** The address of the file of an attachment. */
  fileAddress: string;
  terms: ExportedTerm[];
  fields: { name: ReadField; value: string }[];
  /** How many comments it has. They are counted only: no text, name or address is read. */
  comments: number;
  /** Names of custom fields that are not read. */
  otherFields: string[];
  /** Whether a part of it is longer than one may be, and was cut. */
  isCut: boolean;
};

/** The parts of an export in the order of the file. */
export type ExportPart =
  | { kind: 'site'; site: ExportedSite }
  | { kind: 'author'; author: ExportedAuthor }
  | { kind: 'term'; term: ExportedTerm }
  | { kind: 'item'; item: ExportedItem };
