import { type ReaderCaller, type ReaderCalls, saysNotFound } from '@viewpoints/api/reader-caller';
import type { ArticlePageView } from '@viewpoints/domain/articles/article-page-view';
import type { ChangeKind, PublicChange } from '@viewpoints/domain/changes/public-change';
import { kinds } from '@viewpoints/domain/kinds/kinds';
import { articleMarkdown } from '@viewpoints/domain/markdown/article-markdown';
import { findingMarkdown } from '@viewpoints/domain/markdown/finding-markdown';
import { pageInMarkdown } from '@viewpoints/domain/markdown/page-in-markdown';
import {
  type ExportedFile,
  PublicManifest,
  publicExportFormat,
  publicExportVersion,
} from '@viewpoints/domain/transfer/export-manifest';
import type { MediaStore } from '@viewpoints/pictures/store/media-store';
import { canonicalJson } from '@viewpoints/published/transfer/canonical-json';
import { digesting } from './digest.ts';
import { type Entry, manifestName, mediaName } from './entry.ts';

type Site = { siteUrl: string; language: string; journalName: string };
type File = { name: string; text: string };

/**
 * The files of an export of what readers may see: at the addresses of the reading site, the answers of the public
 * procedures as JSON, and Markdown beside articles, findings and pages. Asked by readers' role, one thing after another: each is
 * as it was when it was read.
 */
export async function* publicEntries(
  reader: Pick<ReaderCaller, 'calls' | 'findMedia'>,
  {
    media,
    siteUrl,
    onManifest,
  }: {
    media: MediaStore;
    siteUrl: string;
    onManifest: (manifest: PublicManifest) => void;
  },
): AsyncGenerator<Entry> {
  const calls = reader.calls();
  const files: ExportedFile[] = [];
  const missingMedia: string[] = [];
  const mediaIds = new Set<string>();
  const write = async function* (name: string, bytes: number, content: AsyncIterable<Uint8Array>) {
    const digest = digesting(content);
    yield { name, bytes, content: digest.content };
    files.push({ name, ...digest.end(), rows: null });
  };
  const journal = await calls.journal.get();
  const site = { siteUrl, language: journal.language, journalName: journal.name };
  const written = async function* ({ name, text }: File) {
    const bytes = Buffer.from(text);
    yield* write(name, bytes.byteLength, once(bytes));
  };
  yield* written({ name: 'journal.json', text: json(journal) });
  yield* written({ name: 'menus.json', text: json(await calls.menus.get()) });
  for await (const thing of listThings(calls))
    for await (const file of filesOf(calls, thing, site)) {
      if (file.name.endsWith('.json')) collectMedia(JSON.parse(file.text), mediaIds);
      yield* written(file);
    }
  for await (const file of filesOfPages(calls, site)) {
    if (file.name.endsWith('.json')) collectMedia(JSON.parse(file.text), mediaIds);
    yield* written(file);
  }
  for (const id of [...mediaIds].sort()) {
    // Readers' role decides which are shown.
    if ((await reader.findMedia(id)) === null) continue;
    const file = await media.open(id);
    if (file === null) {
      missingMedia.push(id);
      continue;
    }
    try {
      yield* write(mediaName(id), file.size, file.stream());
    } finally {
      await file.close();
    }
  }
  const manifest = PublicManifest.parse({
    ...{ format: publicExportFormat, version: publicExportVersion, files, missingMedia },
  });
  const text = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
  yield { name: manifestName, bytes: text.byteLength, content: once(text) };
  onManifest(manifest);
}

async function* once(bytes: Uint8Array) {
  yield bytes;
}

const json = (value: object): string => `${canonicalJson(value)}\n`;

/** Everything with an address, once each: the log of changes has an entry of all that readers see. */
async function* listThings(
  calls: ReaderCalls,
): AsyncGenerator<{ kind: ChangeKind; address: string; part: string }> {
  const seen = new Set<string>();
  let cursor: PublicChange['cursor'] | null = null;
  do {
    const page: { items: PublicChange[]; nextCursor: string | null } = await calls.changes.list({
      cursor,
      limit: 100,
    });
    for (const { kind, id, address } of page.items) {
      if (address === null || seen.has(`${kind} ${id}`)) continue;
      seen.add(`${kind} ${id}`);
      yield { kind, address: address.slice(1), part: address.split('/').at(-1) ?? '' };
    }
    cursor = page.nextCursor;
  } while (cursor !== null);
}

/** Nothing where readers do not see it any more. */
async function* filesOf(
  calls: ReaderCalls,
  { kind, address, part }: { kind: ChangeKind; address: string; part: string },
  site: Site,
): AsyncGenerator<File> {
  if (kind === 'article') {
    const article = await found(calls.articles.bySlug({ slug: part }));
    if (article === null) return;
    yield { name: `${address}.json`, text: json(article) };
    yield { name: `${address}.md`, text: articleMarkdown(article, site) };
    yield* earlierVersions(calls, article, address);
  } else if (kind === 'finding') {
    const finding = await found(calls.findings.byId({ id: part }));
    if (finding === null) return;
    yield { name: `${address}.json`, text: json(finding) };
    yield { name: `${address}.md`, text: findingMarkdown(finding, site) };
  } else {
    const entry = await found<object>(calls[kinds[kind].plural].bySlug({ slug: part }));
    if (entry !== null) yield { name: `${address}.json`, text: json(entry) };
  }
}

/**
 * Pages of the journal about itself, of which the log of changes has no entries. In a directory of their own, since one
 * at the root may be called as another file of the export.
 */
async function* filesOfPages(calls: ReaderCalls, site: Site): AsyncGenerator<File> {
  for (const { slug } of await calls.pages.list()) {
    const page = await found(calls.pages.bySlug({ slug }));
    if (page === null) continue;
    yield { name: `pages/${page.path}.json`, text: json(page) };
    yield { name: `pages/${page.path}.md`, text: pageInMarkdown(page, site) };
  }
}

async function* earlierVersions(
  calls: ReaderCalls,
  { slug, version }: ArticlePageView,
  address: string,
): AsyncGenerator<File> {
  for (let number = 1; number < version; number += 1) {
    const earlier = await found(calls.articles.version({ slug, number }));
    if (earlier !== null) yield { name: `${address}/versions/${number}.json`, text: json(earlier) };
  }
}

async function found<Answer>(call: Promise<Answer>): Promise<Answer | null> {
  try {
    return await call;
  } catch (error) {
    if (saysNotFound(error)) return null;
    throw error;
  }
}

/** Ids of the pictures and files that an answer names, wherever in it. */
function collectMedia(value: unknown, ids: Set<string>): void {
  if (value === null || typeof value !== 'object') return;
  for (const [name, each] of Object.entries(value)) {
    if (name === 'mediaId' && typeof each === 'string') ids.add(each);
    else collectMedia(each, ids);
  }
}
