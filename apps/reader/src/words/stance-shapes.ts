import type { Stance } from '@viewpoints/domain/findings/finding-fields';

/** One stroke or area of a seal, as a path in a square of 16; `draw` says with what. */
export type SealShape = { d: string; draw: 'line' | 'filled' | 'cut' | 'dotted' };

const ring = (radius: number) =>
  `M8 ${8 - radius}a${radius} ${radius} 0 1 0 0 ${2 * radius}a${radius} ${radius} 0 1 0 0 ${-2 * radius}Z`;
const outline: SealShape = { d: ring(6.25), draw: 'line' };
const disc: SealShape = { d: ring(6.5), draw: 'filled' };

/**
 * A small seal for each stance, so that a column of findings can be read at a glance: the fuller
 * the circle, the nearer to yes; a bar says no; a square sets terms; a triangle warns.
 */
export const stanceShapes: Record<Stance, readonly SealShape[]> = {
  supports: [disc],
  pledges: [disc, { d: 'M5 8.2 7.2 10.4 11.2 6', draw: 'cut' }],
  accepts_if: [outline, { d: 'M8 1.5a6.5 6.5 0 0 0 0 13Z', draw: 'filled' }],
  open_to: [outline, { d: 'M8 8V1.5a6.5 6.5 0 0 1 6.5 6.5Z', draw: 'filled' }],
  proposes: [outline, { d: ring(2.5), draw: 'filled' }],
  requires: [{ d: 'M2 2h12v12H2Z', draw: 'filled' }],
  rejects: [outline, { d: 'M3.6 12.4 12.4 3.6', draw: 'line' }],
  refuses: [disc, { d: 'M4.5 8h7', draw: 'cut' }],
  warns: [{ d: 'M8 2 14.5 13.5h-13Z', draw: 'line' }],
  regrets: [outline, { d: 'M5 10.5a4 4 0 0 1 6 0', draw: 'line' }],
  asserts: [outline],
  silent: [{ d: ring(6.25), draw: 'dotted' }],
};
