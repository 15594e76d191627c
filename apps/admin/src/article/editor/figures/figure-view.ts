import type { Node } from '@tiptap/pm/model';
import type { NodeView } from '@tiptap/pm/view';
import type { EditorActions } from '../editor-actions.ts';

/** A figure with its picture, its caption edited in place, and its description. */
export function figureView(
  first: Node,
  position: () => number | undefined,
  actions: EditorActions,
): NodeView {
  const dom = document.createElement('figure');
  const picture = document.createElement('img');
  const describe = document.createElement('button');
  const caption = document.createElement('figcaption');
  describe.type = 'button';
  describe.className = 'figure-description';
  describe.contentEditable = 'false';
  describe.addEventListener('click', () => {
    const at = position();
    if (at !== undefined) actions.openBlock('figure', { kind: 'edit', position: at });
  });
  picture.contentEditable = 'false';
  caption.dataset.placeholder = 'Caption (optional)';
  dom.append(picture, describe, caption);

  const show = (node: Node) => {
    const { mediaId, alt, credit, width, height } = node.attrs;
    picture.src = `/media/${mediaId}`;
    picture.alt = alt;
    picture.width = width;
    picture.height = height;
    describe.textContent = credit ? `Alt: ${alt} · ${credit}` : `Alt: ${alt}`;
    describe.setAttribute('aria-label', `Change the description of this picture: ${alt}`);
    caption.classList.toggle('is-empty', node.content.size === 0);
  };
  show(first);

  return {
    dom,
    contentDOM: caption,
    update: (node) => {
      if (node.type !== first.type) return false;
      show(node);
      return true;
    },
    stopEvent: (event) => describe.contains(event.target as globalThis.Node),
    ignoreMutation: (mutation) => !caption.contains(mutation.target),
  };
}
