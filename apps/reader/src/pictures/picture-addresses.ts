import type { PictureView } from '@viewpoints/domain/articles/article-view';
import type { PictureSources } from '@viewpoints/ui/document/figure-view';

/** The widths of stored pictures, in pixels. No others can be requested. */
export const pictureWidths = [400, 640, 960, 1280, 1920] as const;
export type PictureWidth = (typeof pictureWidths)[number];

/** The formats of stored pictures, smallest first, by the endings of their addresses. */
export const pictureFormats = {
  avif: 'image/avif',
  webp: 'image/webp',
  jpg: 'image/jpeg',
} as const;
export type PictureFormat = keyof typeof pictureFormats;

/** A parsed `/media/{id}` or `/media/{id}/{width}.{format}`; `variant` is null for the original. */
export type MediaAddress = {
  id: string;
  variant: { width: PictureWidth; format: PictureFormat } | null;
  /** Whether a file is requested, not a picture. */
  isFile: boolean;
};

/** As wide as the text, which on a phone is the screen without its margins. */
const SIZES = '(min-width: 45rem) 42rem, calc(100vw - 2.5rem)';

/**
 * The addresses of a picture by width: each that is narrower than it, and the first that is not,
 * which holds it whole.
 */
export function pictureSources({ src, width }: Pick<PictureView, 'src' | 'width'>): PictureSources {
  const last = pictureWidths.findIndex((each) => each >= width);
  const widths = last < 0 ? pictureWidths : pictureWidths.slice(0, last + 1);
  const set = (format: PictureFormat) =>
    widths.map((each) => `${src}/${each}.${format} ${Math.min(each, width)}w`).join(', ');
  const usual = widths.find((each) => each >= 960) ?? widths.at(-1) ?? pictureWidths[0];
  return {
    sources: (['avif', 'webp'] as const).map((format) => ({
      type: pictureFormats[format],
      srcSet: set(format),
    })),
    src: `${src}/${usual}.jpg`,
    srcSet: set('jpg'),
    sizes: SIZES,
  };
}
