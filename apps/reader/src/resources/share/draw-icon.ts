import { loadSharp } from '@viewpoints/pictures/load-sharp';
import { serif } from './share-fonts.ts';
import { setText } from './text-block.ts';

/** The letter a journal is known by: the first of its name, past an English article. */
export function initialOf(name: string): string {
  const word = name.replace(/^(?:the|an?)\s+(?=\p{L})/iu, '');
  return (/[\p{L}\p{N}]/u.exec(word)?.[0] ?? '§').toLocaleUpperCase('en');
}

const accent = '#97281c';
const paper = '#fbf9f4';

/** The journal's icon as a PNG of `size` by `size`: its initial in its own type, on its rubric. */
export async function drawIcon(name: string, size: number): Promise<Buffer> {
  const sharp = await loadSharp();
  // Drawn large and made smaller: letters of a few pixels are smoother so.
  const large = 512;
  const letter = await setText(initialOf(name), 400, large, {
    ...{ families: serif, weight: 400, color: paper, language: 'en', leading: 1.2 },
    direction: 'ltr',
  });
  const input = await sharp(letter.png)
    .resize({ width: 368, height: 338, fit: 'inside', withoutEnlargement: true })
    .toBuffer();
  const whole = await sharp({
    create: { width: large, height: large, channels: 3, background: accent },
  })
    .composite([{ input, gravity: 'centre' }])
    .png()
    .toBuffer();
  return sharp(whole).resize(size, size).png({ palette: true, colours: 32 }).toBuffer();
}

/** PNGs in one `.ico`, which browsers request unprompted. */
export function packIcons(images: readonly { size: number; png: Buffer }[]): Buffer {
  const head = Buffer.alloc(6 + 16 * images.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(images.length, 4);
  let offset = head.length;
  images.forEach(({ size, png }, index) => {
    const at = 6 + 16 * index;
    head.writeUInt8(size % 256, at);
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(png.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += png.length;
  });
  return Buffer.concat([head, ...images.map(({ png }) => png)]);
}
