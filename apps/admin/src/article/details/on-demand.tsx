import { onDemand } from '../../ui/on-demand.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';

/** The details panel, loaded once it is looked at. */
export const DetailsPanel = onDemand(
  async () => (await import('./details-panel.tsx')).DetailsPanel,
  <SkeletonRows />,
);
