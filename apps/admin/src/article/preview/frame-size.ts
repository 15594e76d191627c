import type { PreviewShow } from './preview-options.ts';

/** The width of each kind of preview, in pixels of the page; paper is A4 at 96 to the inch. */
const widths: Record<PreviewShow, number> = { phone: 390, desk: 1280, print: 794, share: 1200 };

/** The height of a share image, which is not scrolled. */
const shareHeight = 630;

/** The size of a frame in pixels of its page, and by how much it is made smaller to fit. */
export function frameSize(show: PreviewShow, available: { width: number; height: number }) {
  const width = widths[show];
  const scale = available.width === 0 ? 1 : Math.min(1, available.width / width);
  const height = show === 'share' ? shareHeight : available.height / scale;
  return { width, height, scale };
}
