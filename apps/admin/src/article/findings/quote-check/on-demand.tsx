import { onDemand } from '../../../ui/on-demand.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';

/** The quote checks of a finding, loaded once one is looked at. */
export const QuoteCheckBox = onDemand(
  async () => (await import('./quote-check-box.tsx')).QuoteCheckBox,
  <Skeleton />,
);
