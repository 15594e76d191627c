import { Node } from '@tiptap/core';
import { Embed as EmbedSchema } from '@viewpoints/domain/document/blocks/embed';

const EmbedAttrs = EmbedSchema.shape.attrs;

/** Something that stands on another site: its address and title; the content is its caption. */
export const Embed = Node.create({
  name: 'embed',
  group: 'block',
  content: 'inline*',
  isolating: true,
  draggable: true,
  addAttributes: () => ({
    kind: { default: 'other', rendered: false },
    href: { default: null, rendered: false },
    title: { default: null, rendered: false },
    mediaId: { default: null, rendered: false },
    alt: { default: '', rendered: false },
  }),
  parseHTML: () => [
    { tag: 'figure[data-embed-kind]', contentElement: 'figcaption', getAttrs: readEmbed },
  ],
  renderHTML: ({ node }) => [
    'figure',
    {
      'data-embed-kind': node.attrs.kind,
      'data-still': node.attrs.mediaId,
      'data-still-alt': node.attrs.alt,
    },
    ['a', { href: node.attrs.href }, node.attrs.title],
    ['figcaption', 0],
  ],
});

function readEmbed(element: HTMLElement) {
  const link = element.querySelector('a');
  const attrs = EmbedAttrs.safeParse({
    kind: element.dataset.embedKind,
    href: link?.getAttribute('href'),
    title: link?.textContent,
    mediaId: element.dataset.still || null,
    alt: element.dataset.stillAlt ?? '',
  });
  return attrs.success && attrs.data;
}
