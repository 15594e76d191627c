import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { ImportFile, ImportOptions } from '@viewpoints/domain/imports/import-options';
import type { ImportPoint } from '@viewpoints/domain/imports/import-points';
import type { ProblemCode } from '@viewpoints/domain/problem';
import type { Reason } from '@viewpoints/domain/refusal';
import { ProblemError } from '../../problem.ts';
import type { ForeignItem, ForeignSource, MappedItem } from '../core/foreign-source.ts';
import { openFeed } from '../feed/open-feed.ts';
import { openGhost } from '../ghost/open-ghost.ts';
import { openMarkdown } from '../markdown/open-markdown.ts';
import { openWordpress } from '../wordpress/open-wordpress.ts';
import { layOutFiles } from './lay-out-files.ts';

/** What is asked of the process that reads an upload: to open it, or for its next items. */
export type ReaderJob =
  | { op: 'open'; directory: string; options: ImportOptions; files: readonly ImportFile[] }
  | { op: 'next' };

/** An item as it goes from one process to another. */
export type SentItem = Omit<ForeignItem, 'map'> & {
  mapped: (Omit<MappedItem, 'points'> & { points: ImportPoint[] }) | null;
};

export type OpenedFiles = Pick<ForeignSource, 'key' | 'site' | 'otherFields'> & {
  of: 'articles';
  pictures: string | null;
};
export type ReaderResult =
  | OpenedFiles
  | { of: 'sources'; references: unknown[] }
  | { of: 'items'; items: SentItem[]; forbidden: [line: number, count: number][]; isEnd: boolean }
  | { of: 'problem'; code: ProblemCode; reasons: Reason[] };

/** Items that are sent at once, and bytes of text after which no more are added. */
const [most, enough] = [50, 500_000];

/** Makes what reads one upload: its state is the place in the files that it has come to. */
export function createReaderJobs(): (job: ReaderJob) => Promise<ReaderResult> {
  let items: AsyncIterator<ForeignItem> | null = null;
  let forbidden: [number, number][] = [];

  const openFiles = async (job: Extract<ReaderJob, { op: 'open' }>): Promise<ReaderResult> => {
    const { directory, options, files } = job;
    const { texts, pictures } = await layOutFiles(directory, options.kind, files);
    if (options.kind === 'sources') {
      // Loaded for this alone: others do without its libraries.
      const { readReferences } = await import('../references/read-references.ts');
      return { of: 'sources', references: readReferences(await readFile(texts[0] ?? '')) };
    }
    const source = await openSource(options, texts);
    items = source.items((line, count) => forbidden.push([line, count]))[Symbol.asyncIterator]();
    const { key, site, otherFields = [] } = source;
    return { of: 'articles', key, site, otherFields, pictures };
  };

  const nextItems = async (): Promise<ReaderResult> => {
    if (items === null) throw new Error('Nothing was opened.');
    const sent: SentItem[] = [];
    for (let size = 0; sent.length < most && size < enough; ) {
      const { value, done } = await items.next();
      if (done === true) return { of: 'items', items: sent, forbidden: taken(), isEnd: true };
      const item = send(value);
      size += item.mapped?.blocks === undefined ? 0 : JSON.stringify(item.mapped.blocks).length;
      sent.push(item);
    }
    return { of: 'items', items: sent, forbidden: taken(), isEnd: false };
  };
  const taken = () => {
    const found = forbidden;
    forbidden = [];
    return found;
  };

  return async (job) => {
    try {
      return await (job.op === 'open' ? openFiles(job) : nextItems());
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      return { of: 'problem', code: error.code, reasons: error.reasons };
    }
  };
}

function send({ map, ...item }: ForeignItem): SentItem {
  if (item.why !== null) return { ...item, mapped: null };
  const { points, ...mapped } = map();
  return { ...item, mapped: { ...mapped, points: points.list() } };
}

type OfArticles = Exclude<ImportOptions, { kind: 'sources' }>;

function openSource(options: OfArticles, paths: readonly string[]): Promise<ForeignSource> {
  const { pages } = options;
  const [first = ''] = paths;
  const opening = (path: string) => ({ open: () => createReadStream(path) });
  switch (options.kind) {
    case 'wordpress':
      return openWordpress({ ...opening(first), encoding: options.encoding }, { pages });
    case 'ghost':
      return openGhost(opening(first), {
        ...{ pages, site: { address: siteOf(options.site), pattern: options.addresses } },
      });
    case 'markdown':
      return openMarkdown(first, {
        ...{ pages, site: { address: siteOf(options.site), pattern: options.addresses } },
      });
    case 'feed':
      return openFeed(paths.map(opening), {
        address: options.site === null ? null : siteOf(options.site),
        ...{ encoding: options.encoding, pages, isWhole: options.fullText },
      });
  }
}

/** The address of a site as items are known by it: without a slash at its end. */
function siteOf(given: string): string {
  const { origin, pathname } = new URL(given);
  return `${origin}${pathname}`.replace(/\/+$/, '');
}
