import { onDemand } from '../../ui/on-demand.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';

/** The suggestions panel, loaded once it is looked at. */
export const SuggestionsPanel = onDemand(
  async () => (await import('./suggestions-panel.tsx')).SuggestionsPanel,
  <Skeleton />,
);
