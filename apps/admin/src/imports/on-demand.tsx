import { dialogOnDemand, onDemand } from '../ui/on-demand.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';

/*
 * The screens of an import are loaded when there is one: most users who open the list of articles,
 * or an article, import nothing.
 */

export const ImportWordDialog = dialogOnDemand(
  async () => (await import('./import-word-dialog.tsx')).ImportWordDialog,
);

export const ImportDialog = dialogOnDemand(
  async () => (await import('./uploads/import-dialog.tsx')).ImportDialog,
);

export const WordReportView = onDemand(
  async () => (await import('./word-report-view.tsx')).WordReportView,
  <SkeletonRows />,
);
