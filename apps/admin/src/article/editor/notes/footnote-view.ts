import { autoUpdate, computePosition, flip, offset, shift } from '@floating-ui/dom';
import type { Node } from '@tiptap/pm/model';
import { NodeSelection, TextSelection } from '@tiptap/pm/state';
import type { EditorView, NodeView } from '@tiptap/pm/view';
import type { EditorActions } from '../editor-actions.ts';
import { type NoteEditor, noteEditor } from './note-editor.ts';

/**
 * A footnote in the text: its number (counted by the style sheet) and, while it is selected, a
 * small editor with its words. Changes there are changes of the article's own document, so they
 * are undone and saved with it.
 */
export class FootnoteView implements NodeView {
  readonly dom: HTMLElement;
  readonly #outer: EditorView;
  readonly #position: () => number | undefined;
  readonly #actions: EditorActions;
  #node: Node;
  #popover: HTMLElement | null = null;
  #editor: NoteEditor | null = null;
  #stopPlacing: (() => void) | null = null;

  constructor(
    node: Node,
    outer: EditorView,
    position: () => number | undefined,
    actions: EditorActions,
  ) {
    this.#node = node;
    this.#outer = outer;
    this.#position = position;
    this.#actions = actions;
    this.dom = document.createElement('span');
    this.dom.className = 'footnote-call';
    this.dom.setAttribute('role', 'button');
    this.#describe();
    // A press on a selected call changes no selection, so it is opened here.
    this.dom.addEventListener('click', () => {
      this.#select();
      this.#open();
      this.#editor?.focus();
    });
  }

  #describe(): void {
    const words = this.#node.textContent.trim();
    this.dom.setAttribute('aria-label', words === '' ? 'Empty footnote' : `Footnote: ${words}`);
    this.dom.dataset.empty = String(words === '');
  }

  selectNode(): void {
    this.dom.classList.add('ProseMirror-selectednode');
    this.#open();
    // A new note waits for its words at once; one reached by arrow keys waits for Enter.
    if (this.#node.content.size === 0) queueMicrotask(() => this.#editor?.focus());
  }

  deselectNode(): void {
    this.dom.classList.remove('ProseMirror-selectednode');
    this.#close();
  }

  #open(): void {
    if (this.#popover) return;
    const popover = document.createElement('div');
    popover.className = 'footnote-popover';
    popover.setAttribute('role', 'group');
    popover.setAttribute('aria-label', 'Footnote');
    const label = document.createElement('p');
    label.className = 'footnote-label';
    label.setAttribute('aria-hidden', 'true');
    label.textContent = 'Footnote';
    popover.append(label);
    this.#outer.dom.parentElement?.append(popover);
    this.#popover = popover;
    this.#editor = noteEditor({
      node: this.#node,
      mount: popover,
      outer: this.#outer,
      position: this.#position,
      actions: this.#actions,
      leave: (side) => this.#leave(side),
    });
    this.#stopPlacing = autoUpdate(this.dom, popover, () => {
      const middleware = [offset(6), flip(), shift({ padding: 8 })];
      void computePosition(this.dom, popover, { placement: 'bottom-start', middleware }).then(
        ({ x, y }) => {
          popover.style.left = `${x}px`;
          popover.style.top = `${y}px`;
        },
      );
    });
  }

  #close(): void {
    this.#stopPlacing?.();
    this.#editor?.destroy();
    this.#popover?.remove();
    this.#stopPlacing = this.#editor = this.#popover = null;
  }

  #select(): void {
    const position = this.#position();
    if (position === undefined) return;
    const { state } = this.#outer;
    this.#outer.dispatch(state.tr.setSelection(NodeSelection.create(state.doc, position)));
  }

  #leave(side: 'before' | 'after'): void {
    const position = this.#position();
    if (position === undefined) return;
    const { state } = this.#outer;
    const empty = this.#node.content.size === 0;
    const tr = empty ? state.tr.delete(position, position + this.#node.nodeSize) : state.tr;
    const at = side === 'before' || empty ? position : position + this.#node.nodeSize;
    this.#outer.dispatch(tr.setSelection(TextSelection.create(tr.doc, at)));
    this.#outer.focus();
  }

  update(node: Node): boolean {
    if (node.type !== this.#node.type) return false;
    this.#node = node;
    this.#describe();
    this.#editor?.follow(node);
    return true;
  }

  stopEvent(event: Event): boolean {
    return this.#popover?.contains(event.target as globalThis.Node) ?? false;
  }

  ignoreMutation(): boolean {
    return true;
  }

  destroy(): void {
    this.#close();
  }
}
