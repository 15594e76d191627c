'use client';

import type { Editor } from '@tiptap/core';
import { useRouter } from 'next/navigation';
import { useCallback } from 'react';
import { scrollToPosition } from '../findings/in-text/finding-navigation.ts';
import { type FoundInText, selectionOfWords } from '../findings/in-text/words-in-text.ts';
import { focusField } from '../publish/focus-field.ts';
import type { PanelTab, ReasonTarget } from '../publish/reason-target.ts';
import type { ArticleSession } from './use-article-session.ts';

/** Goes to the text: to the words in question if they are there, else to its beginning. */
function showBody(editor: Editor, found: FoundInText | undefined): void {
  const selection = found ? selectionOfWords(editor.state.doc, found) : null;
  if (selection === null) {
    editor.commands.focus('start', { scrollIntoView: true });
    return;
  }
  editor.view.focus();
  editor.view.dispatch(editor.state.tr.setSelection(selection));
  scrollToPosition(editor.view, selection.from);
}

/** Goes to the place where a publishing problem is fixed. */
export function useReasonNavigation(options: {
  session: ArticleSession;
  showPanel: (tab: PanelTab) => void;
  hidePanel: () => void;
  openFinding: (id: string) => void;
}) {
  const { session, showPanel, hidePanel, openFinding } = options;
  const router = useRouter();
  return useCallback(
    (place: ReasonTarget) => {
      if (place.kind === 'screen') router.push(place.href);
      else if (place.kind === 'body') {
        hidePanel();
        if (session.editor) showBody(session.editor, place.found);
      } else if (place.kind === 'finding') {
        openFinding(place.id);
        focusField(place.field);
      } else if (place.kind === 'panel') {
        showPanel(place.tab);
        focusField(place.field);
      } else {
        hidePanel();
        focusField(place.field);
      }
    },
    [router, session.editor, showPanel, hidePanel, openFinding],
  );
}
