import type { ReaderCalls } from '@viewpoints/api/reader-caller';
import { currentRender } from './render-context.ts';

/**
 * The pages' only door to data: the public procedures, called in process as the reading site's
 * database role. Each call records its tags, so that the finished page is dropped when one of them
 * changes. The server passes the calls in, so that no database code is in Next's bundle.
 */
export function readerApi(): ReaderCalls {
  return currentRender().calls;
}

/**
 * Loads what a page shows; null if there is nothing at its address, whether it never existed, is
 * not visible, or was requested with an invalid cursor or filter.
 */
export async function findForPage<T>(load: (api: ReaderCalls) => Promise<T>): Promise<T | null> {
  const { calls, saysNotFound } = currentRender();
  try {
    return await load(calls);
  } catch (error) {
    if (saysNotFound(error)) return null;
    throw error;
  }
}

/**
 * Redirects readers if what they requested has another slug now. The page rendered meanwhile is not
 * shown; the redirect is cached until something else takes the old slug.
 */
export function sendOnIfMoved(
  requestedSlug: string,
  found: string,
  addressOf: (slug: string) => string,
) {
  if (requestedSlug === found) return;
  const render = currentRender();
  render.movedTo = addressOf(found);
  render.tags.add(`slug:${requestedSlug}`);
}
