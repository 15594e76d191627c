import { type Decision, decide, reason } from '../refusal.ts';
import { isHeic, isPdf, sniffType } from './picture-type.ts';

/** Largest file of a picture that is accepted, in bytes. */
export const maxPictureSize = 20 * 1024 * 1024;

/** Number of leading bytes needed to recognise a file's type. */
export const pictureHead = 64;

/** Whether a file may be sent as a picture, by its first bytes and its size, or what to do. */
export function checkPictureFile(head: Uint8Array, size: number): Decision {
  if (sniffType(head) === null) return decide([isHeic(head) ? heicNotAccepted : notAPicture]);
  return decide(size > maxPictureSize ? [tooHeavy(size)] : []);
}

/** The same for a file of the library, which may be a PDF too. */
export function checkMediaFile(head: Uint8Array, size: number): Decision {
  if (!isPdf(head)) return checkPictureFile(head, size);
  return decide(size > maxPictureSize ? [tooHeavy(size)] : []);
}

/** The reason for any file that is none of the accepted types, or not whole. */
export const notAPicture = reason(
  'not_a_picture',
  'This file is not a whole picture or PDF. Accepted are JPEG, PNG, WebP, AVIF and GIF, and in the library PDF.',
  'file',
);

const heicNotAccepted = reason(
  'heic_not_accepted',
  'This is a HEIC photograph from an iPhone, which browsers do not show. Export it as JPEG: on a Mac in Photos choose File, Export; on the iPhone send it by mail to yourself, or choose Settings, Camera, Formats, Most Compatible for new ones.',
  'file',
);

const tooHeavy = (bytes: number) =>
  reason(
    'picture_too_heavy',
    `No more than ${maxPictureSize / 1024 ** 2} MB are accepted; this file has ${Math.ceil(bytes / 1024 ** 2)} MB. Save it smaller and send it again.`,
    'file',
    { bytes, most: maxPictureSize },
  );
