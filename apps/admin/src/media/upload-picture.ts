import {
  checkMediaFile,
  checkPictureFile,
  pictureHead,
} from '@viewpoints/domain/media/check-picture-file';
import type { RemovedData } from '@viewpoints/domain/media/removed-data';
import { reason } from '@viewpoints/domain/refusal';
import { type Problem, problemOf } from '../data/problem.ts';
import { sessionFetch } from '../session/session-fetch.ts';

/** The types that the API accepts, by the bytes of the file and not by its name. */
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
  /** What was removed from the file; protected names only for those who may see sources. */
  removed: RemovedData[];
  named: { words: string; certain: boolean }[];
  /** Whether all that was taken out was searched for such names. */
  searched: boolean;
};

/** A picture of the library, which was reported when it was uploaded. */
export type StoredPicture = Omit<UploadedPicture, 'removed' | 'named' | 'searched'>;

/**
 * The problem of a chosen file that is not an acceptable picture, in the words of the API; null for
 * nothing. Checked before it is sent: a file filter can be bypassed, and 20 MB take a while.
 */
export const findPictureProblem = (file: File) => problemBy(checkPictureFile, file);

/** The same for what the library takes, PDFs among it. */
export const findMediaProblem = (file: File) => problemBy(checkMediaFile, file);

async function problemBy(check: typeof checkMediaFile, file: File): Promise<Problem | null> {
  let head: Uint8Array;
  try {
    head = new Uint8Array(await file.slice(0, pictureHead).arrayBuffer());
  } catch {
    return unusable([unreadable]);
  }
  if (file.size === 0) return unusable([empty]);
  const checked = check(head, file.size);
  return checked.ok ? null : unusable(checked.reasons);
}

const unusable = (reasons: Problem['reasons']): Problem => ({
  ...{ code: 'unsupported_type', title: 'This file cannot be used.', reasons, next: null },
});

/** A folder that is dropped is in the list of files, and cannot be read as one. */
const unreadable = reason(
  'file_unreadable',
  'This is a folder, or a file that cannot be read here. Drop the files that are in it.',
  'file',
);
const empty = reason('file_empty', 'This file is empty.', 'file');

/**
 * Sends a picture or a PDF as it is, and reports progress. Throws the API's problem: too large, not
 * a picture, no permission.
 */
export async function uploadPicture(
  file: File,
  described: { alt: string; credit: string },
  onProgress?: (share: number) => void,
): Promise<UploadedPicture> {
  const unfit = await findMediaProblem(file);
  if (unfit !== null) throw unfit;
  const query = new URLSearchParams({
    fileName: file.name,
    alt: described.alt,
    ...(described.credit ? { credit: described.credit } : {}),
  });
  const address = `/media?${query}`;
  const sent = onProgress ? await sendTellingProgress(address, file, onProgress) : null;
  const { ok, body } = sent ?? (await send(address, file));
  if (ok) return body as UploadedPicture;
  const problem: Problem = problemOf(body);
  throw problem;
}

type Answer = { ok: boolean; body: unknown };

// The bytes decide its type: systems do not know the type of every picture.
const headers = { 'content-type': 'application/octet-stream' };

async function send(address: string, file: File): Promise<Answer> {
  const answer = await sessionFetch(address, { method: 'POST', headers, body: file });
  return { ok: answer.ok, body: await answer.json().catch(() => null) };
}

/**
 * `fetch` reports no progress. Null if the user has to sign in again or to confirm first, which
 * `sessionFetch` prompts for.
 */
function sendTellingProgress(
  address: string,
  file: File,
  onProgress: (share: number) => void,
): Promise<Answer | null> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer | null>();
  const request = new XMLHttpRequest();
  request.open('POST', address);
  request.responseType = 'json';
  for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
  request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(loaded / total));
  request.addEventListener('load', () => {
    const { status, response } = request;
    resolve(status === 401 || status === 403 ? null : { ok: status < 300, body: response });
  });
  request.addEventListener('error', () => reject(new TypeError('Failed to fetch')));
  request.send(file);
  return promise;
}
