import { type Editor, findParentNode, Node } from '@tiptap/core';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import type { NodeView } from '@tiptap/pm/view';
import {
  type CalloutKind,
  Callout as CalloutSchema,
} from '@viewpoints/domain/document/blocks/callout';
import { cleanText, collapseSpaces } from '@viewpoints/domain/text/normalise';
import { Info } from 'lucide-react';
import type { EditorActions } from '../editor-actions.ts';
import type { EditorBlock } from '../editor-block.ts';
import { ownAttributes } from '../read-document.ts';
import { nested } from '../schema/base-nodes.ts';

const CalloutAttrs = CalloutSchema.shape.attrs;

/** The labels of the kinds in the editor. */
export const calloutLabels: Readonly<Record<CalloutKind, string>> = {
  note: 'Note',
  warning: 'Warning',
};

/** A note or a warning round prose and lists. */
const Callout = Node.create({
  name: 'callout',
  group: 'block',
  content: nested,
  defining: true,
  addAttributes: () => ({
    kind: { default: 'note', rendered: false },
    title: { default: null, rendered: false },
  }),
  parseHTML: () => [{ tag: 'aside[data-callout]', getAttrs: readCallout }],
  renderHTML: ({ node }) => [
    'aside',
    { 'data-callout': node.attrs.kind, 'data-title': node.attrs.title },
    0,
  ],
});

function readCallout(element: HTMLElement) {
  const attrs = CalloutAttrs.safeParse({
    kind: element.dataset.callout,
    title: element.dataset.title ?? null,
  });
  return attrs.success && attrs.data;
}

const titleOf = (element: HTMLElement) => element.querySelector(':scope > .callout-title');

/** Its kind and title, as a page of the journal or the editor says them. */
function writeCallout(element: HTMLElement, to: Document): HTMLElement {
  const callout = to.createElement('aside');
  const kind = CalloutAttrs.shape.kind.safeParse(element.dataset.callout ?? element.dataset.kind);
  callout.setAttribute('data-callout', kind.data ?? 'note');
  const said = element.dataset.title ?? titleOf(element)?.querySelector('span')?.textContent ?? '';
  const title = collapseSpaces(cleanText(said)).trim().slice(0, 120);
  if (title !== '') callout.setAttribute('data-title', title);
  return callout;
}

/** A callout under a button that says its kind and title, and changes them. */
function calloutView(
  first: ProseMirrorNode,
  position: () => number | undefined,
  actions: EditorActions,
): NodeView {
  const dom = document.createElement('aside');
  const change = document.createElement('button');
  const words = document.createElement('div');
  dom.className = 'callout';
  change.type = 'button';
  change.className = 'callout-label';
  change.contentEditable = 'false';
  change.addEventListener('click', () => {
    const at = position();
    if (at !== undefined) actions.openBlock('callout', { kind: 'edit', position: at });
  });
  dom.append(change, words);

  const show = (node: ProseMirrorNode) => {
    const attrs = CalloutAttrs.parse(ownAttributes(node));
    const label = calloutLabels[attrs.kind];
    dom.dataset.kind = attrs.kind;
    change.textContent = attrs.title === null ? label : `${label}: ${attrs.title}`;
    change.setAttribute('aria-label', `Change this callout: ${change.textContent}`);
  };
  show(first);

  return {
    dom,
    contentDOM: words,
    update: (node) => {
      if (node.type !== first.type) return false;
      show(node);
      return true;
    },
    stopEvent: (event) => change.contains(event.target as globalThis.Node),
    ignoreMutation: (mutation) => !words.contains(mutation.target),
  };
}

/** Opens the dialog for the kind and title of a new callout, or of the one that the cursor is in. */
function openCallout(editor: Editor, actions: EditorActions): void {
  const around = findParentNode(({ type }) => type.name === 'callout')(editor.state.selection);
  actions.openBlock(
    'callout',
    around === undefined ? { kind: 'new' } : { kind: 'edit', position: around.pos },
  );
}

export const callout: EditorBlock = {
  extensions: [Callout],
  withView: (actions) =>
    Callout.extend({
      addNodeView() {
        return ({ node, getPos }) => calloutView(node, getPos, actions);
      },
    }),
  pasted: {
    is: (element) =>
      element.localName === 'aside' &&
      (element.classList.contains('callout') || element.hasAttribute('data-callout')),
    labelOf: titleOf,
    write: writeCallout,
  },
  wraps: [
    {
      id: 'callout',
      label: 'Callout',
      hint: 'A note or a warning to the reader',
      icon: Info,
      words: 'note warning aside box',
      run: openCallout,
    },
  ],
};
