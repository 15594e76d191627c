import type { Document } from '../document/document.ts';
import type { PictureView } from './article-view.ts';

/** A picture with the text shown to those who cannot see it. */
export type DescribedPicture = PictureView & { alt: string; credit: string | null };

/** The first picture of a body that can be shown; null if there is none. */
export function leadPicture(
  body: Document | null,
  pictures: readonly PictureView[],
): DescribedPicture | null {
  for (const block of body?.content ?? []) {
    if (block.type !== 'figure') continue;
    const picture = pictures.find(({ mediaId }) => mediaId === block.attrs.mediaId);
    if (picture !== undefined)
      return { ...picture, alt: block.attrs.alt, credit: block.attrs.credit };
  }
  return null;
}
