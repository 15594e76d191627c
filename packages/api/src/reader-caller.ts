import { connectReader } from '@viewpoints/db/connect-reader';
import { type ChangeListener, listenForChanges } from '@viewpoints/published/changes/listen';
import { everythingTag, type Tag } from '@viewpoints/published/changes/tags';
import { countVisits, type VisitBatch } from '@viewpoints/published/query/count-visits';
import {
  type FoundAddress,
  findAddress,
  findRedirect,
} from '@viewpoints/published/query/find-address';
import { findPublishedMedia, type PublishedMediaFile } from '@viewpoints/published/query/media';
import type { ReaderContext } from './context.ts';
import { problemOf } from './problem.ts';
import { siteRouter } from './site-router.ts';
import { readerCallerFactory } from './trpc.ts';

export type { VisitBatch };
export { everythingTag };

const callerOf = readerCallerFactory(siteRouter);

/** The public procedures as functions: `calls.articles.bySlug({ slug })`. */
export type ReaderCalls = ReturnType<typeof callerOf>;

export type ReaderCaller = {
  /**
   * The procedures. The tags of every response are passed to `onTags`, also of one that finds
   * nothing, before its error is thrown. Make one for each page; it costs nothing.
   */
  calls: (onTags?: (tags: readonly Tag[]) => void) => ReaderCalls;
  /** What is at an address (`/path?query`) that no route fits, and may be that of a page. */
  findAddress: (target: string, page: string | null) => Promise<FoundAddress>;
  /** Where readers are sent on to from an address at which nothing is; null for nowhere. */
  findRedirect: (target: string) => Promise<string | null>;
  /** A picture that a visible article shows; null for any other. */
  findMedia: (id: string) => Promise<PublishedMediaFile | null>;
  /** Hears what publishing announces, through lost connections; resolves to what ends it. */
  listen: (listener: ChangeListener) => Promise<() => Promise<void>>;
  /** Adds what was read to the day's totals: the one thing that is written from here. */
  countVisits: (batch: VisitBatch) => Promise<void>;
  close: () => Promise<void>;
};

/**
 * The reading site's door to the procedures, in its own process. `databaseUrl` signs in as
 * viewpoints_reader, so it can read nothing that readers may not see. With `snapshot` everything is read as it
 * is at the first call, over one connection.
 */
export function createReaderCaller(options: {
  databaseUrl: string;
  poolSize?: number;
  snapshot?: boolean;
  log: ReaderContext['log'];
}): ReaderCaller {
  const { databaseUrl, log, ...connection } = options;
  const reader = connectReader(databaseUrl, connection);
  return {
    calls: (show) => callerOf({ reader, requestId: null, log, show }),
    findAddress: (target, page) => findAddress(reader, target, page),
    findRedirect: (target) => findRedirect(reader, target),
    findMedia: (id) => findPublishedMedia(reader, id),
    listen: (listener) => listenForChanges(databaseUrl, listener),
    countVisits: (batch) => countVisits(reader, batch),
    close: () => reader.$disconnect(),
  };
}

/** Whether an error of a call says that nothing is there, whether or not something is hidden. */
export function saysNotFound(error: unknown): boolean {
  const { code } = problemOf(error);
  return code === 'not_found' || code === 'invalid_input';
}
