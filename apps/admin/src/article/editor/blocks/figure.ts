import { Node } from '@tiptap/core';
import { Figure as FigureSchema } from '@viewpoints/domain/document/blocks/figure';
import { ImagePlus } from 'lucide-react';
import type { EditorBlock } from '../editor-block.ts';
import { figureView } from '../figures/figure-view.ts';
import { leaveCaption } from '../figures/leave-caption.ts';

const FigureAttrs = FigureSchema.shape.attrs;

/** A picture that was uploaded, with its required alternative text; the content is its caption. */
const Figure = Node.create({
  name: 'figure',
  group: 'block',
  content: 'inline*',
  isolating: true,
  draggable: true,
  addAttributes: () => ({
    mediaId: { default: null, rendered: false },
    alt: { default: null, rendered: false },
    credit: { default: null, rendered: false },
    width: { default: null, rendered: false },
    height: { default: null, rendered: false },
  }),
  parseHTML: () => [
    { tag: 'figure[data-media-id]', contentElement: 'figcaption', getAttrs: readFigure },
  ],
  renderHTML: ({ node }) => [
    'figure',
    { 'data-media-id': node.attrs.mediaId, 'data-credit': node.attrs.credit },
    [
      'img',
      {
        src: `/media/${node.attrs.mediaId}`,
        alt: node.attrs.alt,
        width: node.attrs.width,
        height: node.attrs.height,
      },
    ],
    ['figcaption', 0],
  ],
});

function readFigure(element: HTMLElement) {
  const img = element.querySelector('img');
  const attrs = FigureAttrs.safeParse({
    mediaId: element.dataset.mediaId,
    alt: img?.getAttribute('alt'),
    credit: element.dataset.credit || null,
    width: Number(img?.getAttribute('width')),
    height: Number(img?.getAttribute('height')),
  });
  return attrs.success && attrs.data;
}

export const figure: EditorBlock = {
  extensions: [Figure],
  withView: (actions) =>
    Figure.extend({
      addNodeView() {
        return ({ node, getPos }) => figureView(node, getPos, actions);
      },
      addKeyboardShortcuts() {
        const leave = () => leaveCaption(this.editor, this.name);
        return { Enter: leave };
      },
    }),
  insertions: [
    {
      id: 'figure',
      label: 'Picture',
      hint: 'With a description in words',
      icon: ImagePlus,
      words: 'image photo figure upload',
      run: (_editor, actions) => actions.openBlock('figure', { kind: 'new' }),
    },
  ],
  isCaptioned: true,
};
