'use client';

import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import { BubbleMenu } from '@tiptap/react/menus';
import { Bold, Italic, Link2, MessageSquare, Quote } from 'lucide-react';
import { Button } from '../../../ui/button.tsx';
import type { EditorActions } from '../editor-actions.ts';

/** What is most often done with selected words, beside them. */
export function SelectionMenu(props: {
  editor: Editor;
  actions: EditorActions;
  canPropose: boolean;
}) {
  const { editor, actions } = props;
  return (
    <BubbleMenu
      editor={editor}
      options={{ placement: 'top', offset: 8 }}
      shouldShow={({ state, view }) =>
        view.hasFocus() &&
        state.selection instanceof TextSelection &&
        !state.selection.empty &&
        state.doc.textBetween(state.selection.from, state.selection.to).trim() !== ''
      }
      className="popup z-30 flex items-center gap-0.5 p-1"
      role="toolbar"
      aria-label="Selected words"
    >
      {props.canPropose ? (
        <Button size="sm" variant="quiet" icon={Quote} onClick={actions.proposeFinding}>
          Propose a finding
        </Button>
      ) : null}
      <Button
        size="icon"
        variant="quiet"
        icon={MessageSquare}
        label="Comment"
        onClick={actions.comment}
      />
      {editor.isEditable ? (
        <>
          <Button
            size="icon"
            variant="quiet"
            icon={Bold}
            label="Strong"
            onClick={() => editor.chain().focus().toggleMark('strong').run()}
          />
          <Button
            size="icon"
            variant="quiet"
            icon={Italic}
            label="Emphasis"
            onClick={() => editor.chain().focus().toggleMark('emphasis').run()}
          />
          <Button
            size="icon"
            variant="quiet"
            icon={Link2}
            label="Link"
            onClick={() => actions.editLink(editor.view)}
          />
        </>
      ) : null}
    </BubbleMenu>
  );
}
