'use client';

import { ArticleContent, articleContentOf } from '@viewpoints/domain/articles/article';
import { useCallback, useEffect, useRef, useState } from 'react';
import { toast } from '../../ui/toast.ts';
import type { ArticleScreenData } from '../article-data.ts';
import { type ArticleField, differingFields, sameValue } from '../saving/content-of.ts';
import {
  type HeldCopy,
  isNewer,
  isOlder,
  type WhyHeld,
  wordsOfContent,
} from '../saving/held-copies.ts';
import {
  abandonedCopies,
  copyName,
  type LocalCopy,
  releaseCopies,
} from '../saving/local-copies.ts';
import type { ArticleSession } from './use-article-session.ts';

/** Both changed the same words, or the same field: a person has to look. */
export type Conflict = {
  /** The side called "mine": this screen's content, or a copy that a closed page left. */
  from: 'screen' | 'copy';
  server: ArticleScreenData;
  overlaps: ArticleField[];
  /** Both together: with what the server has where they overlap, and with mine. */
  theirs: ArticleContent;
  mine: ArticleContent;
  /** Who saved meanwhile, as the server says it. */
  who: string[];
};

type BringTogether = (
  from: Conflict['from'],
  base: ArticleContent,
  mine: ArticleContent,
  who: string[],
) => Promise<void>;

export type RestoredCopy = {
  conflict: Conflict | null;
  resolve: (next: ArticleContent) => void;
  bringTogether: BringTogether;
  /** What closed pages left and the article cannot have. */
  held: readonly HeldCopy[];
  /** Shows a held copy no longer. */
  forget: (copy: HeldCopy) => void;
};

/** Restores what a closed page could not save, once, as soon as the text can be shown. */
export function useRestoredCopy(session: ArticleSession): RestoredCopy {
  const [held, setHeld] = useState<readonly HeldCopy[]>([]);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const { id } = session;
  const latest = useRef(session);
  latest.current = session;

  const bringTogether = useCallback<BringTogether>(async (from, base, mine, who) => {
    const { refresh, rebase, live, read } = latest.current;
    const { mergeContent } = await import('@viewpoints/domain/articles/merge-content');
    const { showMergedNotice } = await import('../saving/merged-saves.ts');
    const server = await refresh();
    const saved = live === null ? articleContentOf(server.article) : read();
    const { content, overlaps } = mergeContent(base, mine, saved);
    if (overlaps.length > 0) {
      const own = mergeContent(base, mine, saved, 'mine').content;
      setConflict({ from, server, overlaps, theirs: content, mine: own, who });
      return;
    }
    rebase(server, content);
    showMergedNotice(differingFields(mine, content), who);
  }, []);

  const looked = useRef(false);
  const { editor } = session;
  useEffect(() => {
    if (!editor || looked.current) return;
    looked.current = true;
    void restoreCopy(id, latest.current, bringTogether).then(setHeld);
  }, [editor, id, bringTogether]);

  const resolve = (next: ArticleContent) => {
    if (conflict) session.rebase(conflict.server, next);
    setConflict(null);
  };
  const forget = (copy: HeldCopy) => setHeld((all) => all.filter((each) => each !== copy));
  return { conflict, resolve, bringTogether, held, forget };
}

/** Restores the newest copy that the article can have, and returns those that it cannot. */
async function restoreCopy(
  id: string,
  session: ArticleSession,
  bringTogether: BringTogether,
): Promise<readonly HeldCopy[]> {
  if (!session.data.permissions['article.edit'].ok) return [];
  const { accountId } = session;
  const server = articleContentOf(session.data.article);
  const held = [...(session.live?.held ?? [])];
  const fitting: LocalCopy[] = [];
  for (const kept of await abandonedCopies(accountId, id, server.note)) {
    const tried = tryCopy(kept);
    if (typeof tried === 'string') {
      const words = wordsOfContent(kept.base, kept.content);
      held.push({ name: copyName(kept), why: tried, words });
    } else fitting.push(tried);
  }
  const [copy, ...older] = fitting;
  if (!copy) return held;
  if (sameValue(copy.content, server)) {
    await releaseCopies(accountId, id, [copy.page]);
    return held;
  }
  await bringTogether('copy', copy.base, copy.content, []);
  // The copy of this page is stored before the old one is removed.
  await session.autosave.keepNow();
  await releaseCopies(accountId, id, [copy.page]);
  const time = new Date(copy.at).toLocaleTimeString('en-GB', { timeStyle: 'short' });
  toast.info(`Restored what was written until ${time}`, {
    description: `It had not reached the server.${older.length > 0 ? ' Older copies are kept on this device.' : ''}`,
    action: { label: 'Discard it', onClick: () => session.rebase(session.data, server) },
  });
  return held;
}

/** A copy as this page's schema reads it; or why the article cannot have it. */
function tryCopy(copy: LocalCopy): LocalCopy | WhyHeld {
  if (isNewer(copy)) return 'newer';
  if (!isOlder(copy)) return copy;
  const base = ArticleContent.safeParse(copy.base);
  const content = ArticleContent.safeParse(copy.content);
  if (!base.success || !content.success) return 'refused';
  return { ...copy, base: base.data, content: content.data };
}
