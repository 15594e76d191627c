'use client';

import { articleSubject, can } from '@viewpoints/domain/accounts/permissions';
import { FolderInput } from 'lucide-react';
import { useState } from 'react';
import { MovePageDialog } from '../../journal-pages/on-demand.tsx';
import { nameOfPage } from '../../journal-pages/page-tree.ts';
import { usePageList } from '../../journal-pages/use-page-list.ts';
import { useSession } from '../../session/session-provider.tsx';
import { Button } from '../../ui/button.tsx';
import type { ArticleSession } from '../screen/use-article-session.ts';

/** What a page stands under. It is no part of its words: moving it takes effect at once. */
export function PlaceField({ session }: { session: ArticleSession }) {
  const { me } = useSession();
  const { article } = session.data;
  const [moving, setMoving] = useState(false);
  const parent = useParentName(article.parent);
  const isLive = article.liveRevisionId !== null;
  const may = can(me, isLive ? 'article.publish' : 'article.edit', articleSubject(article), me);
  return (
    <section data-field="parent" aria-label="Parent" className="grid gap-1">
      <p className="text-sm font-medium">Parent</p>
      <div className="flex items-center gap-2">
        <span className="min-w-0 flex-1 break-words" dir="auto">
          {parent}
        </span>
        <Button icon={FolderInput} decision={may} onClick={() => setMoving(true)}>
          Move…
        </Button>
      </div>
      <p className="text-sm text-ink-faint">
        {isLive ? 'Moving takes effect for readers at once.' : 'Moving takes effect at once.'}
      </p>
      {moving ? <MovePageDialog session={session} onClose={() => setMoving(false)} /> : null}
    </section>
  );
}

function useParentName(parent: ArticleSession['data']['article']['parent']): string {
  const pages = usePageList();
  if (parent === null) return 'None: at the root of the site';
  if (parent === 'about') return 'About';
  const found = pages.items.find(({ id }) => id === parent);
  if (found) return nameOfPage(found);
  return pages.isPending ? '…' : 'Hidden from you';
}
