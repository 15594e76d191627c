'use client';

import { type ComponentProps, lazy, Suspense } from 'react';

const Loaded = lazy(async () => ({
  default: (await import('./preview-links-dialog.tsx')).PreviewLinksDialog,
}));

/** The links to previews of an article, loaded once somebody asks for them. */
export const PreviewLinksDialog = (props: ComponentProps<typeof Loaded>) => (
  <Suspense fallback={null}>
    <Loaded {...props} />
  </Suspense>
);
