'use client';

import { documentVersion } from '@viewpoints/working-copy/document-version';
import { useMemo } from 'react';
import type { ArticleScreenData } from '../article-data.ts';
import { outdated } from '../saving/outdated.ts';
import { ArticleWorkspace } from './article-workspace.tsx';
import { useArticleSession } from './use-article-session.ts';
import { useOtherSaves } from './use-other-saves.ts';

/** The article without a live connection: saved as a whole, by calls. */
export function SavedArticle(props: { data: ArticleScreenData }) {
  const { data } = props;
  const isOutdated = data.documentVersion > documentVersion;
  const shown = useMemo(() => (isOutdated ? outdated(data) : data), [isOutdated, data]);
  const session = useArticleSession(shown);
  return <ArticleWorkspace session={session} restored={useOtherSaves(session)} />;
}
