import { onDemand } from '../../ui/on-demand.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';

/** The revisions panel, loaded once it is looked at. */
export const RevisionsPanel = onDemand(
  async () => (await import('./revisions-panel.tsx')).RevisionsPanel,
  <SkeletonRows />,
);
