'use client';

import type { Editor } from '@tiptap/core';
import type { Finding, Quote } from '@viewpoints/domain/findings/finding';
import { useEffect, useSyncExternalStore } from 'react';
import type { Track } from './in-text/finding-track.ts';
import { change, NEW_FINDING, tracksKey } from './in-text/finding-tracks.ts';

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

/** Shows findings, the one that is begun and the one that is open, in the text. */
export function useFindingsInText(
  editor: Editor | null,
  findings: readonly Finding[],
  begun: Quote | null,
  active: string | null,
): void {
  useEffect(() => {
    if (!editor) return;
    const quoted = findings.flatMap(({ id, number, state, evidence: { quote } }) =>
      quote === null ? [] : [{ id, number, state, quote }],
    );
    const news = begun && {
      id: NEW_FINDING,
      number: null,
      state: 'proposed' as const,
      quote: begun,
    };
    change(editor.view, { findings: news ? [...quoted, news] : quoted });
  }, [editor, findings, begun]);
  useEffect(() => {
    if (editor) change(editor.view, { active });
  }, [editor, active]);
}
