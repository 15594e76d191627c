import { type Problem, problemOf } from '../data/problem.ts';

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

/** Sends a picture as it is. Throws the API's problem: too large, not a picture, no permission. */
export async function uploadPicture(
  file: File,
  described: { alt: string; credit: string },
): Promise<UploadedPicture> {
  const query = new URLSearchParams({
    fileName: file.name,
    alt: described.alt,
    ...(described.credit ? { credit: described.credit } : {}),
  });
  const answer = await fetch(`/media?${query}`, {
    method: 'POST',
    headers: { 'content-type': file.type },
    body: file,
  });
  const body: unknown = await answer.json().catch(() => null);
  if (answer.ok) return body as UploadedPicture;
  const problem: Problem = problemOf(body);
  throw problem;
}
