import { loadSharp } from '@viewpoints/pictures/load-sharp';
import { loadShareFonts } from '../share/share-fonts.ts';

/** Two pixels a point, so that it is sharp on a slide. */
const DENSITY = 144;

/** An SVG of our own as a PNG, set in the site's type. */
export async function drawingAsPng(svg: string): Promise<Buffer> {
  const sharp = await loadSharp();
  await loadShareFonts();
  return sharp(Buffer.from(svg), { density: DENSITY })
    .png({ palette: true, colours: 64, effort: 4 })
    .toBuffer();
}
