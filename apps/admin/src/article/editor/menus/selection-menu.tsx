'use client';

import type { Editor } from '@tiptap/core';
import { Bold, Italic, Link2, MessageSquare, Quote } from 'lucide-react';
import { useRef } from 'react';
import { Button } from '../../../ui/button.tsx';
import type { EditorActions } from '../editor-actions.ts';
import { useSelectedWords } from './use-selected-words.ts';

/** A toolbar above selected words, with the most frequent formats and actions. */
export function SelectionMenu(props: {
  editor: Editor;
  actions: EditorActions;
  canPropose: boolean;
}) {
  const { editor, actions } = props;
  const menu = useRef<HTMLDivElement>(null);
  const { isShown, onBlur } = useSelectedWords(editor, menu);
  if (!isShown) return null;
  return (
    <div
      ref={menu}
      role="toolbar"
      aria-label="Selected words"
      tabIndex={-1}
      onBlur={onBlur}
      className="popup invisible fixed z-30 flex items-center gap-0.5 p-1"
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
    </div>
  );
}
