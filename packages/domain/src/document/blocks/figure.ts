import { z } from 'zod';
import { element, escapeMarkup } from '../../text/markup.ts';
import { oneLine } from '../../text/normalise.ts';
import { Id, text } from '../../values.ts';
import { blockKind } from '../block-kind.ts';
import { inlines } from '../inline.ts';
import { markdownLines } from '../markdown-blocks.ts';
import { escapePunctuation, linkDestination } from '../markdown-inline.ts';
import { normaliseInlines } from '../normalise-inlines.ts';

/** A picture with required alternative text; its inline content is the caption. */
export const Figure = z.strictObject({
  type: z.literal('figure'),
  attrs: z.strictObject({
    mediaId: Id,
    alt: text(1000).regex(/[^\s\p{Cc}]/u, 'describe the picture for those who cannot see it'),
    credit: text(300).nullable(),
    width: z.int().positive(),
    height: z.int().positive(),
  }),
  content: inlines,
});
export type Figure = z.infer<typeof Figure>;

export const figure = blockKind({
  schema: Figure,
  name: 'picture',
  holds: 'inlines',
  normalise(block) {
    const { content: _, ...rest } = block;
    const { alt, credit } = block.attrs;
    const caption = normaliseInlines(block.content ?? []);
    const attrs = {
      ...block.attrs,
      alt: oneLine(alt),
      credit: credit === null ? null : oneLine(credit) || null,
    };
    return [caption.length > 0 ? { ...rest, attrs, content: caption } : { ...rest, attrs }];
  },
  html(node, caption, { pictures, siteUrl }) {
    const { alt, credit, mediaId } = node.attrs;
    const picture = pictures.get(mediaId);
    const { width, height } = picture ?? {};
    const image =
      picture === undefined
        ? element('p', {}, escapeMarkup(alt))
        : element('img', { src: siteUrl + picture.src, alt, width, height }, null);
    const under = [
      caption.join(''),
      ...(credit === null || credit === '' ? [] : [element('small', {}, escapeMarkup(credit))]),
    ].filter((part) => part !== '');
    return element(
      'figure',
      {},
      image + (under.length === 0 ? '' : element('figcaption', {}, under.join(' '))),
    );
  },
  markdown(node, caption, { pictureAddress }) {
    const { alt, credit, mediaId } = node.attrs;
    const picture = `![${escapePunctuation(alt)}](${linkDestination(pictureAddress(mediaId))})`;
    const under = caption.flat();
    if (credit !== null) {
      under.push({ kind: 'text', text: under.length > 0 ? ` (${credit})` : `(${credit})` });
    }
    return under.length > 0 ? `${picture}\n\n${markdownLines([under])}` : picture;
  },
  pictureId: ({ attrs }) => attrs.mediaId,
  attributeTexts: ({ attrs }) => [attrs.alt],
});
