'use client';

import type { Editor } from '@tiptap/core';
import type { Finding } from '@viewpoints/domain/findings/finding';
import { useEffect, useSyncExternalStore } from 'react';
import { change, type Track, tracksKey } from './in-text/finding-tracks.ts';

const none: readonly Track[] = [];

/** Where each quote is in the text now, and whether it stands. */
export function useTracks(editor: Editor | null): readonly Track[] {
  return useSyncExternalStore(
    (listener) => {
      editor?.on('transaction', listener);
      return () => {
        editor?.off('transaction', listener);
      };
    },
    () => (editor && !editor.isDestroyed ? (tracksKey.getState(editor.state)?.list ?? none) : none),
    () => none,
  );
}

/** Shows findings, and the one that is open, in the text. */
export function useFindingsInText(
  editor: Editor | null,
  findings: readonly Finding[],
  active: string | null,
): void {
  useEffect(() => {
    if (!editor) return;
    const quoted = findings.flatMap(({ id, number, state, evidence: { quote } }) =>
      quote === null ? [] : [{ id, number, state, quote }],
    );
    change(editor.view, { findings: quoted });
  }, [editor, findings]);
  useEffect(() => {
    if (editor) change(editor.view, { active });
  }, [editor, active]);
}
