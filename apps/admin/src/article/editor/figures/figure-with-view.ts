import type { Node } from '@tiptap/pm/model';
import type { NodeView } from '@tiptap/pm/view';
import type { EditorActions } from '../editor-actions.ts';
import { Figure } from '../schema/figure.ts';
import { leaveCaption } from './leave-caption.ts';

/** The figure of the schema with its picture, its caption edited in place, and its description. */
export function figureWithView(actions: EditorActions) {
  return Figure.extend({
    addNodeView() {
      return ({ node, getPos }) => figureView(node, getPos, actions);
    },
    addKeyboardShortcuts() {
      const leave = () => leaveCaption(this.editor, 'figure');
      return { Enter: leave };
    },
  });
}

function figureView(
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
    if (at !== undefined) actions.editFigure(at);
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
