import type { TiptapEditorHTMLElement } from '@tiptap/core';
import { baseKeymap, toggleMark } from '@tiptap/pm/commands';
import { keymap } from '@tiptap/pm/keymap';
import type { Node } from '@tiptap/pm/model';
import { type Command, EditorState, type Transaction } from '@tiptap/pm/state';
import { StepMap } from '@tiptap/pm/transform';
import { EditorView } from '@tiptap/pm/view';
import type { EditorActions } from '../editor-actions.ts';
import { isLinkable } from '../links/mark-range.ts';
import { pastedFiles, refuseFiles } from '../paste/pasted-files.ts';
import { isCodeKey } from '../schema/marks.ts';

export type NoteEditor = {
  focus: () => void;
  /** Takes over what changed in the note from outside (undo, another view). */
  follow: (node: Node) => void;
  destroy: () => void;
};

/** Set on changes that came from the article into the note, which must not be sent back. */
const FROM_OUTSIDE = 'fromOutside';

/** An editor on the words of one note, whose steps are applied to the article's document. */
export function noteEditor(options: {
  node: Node;
  mount: HTMLElement;
  outer: EditorView;
  position: () => number | undefined;
  actions: EditorActions;
  leave: (side: 'before' | 'after') => void;
}): NoteEditor {
  const { outer } = options;
  const { code } = outer.state.schema.marks;
  const toggleCode: Command = code ? toggleMark(code) : () => false;
  const view: EditorView = new EditorView(options.mount, {
    state: EditorState.create({
      doc: options.node,
      plugins: [keymap(noteKeys(options)), keymap(baseKeymap)],
    }),
    editable: () => outer.editable,
    handleKeyDown: (_, event) => isCodeKey(event) && toggleCode(view.state, view.dispatch),
    attributes: {
      class: 'footnote-words',
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-label': 'Words of the footnote. Enter goes back to the text.',
      dir: outer.dom.dir || 'auto',
      lang: outer.dom.lang,
    },
    transformPastedHTML: (html) =>
      outer.someProp('transformPastedHTML', (f) => f(html, view)) ?? html,
    handlePaste: (_, event) => takeFile(event.clipboardData, options),
    handleDrop: (_, event) => takeFile(event.dataTransfer, options),
    dispatchTransaction: (transaction) => dispatchInside(view, transaction, options),
    handleDOMEvents: {
      // Being drawn inside the article's editor, it has to take the focus itself.
      mousedown: () => {
        if (outer.hasFocus()) view.focus();
        return false;
      },
    },
  });

  return {
    focus: () => view.focus(),
    follow: (node) => applyExternalChange(view, node),
    destroy: () => view.destroy(),
  };
}

/** A note has no pictures and files: those pasted or dropped there go into the text behind it. */
function takeFile(
  data: DataTransfer | null,
  { actions, leave }: { actions: EditorActions; leave: (side: 'after') => void },
): boolean {
  const pasted = pastedFiles(data);
  if (pasted === null) return refuseFiles(data);
  leave('after');
  actions.openBlock(pasted.block, pasted.request);
  return true;
}

function dispatchInside(
  view: EditorView,
  transaction: Transaction,
  { outer, position }: { outer: EditorView; position: () => number | undefined },
): void {
  const { state, transactions } = view.state.applyTransaction(transaction);
  view.updateState(state);
  const at = position();
  if (transaction.getMeta(FROM_OUTSIDE) || at === undefined) return;
  const into = outer.state.tr;
  const offset = StepMap.offset(at + 1);
  for (const step of transactions.flatMap((one) => one.steps)) {
    const mapped = step.map(offset);
    if (mapped) into.step(mapped);
  }
  if (into.docChanged) outer.dispatch(into);
}

function applyExternalChange(view: EditorView, node: Node): void {
  const { state } = view;
  const start = node.content.findDiffStart(state.doc.content);
  if (start === null) return;
  const end = node.content.findDiffEnd(state.doc.content);
  if (end === null) return;
  const overlap = start - Math.min(end.a, end.b);
  const grow = Math.max(0, overlap);
  const tr = state.tr.replace(start, end.b + grow, node.slice(start, end.a + grow));
  view.dispatch(tr.setMeta(FROM_OUTSIDE, true));
}

/** The editor that a view is of: only it knows how changes are undone. */
const editorOf = ({ dom }: EditorView) => (dom as TiptapEditorHTMLElement).editor;

function noteKeys(options: {
  outer: EditorView;
  actions: EditorActions;
  leave: (side: 'before' | 'after') => void;
}): Record<string, Command> {
  const { outer, actions } = options;
  const { emphasis, strong, smallCaps } = outer.state.schema.marks;
  const { hardBreak } = outer.state.schema.nodes;
  const leave = (side: 'before' | 'after') => () => {
    options.leave(side);
    return true;
  };
  const atEdge =
    (edge: 'start' | 'end'): Command =>
    (state) => {
      const { empty, from } = state.selection;
      if (!empty || from !== (edge === 'start' ? 0 : state.doc.content.size)) return false;
      return leave(edge === 'start' ? 'before' : 'after')();
    };
  return {
    Escape: leave('after'),
    Enter: leave('after'),
    ArrowLeft: atEdge(outer.dom.dir === 'rtl' ? 'end' : 'start'),
    ArrowRight: atEdge(outer.dom.dir === 'rtl' ? 'start' : 'end'),
    'Shift-Enter': (state, dispatch) => {
      if (hardBreak) dispatch?.(state.tr.replaceSelectionWith(hardBreak.create()).scrollIntoView());
      return true;
    },
    'Mod-z': () => editorOf(outer)?.commands.undo() ?? false,
    'Mod-y': () => editorOf(outer)?.commands.redo() ?? false,
    'Shift-Mod-z': () => editorOf(outer)?.commands.redo() ?? false,
    'Mod-k': (state, _dispatch, view) => {
      if (!view || !isLinkable(state)) return false;
      actions.editLink(view);
      return true;
    },
    ...(emphasis ? { 'Mod-i': toggleMark(emphasis) } : {}),
    ...(strong ? { 'Mod-b': toggleMark(strong) } : {}),
    ...(smallCaps ? { 'Mod-Shift-k': toggleMark(smallCaps) } : {}),
  };
}
