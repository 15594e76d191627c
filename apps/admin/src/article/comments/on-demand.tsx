'use client';

import { type ComponentProps, lazy, Suspense } from 'react';
import { Skeleton } from '../../ui/skeleton.tsx';

const Loaded = lazy(async () => ({
  default: (await import('./comments-panel.tsx')).CommentsPanel,
}));

/** The comments panel, loaded once it is looked at. */
export const CommentsPanel = (props: ComponentProps<typeof Loaded>) => (
  <Suspense fallback={<Skeleton />}>
    <Loaded {...props} />
  </Suspense>
);
