import type { Inline } from '@viewpoints/domain/document/inline';
import { attribute, type HtmlElement } from '../html-tree.ts';

/** A picture of a post, before its file is in the library. */
export type PostPicture = {
  type: 'picture';
  /** Its address on the old site; null if it has only a file. */
  address: string | null;
  /** The path of its file within the directory that is imported; null if it has an address. */
  file: string | null;
  /** The id of the attachment in the export; null if the markup does not say. */
  attachment: string | null;
  alt: string;
  caption: Inline[];
};

/** The id that WordPress writes into the class of a picture. */
export const attachmentIn = (element: HtmlElement): string | null =>
  /(?:^|\s)wp-image-(\d{1,12})(?:\s|$)/.exec(attribute(element, 'class') ?? '')?.[1] ?? null;

/** The address of a picture, read against the post's; null if it has none that can be used. */
export function pictureAddress(element: HtmlElement, base: string | null): string | null {
  // Plugins that load pictures late have the address elsewhere, and a placeholder in its place.
  for (const name of ['data-full-url', 'data-orig-file', 'data-src', 'data-lazy-src', 'src']) {
    const value = attribute(element, name)?.trim() ?? '';
    if (value === '' || value.startsWith('data:')) continue;
    const url = URL.parse(value, base ?? undefined);
    if (url !== null && /^https?:$/.test(url.protocol) && url.href.length <= 2000) return url.href;
  }
  return null;
}

/** Where a picture is, as one text: two pictures of one place are one. */
export const placeOf = ({ address, file }: PostPicture): string => file ?? address ?? '';
