import type { ForeignItem, ForeignSource } from '../core/foreign-source.ts';
import { parseFrontMatter } from './front-matter.ts';
import { type ListedFile, listFiles, readTextFile } from './list-files.ts';
import { isPage, type MarkdownFile, type MarkdownSite, mapFile, otherKeys } from './map-file.ts';

export type OpenMarkdown = {
  site: MarkdownSite;
  /** Whether pages come in as drafts of articles too. */
  pages: boolean;
};

/**
 * Opens a directory of Markdown with data at the head of each file, as Hugo, Jekyll and their like
 * have it.
 * @throws {ProblemError} for more files than can be read
 */
export async function openMarkdown(
  directory: string,
  { site, pages }: OpenMarkdown,
): Promise<ForeignSource> {
  const files = await listFiles(directory);
  return {
    key: `markdown ${site.address}`,
    site: { title: '', address: site.address, language: null },
    items: async function* () {
      for (const file of files) yield await foreignItem(directory, file, { site, pages });
    },
  };
}

async function foreignItem(
  directory: string,
  { path, why }: ListedFile,
  { site, pages }: OpenMarkdown,
): Promise<ForeignItem> {
  const item = { type: 'file', foreignId: path.slice(0, 300), comments: 0, otherFields: [] };
  const leftOut = (because: ForeignItem['why']): ForeignItem => ({
    ...{ ...item, why: because },
    map: () => mapFile({ path, parsed: null }, site),
  });
  if (why !== null) return leftOut(why);
  const text = await readTextFile(directory, path);
  const parsed =
    text === null ? null : parseFrontMatter(text.replace(/\r\n?/g, '\n').replaceAll('\0', ''));
  if (text !== null && parsed === null) return leftOut('no_front_matter');
  const file: MarkdownFile = { path, parsed };
  if (isPage(file) && !pages) return leftOut('page');
  return { ...item, why: null, otherFields: otherKeys(file), map: () => mapFile(file, site) };
}
