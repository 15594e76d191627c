'use client';

import { type ComponentProps, lazy, Suspense } from 'react';
import { SkeletonRows } from '../ui/skeleton.tsx';
import type { ImportWordDialog as Dialog } from './import-word-dialog.tsx';
import type { WordReportView as View } from './word-report-view.tsx';

/*
 * What only an import needs is loaded when there is one: most who open the list of articles, or an
 * article, bring nothing in.
 */

const Loaded = lazy(async () => ({
  default: (await import('./import-word-dialog.tsx')).ImportWordDialog,
}));
const LoadedView = lazy(async () => ({
  default: (await import('./word-report-view.tsx')).WordReportView,
}));

export const ImportWordDialog = (props: ComponentProps<typeof Dialog>) => (
  <Suspense fallback={null}>
    <Loaded {...props} />
  </Suspense>
);

export const WordReportView = (props: ComponentProps<typeof View>) => (
  <Suspense fallback={<SkeletonRows />}>
    <LoadedView {...props} />
  </Suspense>
);
