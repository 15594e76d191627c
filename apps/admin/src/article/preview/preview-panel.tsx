'use client';

import { lazy, Suspense } from 'react';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import type { ArticleScreenData } from '../article-data.ts';

const Loaded = lazy(async () => ({ default: (await import('./preview-view.tsx')).PreviewView }));

/** The preview in the panel beside the text; loaded once somebody opens it. */
export const PreviewPanel = (props: { data: ArticleScreenData }) => (
  <Suspense fallback={<SkeletonRows />}>
    <Loaded data={props.data} place="panel" />
  </Suspense>
);
