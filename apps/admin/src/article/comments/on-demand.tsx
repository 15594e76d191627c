import { onDemand } from '../../ui/on-demand.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';

/** The comments panel, loaded once it is looked at. */
export const CommentsPanel = onDemand(
  async () => (await import('./comments-panel.tsx')).CommentsPanel,
  <Skeleton />,
);
