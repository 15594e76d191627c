'use client';

import type { Editor } from '@tiptap/core';
import type { Finding, Quote } from '@viewpoints/domain/findings/finding';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Track } from './in-text/finding-track.ts';
import { change, NEW_FINDING, tracksKey } from './in-text/finding-tracks.ts';

/** A value computed from the tracks. Renders again only when that value changes, and not with each letter. */
function useOfTracks<Value>(
  editor: Editor | null,
  read: (tracks: readonly Track[]) => Value,
): Value {
  const now = () =>
    read((editor && !editor.isDestroyed && tracksKey.getState(editor.state)?.list) || none);
  return useSyncExternalStore(
    (listener) => {
      editor?.on('transaction', listener);
      return () => {
        editor?.off('transaction', listener);
      };
    },
    now,
    now,
  );
}

const none: readonly Track[] = [];

/** Where the quote of a finding is in the text now, and whether it stands. */
export const useTrack = (editor: Editor | null, id: string): Track | null =>
  useOfTracks(editor, (tracks) => tracks.find(({ finding }) => finding.id === id) ?? null);

/** The ids of findings whose quotes are not in the text as they were. */
export function useLostFindings(editor: Editor | null): ReadonlySet<string> {
  const ids = useOfTracks(editor, (tracks) =>
    tracks
      .filter(({ standing }) => standing !== 'stands')
      .map(({ finding }) => finding.id)
      .join(),
  );
  return useMemo(() => new Set(ids.split(',')), [ids]);
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
