import { dialogOnDemand, onDemand } from '../../../ui/on-demand.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';

/** A finding with its fields, loaded once one is opened. */
export const FindingDetail = onDemand(
  async () => (await import('./finding-detail.tsx')).FindingDetail,
  <SkeletonRows />,
);

/** The form of a new finding, loaded once one is begun. */
export const NewFinding = onDemand(
  async () => (await import('./new-finding.tsx')).NewFinding,
  <SkeletonRows />,
);

/** The dialog that changes several findings at once, loaded once it is opened. */
export const ChangeSeveralDialog = dialogOnDemand(
  async () => (await import('../several/change-several-dialog.tsx')).ChangeSeveralDialog,
);
