'use client';

import type { Editor } from '@tiptap/core';
import {
  countWords,
  type DocumentText,
  readingMinutes,
} from '@viewpoints/domain/document/document-text';
import { useEffect, useState } from 'react';
import { editorText } from '../findings/in-text/text-positions.ts';

const REST = 300;

/** The plain text of the editor, read again when typing rests; null before there is an editor. */
export function useEditorText(editor: Editor | null): DocumentText | null {
  const [text, setText] = useState<DocumentText | null>(null);
  useEffect(() => {
    if (!editor) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const readNow = () => setText(editorText(editor.state.doc));
    const readSoon = () => {
      clearTimeout(timer);
      timer = setTimeout(readNow, REST);
    };
    readNow();
    editor.on('update', readSoon);
    return () => {
      clearTimeout(timer);
      editor.off('update', readSoon);
    };
  }, [editor]);
  return text;
}

/** "1,204 words · 5 min" */
export function lengthInWords(text: DocumentText): string {
  const words = countWords(text.text);
  return `${words.toLocaleString('en-GB')} ${words === 1 ? 'word' : 'words'} · ${readingMinutes(words)} min`;
}
