import { createHash } from 'node:crypto';

/**
 * The same for an original and all its translations. It does not say which article is the
 * original: readers may not have that one.
 */
export function translationGroup(originalId: string): string {
  return createHash('md5')
    .update(originalId)
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
