'use client';

import { type ComponentProps, lazy, Suspense } from 'react';
import { Skeleton } from '../../../ui/skeleton.tsx';

const Loaded = lazy(async () => ({
  default: (await import('./quote-check-box.tsx')).QuoteCheckBox,
}));

/** The quote checks of a finding, loaded once one is looked at. */
export const QuoteCheckBox = (props: ComponentProps<typeof Loaded>) => (
  <Suspense fallback={<Skeleton />}>
    <Loaded {...props} />
  </Suspense>
);
