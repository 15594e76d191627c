'use client';

import type { Direction } from '@viewpoints/domain/values';
import './editor.css';
import type { AnyExtension, Editor, JSONContent } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { EditorContent, useEditor } from '@tiptap/react';
import type { Document } from '@viewpoints/domain/document/document';

import { memo, type ReactNode, useEffect, useMemo, useRef } from 'react';
import { toast } from '../../ui/toast.ts';

import { commentsInText } from '../comments/in-text/comments-in-text.ts';
import { findingsInText } from '../findings/in-text/finding-navigation.ts';
import { suggesting } from '../suggestions/in-text/suggesting.ts';
import { articleExtensions } from './article-extensions.ts';
import type { EditorActions } from './editor-actions.ts';
import { ArticleMenu } from './menus/article-menu.tsx';
import { SelectionMenu } from './menus/selection-menu.tsx';
import { SlashMenu } from './menus/slash-menu.tsx';
import { EditorToolbar } from './toolbar/editor-toolbar.tsx';

/**
 * The body of an article, edited as the document it is stored as. Memoised, since the screen around it
 * renders with every change of the save status.
 */
export const ArticleEditor = memo(function ArticleEditor(props: {
  label: string;
  /** Taken once; later documents come through `setDocument`, or from everybody who writes. */
  initial: Document;
  /** Whether the text comes from a shared document. */
  shared: boolean;
  /** Undoes changes: where people write together, only one's own. */
  history: AnyExtension;
  language: string;
  direction: Direction;
  editable: boolean;
  canPropose: boolean;
  /** Who writes here. */
  accountId: string;
  actions: EditorActions;
  /** Under the toolbar, while the user searches the text. */
  findBar: ReactNode;
  onEditor: (editor: Editor | null) => void;
  /** The text has changed; read it when it is needed. */
  onChange: () => void;
}) {
  const latest = useRef(props);
  latest.current = props;
  const extensions = useMemo(
    () => [
      ...articleExtensions(props.actions, () => latest.current.language, props.history),
      findingsInText(props.actions),
      commentsInText(props.actions),
      suggesting({ by: props.accountId, onRefused: cannotSuggest }),
    ],
    [props.actions, props.history, props.accountId],
  );
  const editor = useEditor({
    extensions,
    // A shared text comes from its document.
    ...(props.shared ? {} : { content: props.initial as JSONContent }),
    editable: props.editable,
    immediatelyRender: false,
    shouldRerenderOnTransaction: false,
    // The styles are in editor.css: the content security policy allows no injected ones.
    injectCSS: false,
    editorProps: {
      attributes: () => ({
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': latest.current.label,
        'aria-readonly': String(!latest.current.editable),
        lang: latest.current.language,
        dir: latest.current.direction,
        spellcheck: 'true',
        class: 'article-text',
        id: 'article-body',
        tabindex: '0',
      }),
      handleDOMEvents: { mousedown: beginAtPress },
      // The cursor stays clear of the bars above it and of the window's end.
      scrollThreshold: { top: 120, bottom: 96, left: 0, right: 0 },
      scrollMargin: { top: 120, bottom: 96, left: 0, right: 0 },
    },
    onUpdate: ({ transaction }) => {
      if (!transaction.getMeta('fromServer')) latest.current.onChange();
    },
  });

  const { onEditor } = props;
  useEffect(() => {
    onEditor(editor);
    return () => onEditor(null);
  }, [editor, onEditor]);

  useEffect(() => {
    editor?.setEditable(props.editable, false);
  }, [editor, props.editable]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the view reads its attributes again.
  useEffect(() => {
    editor?.view.setProps({});
  }, [editor, props.language, props.direction, props.editable]);

  return (
    <div className="article-editor">
      {editor && props.editable ? (
        <div className="sticky top-(--article-bar-height,0px) z-20 -mx-1 mb-3 border-b border-line bg-surface px-1">
          <EditorToolbar editor={editor} actions={props.actions} />
          {props.findBar}
        </div>
      ) : null}
      <div className="relative">
        <EditorContent editor={editor} />
      </div>
      {editor ? (
        <>
          <SelectionMenu editor={editor} actions={props.actions} canPropose={props.canPropose} />
          {props.editable ? (
            <>
              <SlashMenu editor={editor} actions={props.actions} />
              <ArticleMenu editor={editor} />
            </>
          ) : null}
        </>
      ) : null}
    </div>
  );
});

const cannotSuggest = () =>
  toast.info('This cannot be suggested.', {
    description:
      'Words, formats, lists, rows and whole blocks can. Switch to Editing for the rest.',
  });

/**
 * A press that focuses the editor sets the cursor first. After a short press the editor would
 * otherwise show its former selection, at the beginning, before it reads the new one.
 */
function beginAtPress(view: EditorView, event: MouseEvent): false {
  if (view.hasFocus() || event.button !== 0 || event.shiftKey) return false;
  const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
  if (!at) return false;
  const { doc, tr } = view.state;
  view.dispatch(tr.setSelection(TextSelection.near(doc.resolve(at.pos))));
  return false;
}
