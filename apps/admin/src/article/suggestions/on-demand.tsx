'use client';

import { type ComponentProps, lazy, Suspense } from 'react';
import { Skeleton } from '../../ui/skeleton.tsx';

const Loaded = lazy(async () => ({
  default: (await import('./suggestions-panel.tsx')).SuggestionsPanel,
}));

/** The suggestions panel, loaded once it is looked at. */
export const SuggestionsPanel = (props: ComponentProps<typeof Loaded>) => (
  <Suspense fallback={<Skeleton />}>
    <Loaded {...props} />
  </Suspense>
);
