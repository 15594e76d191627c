import { basename } from 'node:path';
import type { Block } from '@viewpoints/domain/document/blocks';
import { Document, MAX_DOCUMENT_LENGTH } from '@viewpoints/domain/document/document';
import type { Mark } from '@viewpoints/domain/document/inline';
import { normaliseDocument } from '@viewpoints/domain/document/normalise-document';
import { undescribedPicture } from '@viewpoints/domain/document/undescribed-pictures';
import type { ImportPointCode } from '@viewpoints/domain/imports/import-points';
import { oneLine } from '@viewpoints/domain/text/normalise';
import { WebAddress } from '@viewpoints/domain/values';
import type { Points } from './points.ts';
import type { PostBlock } from './post-elements.ts';
import type { PostPicture } from './post-pictures.ts';

/** A picture that is in the library now, or why it is not. */
export type StoredPicture =
  | { ok: true; mediaId: string; width: number; height: number }
  | { ok: false; why: ImportPointCode };

/** Where no files are given, every picture becomes a link to where it was. */
export const withoutFiles = (): StoredPicture => ({ ok: false, why: 'picture_not_fetched' });

/**
 * The text of an article from the blocks of a post, with figures where pictures are in the library
 * and links where they are not; null if it is longer than one may be.
 */
export function postDocument(
  blocks: readonly PostBlock[],
  points: Points,
  stored: (picture: PostPicture) => StoredPicture,
): Document | null {
  const content = blocks.flatMap((block) =>
    block.type === 'picture' ? placed(block, stored(block), points) : [block],
  );
  const whole = Document.safeParse({
    type: 'doc',
    content: content.length > 0 ? content : [{ type: 'paragraph' }],
  });
  if (!whole.success) {
    points.add('unreadable', whole.error.issues[0]?.message);
    return null;
  }
  if (JSON.stringify(whole.data).length > MAX_DOCUMENT_LENGTH) {
    points.add('too_long');
    return null;
  }
  return normaliseDocument(whole.data);
}

function placed(picture: PostPicture, stored: StoredPicture, points: Points): Block[] {
  const { caption, address } = picture;
  const place = address ?? picture.file ?? '';
  const alt = oneLine(picture.alt).slice(0, 1000).toWellFormed();
  if (!stored.ok) {
    points.add(stored.why, place);
    const words = `Picture: ${alt || nameOf(place)}`;
    const href = WebAddress.safeParse(address);
    const marks: Mark[] = href.success ? [{ type: 'link', attrs: { href: href.data } }] : [];
    const link: Block = { type: 'paragraph', content: [{ type: 'text', text: words, marks }] };
    return caption.length > 0 ? [link, { type: 'paragraph', content: caption }] : [link];
  }
  if (alt === '') points.add('picture_not_described', place);
  const { mediaId, width, height } = stored;
  const attrs = { mediaId, width, height, alt: alt || undescribedPicture, credit: null };
  return [
    caption.length > 0 ? { type: 'figure', attrs, content: caption } : { type: 'figure', attrs },
  ];
}

/** The name of the file behind an address or a path. */
export function nameOf(place: string): string {
  const name = basename(URL.parse(place)?.pathname ?? place);
  try {
    return oneLine(decodeURIComponent(name)).slice(0, 200);
  } catch {
    return name.slice(0, 200);
  }
}
