import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { drawIcon, initialOf, packIcons } from './draw-icon.ts';

describe('the icon of a journal', () => {
  it.each([
    ['The Meridian Review', 'M'],
    ['A', 'A'],
    ['Théâtre', 'T'],
    ['«Ødegård»', 'Ø'],
    ['چراغ', 'چ'],
    ['!', '§'],
  ])('given %s, then %s', (name, letter) => {
    expect(initialOf(name)).toBe(letter);
  });

  it('is a letter in the middle of a square, in any size', async () => {
    const png = await drawIcon('چراغ', 48);
    const { data, info } = await sharp(png).greyscale().raw().toBuffer({ resolveWithObject: true });
    expect([info.width, info.height]).toEqual([48, 48]);
    const light = [...data].flatMap((value, index) => (value > 160 ? [index % 48] : []));
    expect(light.length).toBeGreaterThan(60);
    expect(Math.min(...light) + Math.max(...light)).toBeCloseTo(47, -0.5);
  });

  it('packs several sizes into one file, each where the directory says', async () => {
    const sizes = [16, 32];
    const images = await Promise.all(
      sizes.map(async (size) => ({ size, png: await drawIcon('Lamp', size) })),
    );
    const ico = packIcons(images);
    for (const [index, size] of sizes.entries()) {
      const [length, offset] = [
        ico.readUInt32LE(14 + 16 * index),
        ico.readUInt32LE(18 + 16 * index),
      ];
      const { width } = await sharp(ico.subarray(offset, offset + length)).metadata();
      expect(width).toBe(size);
    }
  });
});
