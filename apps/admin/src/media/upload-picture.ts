import {
  checkMediaFile,
  checkPictureFile,
  pictureHead,
} from '@viewpoints/domain/media/check-picture-file';
import { type Problem, problemOf } from '../data/problem.ts';
import { sessionFetch } from '../session/session-fetch.ts';

/** What the API accepts, by the bytes of the file and not by its name. */
export const acceptedPictures = [
  'image/avif',
  'image/gif',
  'image/jpeg',
  'image/png',
  'image/webp',
] as const;

/** The type of files that are no pictures, for file choosers. */
export const acceptedFiles = ['application/pdf'] as const;

/** A stored picture, with its dimensions in pixels; or a PDF, with its pages. */
export type UploadedPicture = {
  id: string;
  width: number;
  height: number;
  alt: string;
  credit: string | null;
  pages: number | null;
  byteSize: number;
  unread: string[];
};

/**
 * What a chosen file lacks to be a picture that is accepted, in the words of the API; null for
 * nothing. Asked before it is sent: a file filter can be passed, and 20 MB take a while.
 */
export const findPictureProblem = (file: File) => problemBy(checkPictureFile, file);

/** The same for what the library takes, PDFs among it. */
export const findMediaProblem = (file: File) => problemBy(checkMediaFile, file);

async function problemBy(check: typeof checkMediaFile, file: File): Promise<Problem | null> {
  const head = new Uint8Array(await file.slice(0, pictureHead).arrayBuffer());
  const checked = check(head, file.size);
  if (checked.ok) return null;
  return {
    code: 'unsupported_type',
    title: 'This file cannot be used.',
    reasons: checked.reasons,
    next: null,
  };
}

/** Sends a picture as it is. Throws the API's problem: too large, not a picture, no permission. */
export async function uploadPicture(
  file: File,
  described: { alt: string; credit: string },
): Promise<UploadedPicture> {
  const unfit = await findMediaProblem(file);
  if (unfit !== null) throw unfit;
  const query = new URLSearchParams({
    fileName: file.name,
    alt: described.alt,
    ...(described.credit ? { credit: described.credit } : {}),
  });
  const answer = await sessionFetch(`/media?${query}`, {
    method: 'POST',
    // What it is, its bytes say: systems do not know the type of every picture.
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
  });
  const body: unknown = await answer.json().catch(() => null);
  if (answer.ok) return body as UploadedPicture;
  const problem: Problem = problemOf(body);
  throw problem;
}
