import { loadSharp } from '@viewpoints/pictures/load-sharp';
import type { PictureFormat, PictureWidth } from './picture-addresses.ts';

/** Beyond so many pixels a picture takes more memory than it is worth. */
const MAX_PIXELS = 100_000_000;

/**
 * A picture at most `width` wide in another format, without metadata.
 * @throws if it cannot be read
 */
export async function makeVariant(
  bytes: Uint8Array,
  { width, format }: { width: PictureWidth; format: PictureFormat },
): Promise<Buffer> {
  const sharp = await loadSharp();
  const picture = sharp(bytes, { limitInputPixels: MAX_PIXELS })
    .autoOrient()
    .resize({ width, withoutEnlargement: true });
  switch (format) {
    case 'avif':
      return picture.avif({ quality: 55, effort: 3 }).toBuffer();
    case 'webp':
      return picture.webp({ quality: 78, effort: 4 }).toBuffer();
    case 'jpg':
      return picture
        .flatten({ background: '#fff' })
        .jpeg({ quality: 78, mozjpeg: true })
        .toBuffer();
  }
}
