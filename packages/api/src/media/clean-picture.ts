import sharp from 'sharp';
import type { PictureType } from './sniff-picture.ts';

const formats = {
  'image/jpeg': { format: 'jpeg', options: { quality: 92 } },
  'image/png': { format: 'png', options: {} },
  'image/webp': { format: 'webp', options: { quality: 92 } },
  'image/avif': { format: 'avif', options: { quality: 75 } },
  'image/gif': { format: 'gif', options: {} },
} as const;

/**
 * The picture and nothing else: what a camera or a program wrote beside it (author, owner, place,
 * comments in EXIF, XMP or IPTC) may name somebody who is protected. Colours stay as they are, and
 * it is turned as its orientation says.
 * @throws where the bytes cannot be decoded
 */
export async function cleanPicture(bytes: Uint8Array, type: PictureType): Promise<Uint8Array> {
  const { format, options } = formats[type];
  const { pages = 1 } = await sharp(bytes).metadata();
  // Moving pictures cannot be turned, and say nothing of an orientation.
  const picture = sharp(bytes, pages > 1 ? { animated: true } : { autoOrient: true });
  return picture.keepIccProfile().toFormat(format, options).toBuffer();
}
