'use client';

import { type ArticleContent, articleContentOf } from '@viewpoints/domain/articles/article';
import { useCallback, useEffect, useRef, useState } from 'react';
import { problemOf } from '../../data/problem.ts';
import { toast } from '../../ui/toast.tsx';
import type { ArticleScreenData } from '../article-data.ts';
import { fieldNames, sameValue } from '../saving/content-of.ts';
import { abandonedCopies, releaseCopies } from '../saving/local-copies.ts';
import { differencesOf, type FieldDifference, mergeArticle } from '../saving/merge-article.ts';
import { type ArticleSession, useSavesElsewhere } from './use-article-session.ts';

/** Both have something the other lacks, in the same field: a person has to look. */
export type Conflict = {
  /** Whose is "mine": what is on this screen, or a copy that a closed page left. */
  from: 'screen' | 'copy';
  mine: ArticleContent;
  server: ArticleScreenData;
  differences: FieldDifference[];
  /** Who saved meanwhile, as the server says it. */
  who: string[];
};

/**
 * Brings together what this screen has and what others saved. What only one side changed is kept
 * by itself and told; what both changed is a conflict.
 */
export function useOtherSaves(session: ArticleSession) {
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const { autosave, data, id, status } = session;
  const latest = useRef(session);
  latest.current = session;

  const bringTogether = useCallback(
    async (from: Conflict['from'], base: ArticleContent, mine: ArticleContent, who: string[]) => {
      const { refresh, rebase } = latest.current;
      const server = await refresh();
      const theirs = articleContentOf(server.article);
      const differences = differencesOf(base, mine, theirs);
      if (differences.some((difference) => difference.conflict)) {
        setConflict({ from, mine, server, differences, who });
        return;
      }
      rebase(server, mergeArticle(mine, theirs, choicesOf(differences)));
      const taken = differences.filter(({ choice }) => choice === 'theirs');
      if (taken.length > 0) {
        toast.told(`Changes merged: ${listOf(taken)}`, {
          description: who.join(' ') || 'It was changed elsewhere. Nothing you wrote was touched.',
        });
      }
    },
    [],
  );

  // A write was refused because somebody saved since.
  useEffect(() => {
    if (status.kind !== 'stale' || conflict) return;
    const who = problemOf(status.error).reasons.map(({ message }) => message);
    const { base, read } = latest.current;
    bringTogether('screen', base.current, read(), who).catch((error) =>
      toast.failed(error, 'What changed could not be read.'),
    );
  }, [status, conflict, bringTogether]);

  // Somebody else's save was seen while nothing here waits to be saved: it is shown.
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

  // What a closed page could not save is brought back once, as soon as the text can be shown.
  const looked = useRef(false);
  const { editor } = session;
  useEffect(() => {
    if (!editor || looked.current) return;
    looked.current = true;
    void restoreCopy(id, latest.current, bringTogether);
  }, [editor, id, bringTogether]);

  const settle = (next: ArticleContent) => {
    if (conflict) session.rebase(conflict.server, next);
    setConflict(null);
  };
  return { conflict, settle };
}

async function restoreCopy(
  id: string,
  session: ArticleSession,
  bringTogether: (
    from: 'copy',
    base: ArticleContent,
    mine: ArticleContent,
    who: string[],
  ) => Promise<void>,
): Promise<void> {
  if (!session.data.permissions['article.edit'].ok) return;
  const { accountId } = session;
  const server = articleContentOf(session.data.article);
  const [copy, ...older] = await abandonedCopies(accountId, id, server.note);
  if (!copy) return;
  if (sameValue(copy.content, server)) {
    await releaseCopies(accountId, id, [copy.page]);
    return;
  }
  await bringTogether('copy', copy.base, copy.content, []);
  // The copy of this page takes the place of the old one before that goes.
  await session.autosave.keepNow();
  await releaseCopies(accountId, id, [copy.page]);
  const time = new Date(copy.at).toLocaleTimeString('en-GB', { timeStyle: 'short' });
  toast.told(`Restored what was written until ${time}`, {
    description: `It had not reached the server.${older.length > 0 ? ' Older copies are kept on this device.' : ''}`,
    action: { label: 'Discard it', onClick: () => session.rebase(session.data, server) },
  });
}

const choicesOf = (differences: readonly FieldDifference[]) =>
  new Map(differences.map(({ field, choice }) => [field, choice]));

const listOf = (differences: readonly FieldDifference[]) =>
  new Intl.ListFormat('en-GB').format(
    differences.map(({ field }) => fieldNames[field].toLowerCase()),
  );
