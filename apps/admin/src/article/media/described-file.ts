import type { Problem } from '../../data/problem.ts';
import type { StoredPicture } from '../../media/upload-picture.ts';

/** A file that becomes a block, and what the user wrote of it. */
export type DescribedFile = {
  id: number;
  file: File;
  kind: 'picture' | 'pdf';
  /** The description of a picture, or the title of a PDF. */
  words: string;
  credit: string;
  state:
    | { kind: 'waiting' }
    | { kind: 'sending'; share: number }
    | { kind: 'done'; uploaded: StoredPicture }
    | { kind: 'failed'; error: unknown };
};

/** A file that is neither a picture nor a PDF, or cannot be used for another reason. */
export type LeftOutFile = { id: number; name: string; problem: Problem };
