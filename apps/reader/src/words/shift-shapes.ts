import type { ShiftKind } from '@viewpoints/domain/positions/shift-kind';

/**
 * A sign for how a position differs from the one before, as a path in a square of 16: down to the ground
 * where it gave way, up where it rose, round, level, or off the line.
 */
export const shiftShapes: Record<ShiftKind, string> = {
  softening: 'M3 3.5 12.5 13M12.5 6v7h-7',
  hardening: 'M3 12.5 12.5 3M5.5 3h7v7',
  reversal: 'M4 13h5.5a4 4 0 0 0 0-8H3M6.5 1.5 3 5l3.5 3.5',
  reaffirmation: 'M2.5 5.5h11M2.5 10.5h11',
  change: 'M2 9.5c2-4.5 4-4.5 6-1.5s4 3 6-1.5',
};
