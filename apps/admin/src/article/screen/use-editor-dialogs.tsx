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

type Asked =
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
  const [asked, setAsked] = useState<Asked>(null);
  const latest = useRef(options);
  latest.current = options;
  const actions = useMemo<EditorActions>(
    () => ({
      editLink: (view) => view.editable && setAsked({ kind: 'link', view }),
      editLanguage: (view) => view.editable && setAsked({ kind: 'language', view }),
      openBlock: (block, request) => setAsked({ kind: 'block', block, request }),
      proposeFinding: () => latest.current.proposeFinding(),
      openFinding: (id) => latest.current.openFinding(id),
      comment: () => latest.current.comment(),
      openComment: (id) => latest.current.openComment(id),
      find: () => setFinds((before) => (before ?? 0) + 1),
      openHelp: () => setAsked({ kind: 'help' }),
      tell: (sentence) => toast.told('Some content was left out', { description: sentence }),
    }),
    [],
  );
  const close = () => setAsked(null);
  const { editor } = options;
  const BlockDialog = asked?.kind === 'block' ? blockDialogs[asked.block] : undefined;
  return {
    actions,
    findBar:
      finds !== null && editor ? (
        <FindBar editor={editor} opened={finds} onClose={() => setFinds(null)} />
      ) : null,
    dialogs: (
      <>
        {asked?.kind === 'link' ? <LinkDialog view={asked.view} onClose={close} /> : null}
        {asked?.kind === 'language' ? <LanguageDialog view={asked.view} onClose={close} /> : null}
        {asked?.kind === 'block' && BlockDialog && editor ? (
          <BlockDialog editor={editor} request={asked.request} onClose={close} />
        ) : null}
        {asked?.kind === 'help' ? <ShortcutsSheet onClose={close} /> : null}
      </>
    ),
  };
}
