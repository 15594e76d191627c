import { checkPictureFile, pictureHead } from '@viewpoints/domain/media/check-picture-file';
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

/** A stored picture, with its dimensions in pixels. */
export type UploadedPicture = {
  id: string;
  width: number;
  height: number;
  alt: string;
  credit: string | null;
};

/**
 * What a chosen file lacks to be a picture that is accepted, in the words of the API; null for
 * nothing. Asked before it is sent: a file filter can be passed, and 20 MB take a while.
 */
export async function findPictureProblem(file: File): Promise<Problem | null> {
  const head = new Uint8Array(await file.slice(0, pictureHead).arrayBuffer());
  const checked = checkPictureFile(head, file.size);
  if (checked.ok) return null;
  return {
    code: 'unsupported_type',
    title: 'This file cannot be used as a picture.',
    reasons: checked.reasons,
    next: null,
  };
}

/** Sends a picture as it is. Throws the API's problem: too large, not a picture, no permission. */
export async function uploadPicture(
  file: File,
  described: { alt: string; credit: string },
): Promise<UploadedPicture> {
  const unfit = await findPictureProblem(file);
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
