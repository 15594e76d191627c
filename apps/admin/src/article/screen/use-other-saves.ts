'use client';

import { useEffect, useRef } from 'react';
import { problemOf } from '../../data/problem.ts';
import { toast } from '../../ui/toast.ts';
import { OverlapError } from '../saving/merged-saves.ts';
import { type ArticleSession, useSavesElsewhere } from './use-article-session.ts';
import { useRestoredCopy } from './use-restored-copy.ts';

/**
 * Merges this screen's content with what others saved. What does not overlap is merged and
 * reported; where both changed the same words or field, it is a conflict.
 */
export function useOtherSaves(session: ArticleSession) {
  const restored = useRestoredCopy(session);
  const { conflict, bringTogether } = restored;
  const { autosave, data, id, status } = session;
  const latest = useRef(session);
  latest.current = session;

  // A write was refused because another editor saved since.
  useEffect(() => {
    if (status.kind !== 'stale' || conflict) return;
    const { error } = status;
    const who =
      error instanceof OverlapError
        ? error.who
        : problemOf(error).reasons.map(({ message }) => message);
    const { base, read } = latest.current;
    bringTogether('screen', base.current, read(), who).catch((error) =>
      toast.failed(error, 'What changed could not be read.'),
    );
  }, [status, conflict, bringTogether]);

  // Another editor saved while nothing here is unsaved: their save is shown.
  const theirSave = data.article.save;
  useEffect(() => {
    if (theirSave <= autosave.seen() || autosave.status().kind !== 'saved') return;
    const { base, read } = latest.current;
    const by = data.people[data.article.savedBy];
    void bringTogether('screen', base.current, read(), by ? [`${by} saved it.`] : []).catch(
      () => {},
    );
  }, [theirSave, autosave, bringTogether, data.people, data.article.savedBy]);

  useSavesElsewhere(id, (save) => {
    if (save > autosave.seen() && autosave.status().kind === 'saved') void latest.current.refresh();
  });

  return restored;
}
