import { Node } from '@tiptap/core';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import type { NodeView } from '@tiptap/pm/view';
import { Chart } from '@viewpoints/domain/document/blocks/chart';
import type { EditorActions } from '../editor-actions.ts';
import type { EditorBlock } from '../editor-block.ts';
import { ownAttributes } from '../read-document.ts';

const ChartAttrs = Chart.shape.attrs;

/** Numbers as a drawing; on the clipboard all of it is one attribute. */
const ChartNode = Node.create({
  name: 'chart',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () =>
    Object.fromEntries(
      Object.keys(ChartAttrs.shape).map((name) => [name, { default: null, rendered: false }]),
    ),
  parseHTML: () => [{ tag: 'div[data-chart]', getAttrs: readChart }],
  renderHTML: ({ node }) => [
    'div',
    { 'data-chart': JSON.stringify(ownAttributes(node)) },
    node.attrs.title,
  ],
});

function readChart({ dataset }: HTMLElement) {
  try {
    return ChartAttrs.parse(JSON.parse(dataset.chart ?? ''));
  } catch {
    return false;
  }
}

/** A chart as readers see it, once that is loaded, under a button with its title that opens the dialog. */
function chartView(
  first: ProseMirrorNode,
  position: () => number | undefined,
  actions: EditorActions,
): NodeView {
  const dom = document.createElement('div');
  const change = document.createElement('button');
  dom.className = 'file-card';
  change.type = 'button';
  change.addEventListener('click', () => {
    const at = position();
    if (at !== undefined) actions.openBlock('chart', { kind: 'edit', position: at });
  });
  dom.append(change);
  const show = ({ attrs }: ProseMirrorNode) => {
    change.textContent = attrs.title;
    change.setAttribute('aria-label', `Change this chart: ${attrs.title}`);
  };
  show(first);
  return {
    dom,
    update: (node) => {
      if (node.type !== first.type) return false;
      show(node);
      return true;
    },
    stopEvent: (event) => change.contains(event.target as globalThis.Node),
    ignoreMutation: () => true,
  };
}

export const chart: EditorBlock = {
  extensions: [ChartNode],
  withView: (actions) =>
    ChartNode.extend({
      addNodeView() {
        return ({ node, getPos }) => chartView(node, getPos, actions);
      },
    }),
};
