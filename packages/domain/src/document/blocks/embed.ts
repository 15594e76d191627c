import { z } from 'zod';
import { element, escapeMarkup } from '../../text/markup.ts';
import { oneLine } from '../../text/normalise.ts';
import { Id, text, WebAddress } from '../../values.ts';
import { blockKind } from '../block-kind.ts';
import { EmbedKind } from '../embed-kind.ts';
import { inlines } from '../inline.ts';
import { markdownLines } from '../markdown-blocks.ts';
import { linkTokens } from '../markdown-inline.ts';
import { normaliseInlines } from '../normalise-inlines.ts';

/**
 * Something on another site: a still and a link until a reader opens it. Which sites may be
 * contacted, and at what address, is computed (`embed-target.ts`) and never stored. Its inline
 * content is the caption.
 */
export const Embed = z.strictObject({
  type: z.literal('embed'),
  attrs: z.strictObject({
    kind: EmbedKind,
    /** Its address, as a reader would open it. */
    href: WebAddress,
    title: text(300).regex(/[^\s\p{Cc}]/u, 'say what it is'),
    /** A picture shown until the embed is opened; null for none. */
    mediaId: Id.nullable(),
    /** Description of the picture; empty if the title says it all. */
    alt: text(1000),
  }),
  content: inlines,
});
export type Embed = z.infer<typeof Embed>;

export const embed = blockKind({
  schema: Embed,
  name: 'embed',
  holds: 'inlines',
  normalise(block) {
    const { content: _, ...rest } = block;
    const { title, alt } = block.attrs;
    const caption = normaliseInlines(block.content ?? []);
    const attrs = { ...block.attrs, title: oneLine(title), alt: oneLine(alt) };
    return [caption.length > 0 ? { ...rest, attrs, content: caption } : { ...rest, attrs }];
  },
  /** A still and a link: in a feed too, no other site is contacted before a reader chooses to. */
  html(node, caption, { pictures, siteUrl }) {
    const { title, href, alt, mediaId } = node.attrs;
    const still = mediaId === null ? undefined : pictures.get(mediaId);
    const { width, height } = still ?? {};
    const image =
      still === undefined
        ? ''
        : element('img', { src: siteUrl + still.src, alt, width, height }, null);
    const link = element('p', {}, element('a', { href }, escapeMarkup(title)));
    const words = caption.join('');
    const under = words === '' ? '' : element('figcaption', {}, words);
    return element('figure', {}, image + link + under);
  },
  /** A link to it: reading Markdown contacts no other site. */
  markdown(node, caption) {
    const { title, href } = node.attrs;
    const link = markdownLines([linkTokens(href, [{ kind: 'text', text: title }])]);
    return caption.length > 0 ? `${link}\n\n${markdownLines(caption)}` : link;
  },
  links: ({ attrs }) => [attrs.href],
  pictureId: ({ attrs }) => attrs.mediaId,
  title: ({ attrs }) => attrs.title,
  attributeTexts: ({ attrs }) => [attrs.title, attrs.href],
});
