import { Extension } from '@tiptap/core';
import { type EditorState, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { EditorActions } from '../../editor/editor-actions.ts';
import type { Track } from './finding-track.ts';
import { findingTracks, tracksKey } from './finding-tracks.ts';

/** Findings in the text: shown, followed, pressed, and walked with F8. */
export function findingsInText(actions: EditorActions) {
  return Extension.create({
    name: 'findingsInText',
    addProseMirrorPlugins: () => [findingTracks()],
    onCreate() {
      this.editor.view.dom.addEventListener('click', () => {
        const { selection } = this.editor.state;
        const track = selection.empty ? trackAt(this.editor.state, selection.from) : null;
        if (track) actions.openFinding(track.finding.id);
      });
    },
    addKeyboardShortcuts() {
      const next = () => walk(this.editor.view, 1);
      const previous = () => walk(this.editor.view, -1);
      return {
        F8: next,
        'Shift-F8': previous,
        'Mod-Alt-Enter': () => {
          const track = trackAt(this.editor.state, this.editor.state.selection.from);
          if (track) actions.openFinding(track.finding.id);
          return track !== null;
        },
      };
    },
  });
}

/** The narrowest finding at a position, where several overlap. */
export function trackAt(state: EditorState, position: number): Track | null {
  const length = (track: Track) => (track.range ? track.range.to - track.range.from : 0);
  const here = (tracksKey.getState(state)?.list ?? []).filter(
    ({ range }) => range !== null && range.from <= position && position <= range.to,
  );
  return here.toSorted((a, b) => length(a) - length(b))[0] ?? null;
}

/** Puts the cursor on a finding's quote and scrolls to it; false if it is not in the text. */
export function showInText(view: EditorView, id: string): boolean {
  const track = tracksKey.getState(view.state)?.list.find(({ finding }) => finding.id === id);
  if (!track?.range) return false;
  const { doc, tr } = view.state;
  const selection = TextSelection.near(doc.resolve(Math.min(track.range.from, doc.content.size)));
  view.dispatch(tr.setSelection(selection));
  view.focus();
  scrollToPosition(view, track.range.from);
  return true;
}

/** Scrolls a position to the middle of the window. */
export function scrollToPosition(view: EditorView, position: number): void {
  const at = view.domAtPos(position).node;
  const element = at instanceof Element ? at : at.parentElement;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  element?.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' });
}

function walk(view: EditorView, step: 1 | -1): boolean {
  const { from } = view.state.selection;
  const places = (tracksKey.getState(view.state)?.list ?? [])
    .filter(({ range }) => range !== null)
    .toSorted((a, b) => (a.range?.from ?? 0) - (b.range?.from ?? 0));
  const ahead = places.filter(({ range }) =>
    step === 1 ? (range?.from ?? 0) > from : (range?.from ?? 0) < from,
  );
  const next = step === 1 ? (ahead[0] ?? places[0]) : (ahead.at(-1) ?? places.at(-1));
  return next ? showInText(view, next.finding.id) : false;
}
