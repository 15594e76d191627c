'use client';

import type { Editor } from '@tiptap/core';
import type { EditorView } from '@tiptap/pm/view';
import type { BlockType } from '@viewpoints/domain/document/blocks';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import { toast } from '../../ui/toast.ts';
import type { BlockRequest, EditorActions } from '../editor/editor-actions.ts';
import { FindBar } from '../editor/find/on-demand.tsx';
import { blockDialogs } from './block-dialogs.ts';
import { LanguageDialog, LinkDialog, ShortcutsSheet } from './on-demand.tsx';

type OpenDialog =
  | { kind: 'link' | 'language'; view: EditorView }
  | { kind: 'block'; block: BlockType; request: BlockRequest }
  | { kind: 'help' }
  | null;

/** The dialogs that the editor opens, and the actions that open them (stable for its lifetime). */
export function useEditorDialogs(options: {
  editor: Editor | null;
  proposeFinding: () => void;
  openFinding: (id: string) => void;
  comment: () => void;
  openComment: (id: string) => void;
}): { actions: EditorActions; findBar: ReactNode; dialogs: ReactNode } {
  const [finds, setFinds] = useState<number | null>(null);
  const [openDialog, setOpenDialog] = useState<OpenDialog>(null);
  const latest = useRef(options);
  latest.current = options;
  const actions = useMemo<EditorActions>(
    () => ({
      editLink: (view) => view.editable && setOpenDialog({ kind: 'link', view }),
      editLanguage: (view) => view.editable && setOpenDialog({ kind: 'language', view }),
      openBlock: (block, request) => setOpenDialog({ kind: 'block', block, request }),
      proposeFinding: () => latest.current.proposeFinding(),
      openFinding: (id) => latest.current.openFinding(id),
      comment: () => latest.current.comment(),
      openComment: (id) => latest.current.openComment(id),
      find: () => setFinds((before) => (before ?? 0) + 1),
      openHelp: () => setOpenDialog({ kind: 'help' }),
      tell: (sentence) => toast.info('Some content was left out', { description: sentence }),
    }),
    [],
  );
  const close = () => setOpenDialog(null);
  const { editor } = options;
  const BlockDialog = openDialog?.kind === 'block' ? blockDialogs[openDialog.block] : undefined;
  return {
    actions,
    findBar:
      finds !== null && editor ? (
        <FindBar editor={editor} opened={finds} onClose={() => setFinds(null)} />
      ) : null,
    dialogs: (
      <>
        {openDialog?.kind === 'link' ? <LinkDialog view={openDialog.view} onClose={close} /> : null}
        {openDialog?.kind === 'language' ? (
          <LanguageDialog view={openDialog.view} onClose={close} />
        ) : null}
        {openDialog?.kind === 'block' && BlockDialog && editor ? (
          <BlockDialog editor={editor} request={openDialog.request} onClose={close} />
        ) : null}
        {openDialog?.kind === 'help' ? <ShortcutsSheet onClose={close} /> : null}
      </>
    ),
  };
}
