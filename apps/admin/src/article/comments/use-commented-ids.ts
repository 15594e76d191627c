'use client';

import type { Editor } from '@tiptap/core';
import { useRef, useSyncExternalStore } from 'react';
import { commentRanges } from './in-text/comment-tracks.ts';
import type { CommentThread } from './use-comments.ts';

/**
 * Returns whether the words of a thread are gone. Threads whose words this text has had are searched
 * for in it; for others the server's answer counts, since their marks may not have arrived yet.
 */
export function useWordsGone(editor: Editor | null): (thread: CommentThread) => boolean {
  const seen = useRef(new Set<string>());
  const ids = useSyncExternalStore(
    (listener) => {
      editor?.on('update', listener);
      return () => {
        editor?.off('update', listener);
      };
    },
    () => (editor && !editor.isDestroyed ? [...commentRanges(editor.state.doc).keys()].join() : ''),
    () => '',
  );
  const here = new Set(ids.split(',').filter(Boolean));
  for (const id of here) seen.current.add(id);
  return ({ id, on }) => {
    if (on.kind !== 'words') return false;
    return seen.current.has(id) ? !here.has(id) : on.words === null;
  };
}
