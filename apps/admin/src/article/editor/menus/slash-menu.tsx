'use client';

import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { matchingBlocks } from '../block-commands.ts';
import type { EditorActions } from '../editor-actions.ts';
import { TextMenu } from './text-menu.tsx';
import { slashQuery } from './typed-queries.ts';

/** Blocks by name, where a slash was typed. */
export function SlashMenu({ editor, actions }: { editor: Editor; actions: EditorActions }) {
  const typed = useEditorState({ editor, selector: ({ editor }) => slashQuery(editor.state) });
  return (
    <TextMenu
      editor={editor}
      label="Blocks"
      typed={typed}
      items={typed ? matchingBlocks(typed.query) : []}
      onPick={(block, { from, to }) => {
        editor.chain().focus().deleteRange({ from, to }).run();
        block.run(editor, actions);
      }}
    />
  );
}
