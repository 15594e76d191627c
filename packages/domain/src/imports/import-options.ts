import { z } from 'zod';
import { AttributionTerms, Disclosure } from '../attribution/terms.ts';
import { boundedString, Language, WebAddress } from '../values.ts';

/** What an import by upload is read as. */
export const ImportKind = z.enum(['wordpress', 'ghost', 'markdown', 'feed', 'sources']);
export type ImportKind = z.infer<typeof ImportKind>;

const names = ['slug', 'id', 'path', 'topic', 'year', 'month', 'day'] as const;

/** Whether an address can be made by a pattern such as `/{year}/{slug}/`. */
export const isAddressPattern = (pattern: string): boolean =>
  /^\/[^\s?#]{0,200}$/.test(pattern) &&
  /\{(?:slug|id|path)\}/.test(pattern) &&
  [...pattern.matchAll(/\{(\w*)\}/g)].every(([, name]) =>
    (names as readonly string[]).includes(name ?? ''),
  );

const AddressPattern = boundedString(201).refine(
  isAddressPattern,
  'begin with / and use {slug}, {id} or {path}, and perhaps {year}, {month}, {day} or {topic}',
);

/** What a name of the export is called here; empty for a name that is left out. */
export const Renamed = z.strictObject({
  from: boundedString(300).min(1),
  to: boundedString(200).trim(),
});
export type Renamed = z.infer<typeof Renamed>;
const Renames = z.array(Renamed).max(500);

/** How a file is encoded, where it says so wrongly. */
const Encoding = boundedString(40).regex(/^[\w:.-]+$/, 'name an encoding such as windows-1252');

const ofArticles = {
  /** Whether pages come in as drafts of articles too. */
  pages: z.boolean(),
  /** Of what does not say its language; null for what the export says, or the journal's. */
  language: Language.nullable(),
  authors: Renames,
  topics: Renames,
};

/** What somebody chooses for an import: what its command has as options, and names to be changed. */
export const ImportOptions = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('wordpress'),
    ...{ ...ofArticles, encoding: Encoding.nullable() },
  }),
  z.strictObject({
    kind: z.literal('ghost'),
    ...{ ...ofArticles, site: WebAddress, addresses: AddressPattern },
  }),
  z.strictObject({
    kind: z.literal('markdown'),
    ...{ ...ofArticles, site: WebAddress, addresses: AddressPattern.nullable() },
  }),
  z.strictObject({
    kind: z.literal('feed'),
    ...{ ...ofArticles, site: WebAddress.nullable(), encoding: Encoding.nullable() },
    /** Whether what the feed calls descriptions are whole texts. */
    fullText: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('sources'),
    ...{ attribution: AttributionTerms, disclosure: Disclosure },
  }),
]);
export type ImportOptions = z.infer<typeof ImportOptions>;
export type ArticleImportOptions = Exclude<ImportOptions, { kind: 'sources' }>;

/** Files of one import at most, and bytes of a chunk that is sent at once. */
export const maxImportFiles = 200;
export const uploadChunkSize = 2 * 1024 ** 2;

/** A file by the name that its owner gave it: it is stored under a number, never under that. */
export const ImportFile = z.strictObject({
  name: boundedString(255).min(1),
  size: z
    .int()
    .min(1)
    .max(64 * 1024 ** 3),
});
export type ImportFile = z.infer<typeof ImportFile>;

/** Endings of files that hold text to import, and of those with the pictures of the site. */
const endings: Readonly<Record<ImportKind, RegExp>> = {
  wordpress: /\.xml$/i,
  ghost: /\.json$/i,
  markdown: /\.(?:zip|md|markdown|mdown)$/i,
  feed: /\.(?:xml|rss|atom)$/i,
  sources: /\.(?:json|bib|bibtex|txt)$/i,
};

/** Whether the name of a file is one that an import of a kind can have; its bytes decide the rest. */
export const isImportFile = (kind: ImportKind, name: string): boolean =>
  endings[kind].test(name) || isPictureArchive(kind, name);

/** Whether a file is a copy of the pictures of the site, beside what it published. */
export const isPictureArchive = (kind: ImportKind, name: string): boolean =>
  (kind === 'wordpress' || kind === 'ghost' || kind === 'feed') && /\.zip$/i.test(name);

/** Whether the files are those of an import: one with text, several where the kind has several. */
export function areImportFiles(kind: ImportKind, files: readonly ImportFile[]): boolean {
  const pictures = files.filter(({ name }) => isPictureArchive(kind, name)).length;
  const texts = files.length - pictures;
  const isSeveral = kind === 'feed' || kind === 'markdown';
  return (
    files.every(({ name }) => isImportFile(kind, name)) &&
    pictures <= 1 &&
    (isSeveral ? texts >= 1 : texts === 1)
  );
}
