import { dialogOnDemand, onDemand } from '../ui/on-demand.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';

/*
 * What only an import needs is loaded when there is one: most who open the list of articles, or an
 * article, bring nothing in.
 */

export const ImportWordDialog = dialogOnDemand(
  async () => (await import('./import-word-dialog.tsx')).ImportWordDialog,
);

export const WordReportView = onDemand(
  async () => (await import('./word-report-view.tsx')).WordReportView,
  <SkeletonRows />,
);
