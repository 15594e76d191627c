import { edtfBounds } from '@viewpoints/domain/text/edtf';

const day = (instant: string) =>
  new Date(instant).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });

/** "1 Jan 2012 – 31 Dec 2012" for "2012"; null for what is not EDTF. */
export function boundsInWords(edtf: string): string | null {
  const bounds = edtfBounds(edtf);
  if (bounds === null) return null;
  const { from, to } = bounds;
  if (from === null && to === null) return 'At any time';
  if (from === null) return `Until ${day(to ?? '')}`;
  if (to === null) return `From ${day(from)}`;
  return day(from) === day(to) ? day(from) : `${day(from)} – ${day(to)}`;
}
