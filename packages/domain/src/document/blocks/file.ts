import { z } from 'zod';
import { element, escapeMarkup } from '../../text/markup.ts';
import { oneLine } from '../../text/normalise.ts';
import { Id, text } from '../../values.ts';
import { blockKind } from '../block-kind.ts';
import { fileFacts, filePath } from '../file-facts.ts';
import { markdownLines } from '../markdown-blocks.ts';
import { linkTokens } from '../markdown-inline.ts';

/** A PDF that readers may download, under a title that an editor gave it. */
export const FileBlock = z.strictObject({
  type: z.literal('file'),
  attrs: z.strictObject({
    mediaId: Id,
    title: text(200).regex(/[^\s\p{Cc}]/u, 'say what the file is'),
    pages: z.int().positive(),
    byteSize: z.int().positive(),
  }),
});
export type FileBlock = z.infer<typeof FileBlock>;

export const file = blockKind({
  schema: FileBlock,
  name: 'file',
  holds: 'nothing',
  normalise: (block) => [
    { ...block, attrs: { ...block.attrs, title: oneLine(block.attrs.title) } },
  ],
  html: ({ attrs }, _, { siteUrl }) => {
    const href = siteUrl + filePath(attrs.mediaId);
    const link = element('a', { href }, escapeMarkup(attrs.title));
    return element('p', {}, `${link} (${fileFacts(attrs)})`);
  },
  markdown({ attrs }, _, { pictureAddress }) {
    const href = `${pictureAddress(attrs.mediaId)}.pdf`;
    const link = linkTokens(href, [{ kind: 'text', text: attrs.title }]);
    return markdownLines([[...link, { kind: 'text', text: ` (${fileFacts(attrs)})` }]]);
  },
  title: ({ attrs }) => attrs.title,
  attributeTexts: ({ attrs }) => [attrs.title, fileFacts(attrs)],
});
