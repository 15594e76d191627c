import type { CorrectionView } from './correction-view.ts';

/** How readers are told what kind of correction it is. */
export const severityLabels: Record<NonNullable<CorrectionView['severity']>, string> = {
  clarification: 'Clarification',
  correction: 'Correction',
  major_correction: 'Major correction',
};
