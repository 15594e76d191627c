import { Node } from '@tiptap/core';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import type { NodeView } from '@tiptap/pm/view';
import { FileBlock } from '@viewpoints/domain/document/blocks/file';
import { fileFacts } from '@viewpoints/domain/document/file-facts';
import { FileDown } from 'lucide-react';
import type { EditorActions } from '../editor-actions.ts';
import type { EditorBlock } from '../editor-block.ts';
import { ownAttributes } from '../read-document.ts';

const FileAttrs = FileBlock.shape.attrs;

/** A PDF to download, under its title. */
const FileNode = Node.create({
  name: 'file',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({
    mediaId: { default: null, rendered: false },
    title: { default: null, rendered: false },
    pages: { default: null, rendered: false },
    byteSize: { default: null, rendered: false },
  }),
  parseHTML: () => [{ tag: 'div[data-file-id]', getAttrs: readFile }],
  renderHTML: ({ node: { attrs } }) => [
    'div',
    { 'data-file-id': attrs.mediaId, 'data-pages': attrs.pages, 'data-size': attrs.byteSize },
    attrs.title,
  ],
});

function readFile({ dataset, textContent }: HTMLElement) {
  const attrs = FileAttrs.safeParse({
    mediaId: dataset.fileId,
    title: textContent,
    pages: Number(dataset.pages),
    byteSize: Number(dataset.size),
  });
  return attrs.success && attrs.data;
}

/** A file as a card: a button with its title opens the dialog; below are its pages and size, which readers see too. */
function fileView(
  first: ProseMirrorNode,
  position: () => number | undefined,
  actions: EditorActions,
): NodeView {
  const dom = document.createElement('div');
  const facts = document.createElement('span');
  const change = document.createElement('button');
  dom.className = 'file-card';
  change.type = 'button';
  change.addEventListener('click', () => {
    const at = position();
    if (at !== undefined) actions.openBlock('file', { kind: 'edit', position: at });
  });
  dom.append(change, facts);
  const show = (node: ProseMirrorNode) => {
    const attrs = FileAttrs.parse(ownAttributes(node));
    change.textContent = attrs.title;
    change.setAttribute('aria-label', `Change the title of this file: ${attrs.title}`);
    facts.textContent = fileFacts(attrs);
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

export const file: EditorBlock = {
  extensions: [FileNode],
  withView: (actions) =>
    FileNode.extend({
      addNodeView() {
        return ({ node, getPos }) => fileView(node, getPos, actions);
      },
    }),
  insertions: [
    {
      id: 'file',
      label: 'File',
      hint: 'A PDF that readers may download',
      icon: FileDown,
      words: 'pdf download attachment document',
      run: (_editor, actions) => actions.openBlock('file', { kind: 'new' }),
    },
  ],
};
