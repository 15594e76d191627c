import type { PictureType } from '@viewpoints/domain/media/picture-type';
import type { FileMetadata } from '@viewpoints/domain/media/removed-data';
import type { Sharp } from 'sharp';
import { loadSharp } from './load-sharp.ts';
import { readPictureMetadata } from './metadata/picture-metadata.ts';

/** A picture to be cleaned, in another process: nothing in it but data. */
export type CleanJob = {
  bytes: Uint8Array;
  type: PictureType;
  /** Most pixels of all frames together, and most of one side. */
  maxPixels: number;
  maxSide: number;
  /** Take what can be shown of a file that is damaged, as browsers do. */
  damaged: boolean;
};

export type Dimensions = { width: number; height: number; frames: number };

export type Cleaned =
  | { ok: true; bytes: Uint8Array; width: number; height: number; metadata: FileMetadata }
  | { ok: false; why: 'unreadable' }
  | ({ ok: false; why: 'too_wide' | 'too_many_pixels' } & Dimensions);

/** From so many pixels on, formats that take long to write are written with less effort. */
const many = 8_000_000;

/**
 * The picture and nothing else. Its colours are converted to sRGB with the profile that came with it,
 * and the profile is dropped: it may name the owner of a display. Metadata by cameras and programs is
 * removed too (EXIF, XMP, IPTC, comments), and the picture is rotated by its orientation. Its size is
 * read from the header before anything is decoded. The result lists what was removed.
 */
export async function cleanPicture({ bytes, type, ...limits }: CleanJob): Promise<Cleaned> {
  const sharp = await loadSharp();
  const failOn = limits.damaged ? 'none' : 'warning';
  const unlimited = { failOn, limitInputPixels: false } as const;
  try {
    const { width, height, pages = 1, ...decoded } = await sharp(bytes, unlimited).metadata();
    const size = { width, height, frames: pages };
    if (Math.max(width, height) > limits.maxSide) return { ok: false, why: 'too_wide', ...size };
    if (width * height * pages > limits.maxPixels)
      return { ok: false, why: 'too_many_pixels', ...size };
    // Moving pictures cannot be turned, and say nothing of an orientation.
    const picture = sharp(bytes, { ...unlimited, ...(pages > 1 ? { animated: true } : {}) });
    if (pages === 1) picture.autoOrient();
    const { data, info } = await written(
      picture.toColourspace('srgb'),
      type,
      width * height,
    ).toBuffer({
      resolveWithObject: true,
    });
    return {
      ...{ ok: true, bytes: data, width: info.width, height: info.pageHeight ?? info.height },
      metadata: readPictureMetadata(bytes, type, decoded),
    };
  } catch {
    return { ok: false, why: 'unreadable' };
  }
}

function written(picture: Sharp, type: PictureType, pixels: number): Sharp {
  switch (type) {
    case 'image/jpeg':
      return picture.jpeg({ quality: 92 });
    case 'image/png':
      return picture.png();
    case 'image/webp':
      return picture.webp({ quality: 92, effort: pixels > many ? 2 : 4 });
    case 'image/avif':
      return picture.avif({ quality: 75, effort: pixels > many ? 0 : 3 });
    case 'image/gif':
      return picture.gif();
  }
}
