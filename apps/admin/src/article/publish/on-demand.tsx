import { onDemand } from '../../ui/on-demand.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';

/** The publish panel, loaded once it is looked at. */
export const PublishPanel = onDemand(
  async () => (await import('./publish-panel.tsx')).PublishPanel,
  <SkeletonRows />,
);
