import { Extension } from '@tiptap/core';
import type { Slice } from '@tiptap/pm/model';
import { type EditorState, Plugin, type Transaction } from '@tiptap/pm/state';
import {
  defaultDeleteFilter,
  defaultProtectedNodes,
  redo,
  undo,
  yCursorPlugin,
  ySyncPlugin,
  ySyncPluginKey,
  yUndoPlugin,
  yUndoPluginKey,
} from '@tiptap/y-tiptap';
import type { Awareness } from 'y-protocols/awareness';
import { UndoManager, type XmlFragment } from 'yjs';
import { readCaret } from '../editor/browser-caret.ts';
import { cursorOf, selectionOf } from './cursors.ts';
import { replaceDifference } from './replace-difference.ts';

/** Calls back before a message of the connection is applied, until the returned function is called. */
type BeforeMessage = (listener: () => void) => () => void;

/** The text of an article bound to its shared document: changes, cursors, and undoing of one's own. */
export function sharedText(
  body: XmlFragment,
  awareness: Awareness,
  beforeMessage: BeforeMessage,
): Extension {
  return Extension.create({
    name: 'sharedText',
    priority: 1000,
    addProseMirrorPlugins() {
      const undoManager = new UndoManager(body, {
        trackedOrigins: new Set([ySyncPluginKey]),
        deleteFilter: (item) => defaultDeleteFilter(item, defaultProtectedNodes),
        captureTransaction: ({ meta }) => meta.get('addToHistory') !== false,
      });
      this.editor.on('destroy', () => undoManager.destroy());
      return [
        withSmallChanges(ySyncPlugin(body)),
        yCursorPlugin(ofOthers(awareness), {
          cursorBuilder: cursorOf,
          selectionBuilder: selectionOf,
        }),
        withoutEnd(yUndoPlugin({ undoManager })),
        new Plugin({ view: (view) => ({ destroy: beforeMessage(() => readCaret(view)) }) }),
      ];
    },
    addCommands: () => ({
      undo: () => step('undoStack', undo),
      redo: () => step('redoStack', redo),
    }),
    addKeyboardShortcuts() {
      return {
        'Mod-z': () => this.editor.commands.undo(),
        'Mod-y': () => this.editor.commands.redo(),
        'Shift-Mod-z': () => this.editor.commands.redo(),
      };
    },
  });
}

/** A command that takes something back, or does it again, in the shared document itself. */
const step =
  (stack: 'undoStack' | 'redoStack', act: (state: EditorState) => boolean) =>
  ({
    tr,
    state,
    dispatch,
  }: {
    tr: Transaction;
    state: EditorState;
    dispatch: ((args?: never) => unknown) | undefined;
  }): boolean => {
    tr.setMeta('preventDispatch', true);
    const { undoManager } = yUndoPluginKey.getState(state) as { undoManager: UndoManager };
    if (undoManager[stack].length === 0) return false;
    return dispatch === undefined || act(state);
  };

/** The binding as Yjs's plugin sees it: it makes its changes on the transaction in `_tr`. */
type Binding = { readonly _tr: Transaction; prosemirrorView: { state: EditorState } | null };

/**
 * The binding replaces the whole text with every remote change, which would drop all marks around
 * words. Here only the difference is replaced.
 */
function withSmallChanges(plugin: Plugin): Plugin {
  const { view } = plugin.spec;
  plugin.spec.view = (editor) => {
    const { binding } = ySyncPluginKey.getState(editor.state) as { binding: Binding };
    Object.defineProperty(binding, '_tr', {
      get: () => {
        const tr = editor.state.tr.setMeta('addToHistory', false);
        const { replace } = tr;
        tr.replace = (_from: number, _to?: number, slice?: Slice) => {
          tr.replace = replace;
          return slice === undefined ? tr : replaceDifference(tr, slice.content);
        };
        return tr;
      },
      configurable: true,
    });
    return view?.(editor) ?? {};
  };
  return plugin;
}

/**
 * The plugin is not ended with its view: that is created again whenever a menu of the editor
 * appears or disappears, and ending it would clear the undo history.
 */
function withoutEnd(plugin: Plugin): Plugin {
  const { view } = plugin.spec;
  let isWatched = false;
  plugin.spec.view = (editor) => {
    if (!isWatched) view?.call(plugin, editor);
    isWatched = true;
    return {};
  };
  return plugin;
}

/**
 * The awareness as the cursors of others are drawn from: they are not drawn again for one's own, which
 * would put the cursor back to where the browser had it before the last key.
 */
function ofOthers(awareness: Awareness): Awareness {
  type Listener = (changed: Record<'added' | 'updated' | 'removed', number[]>) => void;
  const heard = new Map<Listener, Listener>();
  const facade: Awareness = Object.create(awareness);
  facade.on = (name, listener: Listener) => {
    const own: Listener = (changed) => {
      const clients = [...changed.added, ...changed.updated, ...changed.removed];
      if (clients.some((client) => client !== awareness.clientID)) listener(changed);
    };
    heard.set(listener, own);
    return awareness.on(name, own as never);
  };
  facade.off = (name, listener: Listener) =>
    awareness.off(name, (heard.get(listener) ?? listener) as never);
  return facade;
}
