import { Node } from '@tiptap/core';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import type { NodeView } from '@tiptap/pm/view';
import { Chart } from '@viewpoints/domain/document/blocks/chart';
import { ChartColumn } from 'lucide-react';
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
  dom.className = 'chart-card';
  change.type = 'button';
  change.textContent = 'Change chart';
  change.addEventListener('click', () => {
    const at = position();
    if (at !== undefined) actions.openBlock('chart', { kind: 'edit', position: at });
  });
  const drawing = document.createElement('div');
  dom.append(drawing, change);
  let shown: ProseMirrorNode = first;
  let mounted: { show: (attrs: object) => void; unmount: () => void } | null = null;
  let isGone = false;
  // Drawing is loaded with the first chart: most articles have none. Without it the title is there.
  void import('../../charts/mount-chart.tsx').then(
    ({ mountChart }) => {
      if (isGone) return;
      mounted = mountChart(drawing);
      mounted.show(ownAttributes(shown));
    },
    () => undefined,
  );
  const show = (node: ProseMirrorNode) => {
    const { attrs } = node;
    shown = node;
    mounted?.show(ownAttributes(node));
    if (mounted === null) drawing.textContent = attrs.title;
    change.setAttribute('aria-label', `Change chart: ${attrs.title}`);
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
    destroy: () => {
      isGone = true;
      mounted?.unmount();
    },
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
  insertions: [
    {
      id: 'chart',
      label: 'Chart',
      hint: 'Numbers as bars, dots, lines or ranges',
      icon: ChartColumn,
      words: 'graph figure data bars lines plot',
      run: (_editor, actions) => actions.openBlock('chart', { kind: 'new' }),
    },
  ],
};
