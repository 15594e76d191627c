import { createHash } from 'node:crypto';

/** The hash by which a path of a journal's former site is stored: readers' role cannot list paths. */
export const hashOfFormerPath = (path: string): string =>
  createHash('sha256').update(path).digest('hex');
