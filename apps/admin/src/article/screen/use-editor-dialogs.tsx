'use client';

import type { Editor } from '@tiptap/core';
import type { EditorView } from '@tiptap/pm/view';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import { toast } from '../../ui/toast.tsx';
import type { EditorActions } from '../editor/editor-actions.ts';
import { LanguageDialog } from '../editor/language/language-dialog.tsx';
import { LinkDialog } from '../editor/links/link-dialog.tsx';
import { EmbedDialog, type EmbedRequest } from '../media/embed-dialog.tsx';
import { FigureDialog, type FigureRequest } from '../media/figure-dialog.tsx';
import { ShortcutsSheet } from './shortcuts-sheet.tsx';

type Asked =
  | { kind: 'link' | 'language'; view: EditorView }
  | { kind: 'figure'; request: FigureRequest }
  | { kind: 'embed'; request: EmbedRequest }
  | { kind: 'help' }
  | null;

/** The dialogs that the editor opens, and the actions that open them (stable for its lifetime). */
export function useEditorDialogs(options: {
  editor: Editor | null;
  proposeFinding: () => void;
  openFinding: (id: string) => void;
}): { actions: EditorActions; dialogs: ReactNode } {
  const [asked, setAsked] = useState<Asked>(null);
  const latest = useRef(options);
  latest.current = options;
  const actions = useMemo<EditorActions>(
    () => ({
      editLink: (view) => view.editable && setAsked({ kind: 'link', view }),
      editLanguage: (view) => view.editable && setAsked({ kind: 'language', view }),
      addFigure: (file) => setAsked({ kind: 'figure', request: { kind: 'new', file } }),
      editFigure: (position) => setAsked({ kind: 'figure', request: { kind: 'edit', position } }),
      addEmbed: (href) => setAsked({ kind: 'embed', request: { kind: 'new', href } }),
      editEmbed: (position) => setAsked({ kind: 'embed', request: { kind: 'edit', position } }),
      proposeFinding: () => latest.current.proposeFinding(),
      openFinding: (id) => latest.current.openFinding(id),
      openHelp: () => setAsked({ kind: 'help' }),
      tell: (sentence) => toast.told('Some content was left out', { description: sentence }),
    }),
    [],
  );
  const close = () => setAsked(null);
  const { editor } = options;
  return {
    actions,
    dialogs: (
      <>
        {asked?.kind === 'link' ? <LinkDialog view={asked.view} onClose={close} /> : null}
        {asked?.kind === 'language' ? <LanguageDialog view={asked.view} onClose={close} /> : null}
        {asked?.kind === 'figure' && editor ? (
          <FigureDialog editor={editor} request={asked.request} onClose={close} />
        ) : null}
        {asked?.kind === 'embed' && editor ? (
          <EmbedDialog editor={editor} request={asked.request} onClose={close} />
        ) : null}
        {asked?.kind === 'help' ? <ShortcutsSheet onClose={close} /> : null}
      </>
    ),
  };
}
