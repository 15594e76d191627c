import { Node } from '@tiptap/core';
import { Embed as EmbedSchema } from '@viewpoints/domain/document/blocks/embed';
import { MonitorPlay } from 'lucide-react';
import type { EditorBlock } from '../editor-block.ts';
import { embedView } from '../embeds/embed-view.ts';
import { leaveCaption } from '../figures/leave-caption.ts';

const EmbedAttrs = EmbedSchema.shape.attrs;

/** Something on another site: its address and title; the content is its caption. */
const Embed = Node.create({
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

export const embed: EditorBlock = {
  extensions: [Embed],
  withView: (actions) =>
    Embed.extend({
      addNodeView() {
        return ({ node, getPos }) => embedView(node, getPos, actions);
      },
      addKeyboardShortcuts() {
        const leave = () => leaveCaption(this.editor, this.name);
        return { Enter: leave };
      },
    }),
  insertions: [
    {
      id: 'embed',
      label: 'Embed',
      hint: 'A video, post, map or chart of another site',
      icon: MonitorPlay,
      words: 'video youtube vimeo mastodon post tweet map chart iframe',
      run: (_editor, actions) => actions.openBlock('embed', { kind: 'new' }),
    },
  ],
  isCaptioned: true,
};
