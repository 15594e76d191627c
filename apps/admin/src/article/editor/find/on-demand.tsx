'use client';

import { type ComponentProps, lazy, Suspense } from 'react';

const Loaded = lazy(async () => ({ default: (await import('./find-bar.tsx')).FindBar }));

/** The bar to find words in the text, loaded once it is opened. */
export const FindBar = (props: ComponentProps<typeof Loaded>) => (
  <Suspense fallback={null}>
    <Loaded {...props} />
  </Suspense>
);
