import { onDemand } from '../../../ui/on-demand.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';

/** Fields that two people changed at once, loaded where there are any. */
export const FieldConflicts = onDemand(
  async () => (await import('./field-conflicts.tsx')).FieldConflicts,
  <Skeleton />,
);
