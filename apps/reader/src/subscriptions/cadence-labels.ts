import type { Cadence } from '@viewpoints/domain/subscriptions/subject';

/** How often, in readers' words. */
export const cadenceLabels: Record<Cadence, string> = {
  at_once: 'At once',
  daily: 'Daily',
  weekly: 'Weekly',
};
