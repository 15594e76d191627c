import type { Transaction } from '@viewpoints/db/client';
import {
  findCopy,
  raiseCopyVersion,
  type StoredCopy,
} from '@viewpoints/db/editorial/article-copies';
import { reason } from '@viewpoints/domain/refusal';
import { documentVersion } from '@viewpoints/working-copy/document-version';
import { ProblemError, problemOf } from '../problem.ts';
import { isKnownVersion, serverOutdated } from './server-outdated.ts';

/**
 * The shared document of an article as it is stored, to be read by this version of the program; null
 * where there is none. Ends the command if a newer one has written it, and it may contain what this
 * one would delete.
 */
export async function findOwnCopy(tx: Transaction, articleId: string): Promise<StoredCopy | null> {
  const stored = await findCopy(tx, articleId);
  if (stored !== null && !isKnownVersion(stored.version))
    throw new ProblemError('unavailable', [serverOutdated]);
  return stored;
}

/**
 * The same, to be written. Its version is raised to this one's, so that no older server opens it from
 * then on. The article must be locked.
 */
export async function findCopyToWrite(
  tx: Transaction,
  articleId: string,
): Promise<StoredCopy | null> {
  const stored = await findOwnCopy(tx, articleId);
  if (stored === null || stored.version === documentVersion) return stored;
  await raiseCopyVersion(tx, articleId, documentVersion);
  return { ...stored, version: documentVersion };
}

/** Whether something was refused since a newer version of the program has written the document. */
export const isServerOutdated = (thrown: unknown): boolean =>
  problemOf(thrown).reasons.some(({ code }) => code === serverOutdated.code);

/**
 * Ends the command if a page has another version of documents than this server: an older one would
 * delete what it does not know. Programs name none, since they send what they were given.
 */
export function requireSameVersion(pageVersion: number | undefined): void {
  if (pageVersion === undefined || pageVersion === documentVersion) return;
  if (pageVersion > documentVersion) throw new ProblemError('unavailable', [serverOutdated]);
  throw new ProblemError('refused', [
    reason('page_outdated', 'This page is out of date. Reload it.'),
  ]);
}
