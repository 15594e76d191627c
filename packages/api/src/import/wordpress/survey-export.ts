import { ownCopy } from '../core/own-copy.ts';
import { plainText } from '../core/plain-text.ts';
import type { PostPicture } from '../core/post-pictures.ts';
import type { ExportedItem, ExportedSite, ExportPart } from './export-parts.ts';

/** A file of the export that a post may show. */
export type Attachment = {
  id: string;
  address: string;
  alt: string;
  caption: string;
  parent: string;
  order: number;
};

/**
 * What has to be known of a whole export before its first post can be read: files come after the
 * posts that show them. Of each file little is stored, so memory grows with their number alone.
 */
export type Survey = {
  site: ExportedSite;
  /** Names by login. */
  authors: ReadonlyMap<string, string>;
  attachments: ReadonlyMap<string, Attachment>;
  /** The pictures that were uploaded with a post, in their order. */
  ofPost: ReadonlyMap<string, readonly string[]>;
};

const pictureFile = /\.(?:jpe?g|png|gif|webp|avif|svg|bmp|tiff?)$/i;

/** Reads an export to its end for what its posts refer to. */
export async function surveyExport(parts: AsyncIterable<ExportPart>): Promise<Survey> {
  let site: ExportedSite = { title: '', address: '', language: null };
  const authors = new Map<string, string>();
  const attachments = new Map<string, Attachment>();
  const ofPost = new Map<string, string[]>();
  for await (const part of parts) {
    if (part.kind === 'site') site = part.site;
    else if (part.kind === 'author') authors.set(part.author.login, part.author.name);
    else if (part.kind === 'item' && part.item.type === 'attachment') {
      const found = attachmentOf(part.item);
      if (found === null) continue;
      const attachment = ownCopy(found);
      attachments.set(attachment.id, attachment);
      const { pathname } = new URL(attachment.address);
      if (attachment.parent === '0' || !pictureFile.test(pathname)) continue;
      const siblings = ofPost.get(attachment.parent);
      if (siblings === undefined) ofPost.set(attachment.parent, [attachment.id]);
      else siblings.push(attachment.id);
    }
  }
  for (const siblings of ofPost.values())
    siblings.sort((a, b) => (attachments.get(a)?.order ?? 0) - (attachments.get(b)?.order ?? 0));
  return { site, authors, attachments, ofPost };
}

function attachmentOf(item: ExportedItem): Attachment | null {
  const url = URL.parse(item.fileAddress);
  if (url === null || !/^https?:$/.test(url.protocol) || url.href.length > 2000) return null;
  const alt = item.fields.find(({ name }) => name === '_wp_attachment_image_alt')?.value ?? '';
  return {
    ...{ id: item.id, address: url.href, parent: item.parent, order: item.menuOrder },
    alt: plainText(alt).slice(0, 1000),
    caption: plainText(item.excerpt).slice(0, 1000),
  };
}

/** A file of the export as a picture of a post. */
export const pictureOf = ({ id, address, alt, caption }: Attachment): PostPicture => ({
  ...{ type: 'picture', address, file: null, attachment: id, alt },
  caption: caption === '' ? [] : [{ type: 'text', text: caption }],
});
