import type { Register, Stance } from '../findings/finding-fields.ts';
import type { ShiftKind } from './shift-kind.ts';

/** The words for how a position differs from the one before. */
export const shiftLabels: Record<ShiftKind, string> = {
  reaffirmation: 'Reaffirmed',
  softening: 'Softened',
  hardening: 'Hardened',
  reversal: 'Reversed',
  change: 'Changed',
};

/** The same for a finding: silence that goes on is not affirmed. */
export const shiftLabel = (kind: ShiftKind, stance: Stance): string =>
  kind === 'reaffirmation' && stance === 'silent' ? 'Still silent' : shiftLabels[kind];

/** What each word means, for readers. */
export const shiftMeanings: Record<ShiftKind, string> = {
  reaffirmation: 'The same stance on the same conditions.',
  softening: 'Nearer to agreement: fewer conditions, or a no that became talk or terms.',
  hardening: 'Further from agreement: more conditions, or terms that became a no.',
  reversal: 'From no to yes without conditions, or from yes to no.',
  change: 'Different in a way that is neither nearer nor further.',
};

/** The lanes of a timeline, in their order. */
export const laneLabels: Record<Register, string> = {
  public: 'In public',
  private: 'In private',
  unknown: 'Setting not known',
};
