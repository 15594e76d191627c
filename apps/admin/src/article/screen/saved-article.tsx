'use client';

import type { ArticleScreenData } from '../article-data.ts';
import { ArticleWorkspace } from './article-workspace.tsx';
import { useArticleSession } from './use-article-session.ts';
import { useOtherSaves } from './use-other-saves.ts';

/** The article without a live connection: saved as a whole, by calls. */
export function SavedArticle(props: { data: ArticleScreenData }) {
  const session = useArticleSession(props.data);
  const { conflict, resolve } = useOtherSaves(session);
  return <ArticleWorkspace session={session} conflict={conflict} onResolve={resolve} />;
}
