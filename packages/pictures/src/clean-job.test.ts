import { type PictureType, sniffType } from '@viewpoints/domain/media/picture-type';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { type Cleaned, cleanPicture } from './clean-job.ts';
import { findForeignData } from './foreign-data.ts';
import { maxPixels, maxSide } from './picture-cleaner.ts';
import { findMarker } from './testing/find-marker.ts';
import { markedFormats, markedPicture, shown } from './testing/marked-picture.ts';

const marker = 'Quillfeather';
const limits = { maxPixels, maxSide, damaged: false };
const typeOf = (bytes: Buffer): PictureType => sniffType(bytes) ?? expect.fail('no picture');

async function cleaned(bytes: Buffer, more: object = {}): Promise<Cleaned> {
  return cleanPicture({ bytes, type: typeOf(bytes), ...limits, ...more });
}

async function kept(bytes: Buffer): Promise<Buffer> {
  const result = await cleaned(bytes);
  return result.ok ? Buffer.from(result.bytes) : expect.fail(result.why);
}

/** The colour in the middle of each frame, as it is shown without a profile. */
async function coloursOf(bytes: Buffer): Promise<number[][]> {
  const { data, info } = await sharp(bytes, { animated: true, ignoreIcc: true })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const height = info.pageHeight ?? info.height;
  return Array.from({ length: info.height / height }, (_, frame) => {
    const at = ((frame * height + height / 2) * info.width + info.width / 2) * info.channels;
    return [...data.subarray(at, at + 3)];
  });
}

const isShown = (colour: number[] = []) => {
  const far = Object.values(shown).map((value, index) => Math.abs(value - (colour[index] ?? 999)));
  return Math.max(...far) <= 4;
};

describe.each(markedFormats)('a picture in %s', (format) => {
  it('drops all metadata, in any form', async () => {
    const sent = await markedPicture(format, marker);
    expect(findMarker(sent, marker)).toContain('raw');
    // GIF cuts a profile into blocks, inside of which the text may be cut too.
    if (!format.includes('gif')) expect(findMarker(sent, marker).join()).toMatch(/UTF-16BE/);
    expect(findForeignData(sent, typeOf(sent))).not.toEqual([]);
    const bytes = await kept(sent);
    expect(typeOf(bytes)).toBe(typeOf(sent));
    expect(findMarker(bytes, marker)).toEqual([]);
    expect(findForeignData(bytes, typeOf(bytes))).toEqual([]);
    const { icc, exif, xmp, iptc } = await sharp(bytes).metadata();
    expect([icc, exif, xmp, iptc]).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('looks as it looked, to who knows of no profile', async () => {
    const sent = await markedPicture(format, marker);
    const before = await coloursOf(sent);
    const after = await coloursOf(await kept(sent));
    expect(after).toHaveLength(before.length);
    // GIF knows of no profile; in the others, the numbers were those of Display P3.
    expect(isShown(before[0])).toBe(format.includes('gif'));
    expect(isShown(after[0])).toBe(true);
  });
});

describe('a picture', () => {
  const plain = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: '#888' } });

  it('that is grey with a profile, or of four inks, is in sRGB', async () => {
    const grey = await plain(8, 8).toColourspace('b-w').withIccProfile('p3').png().toBuffer();
    const inks = await plain(8, 8).toColourspace('cmyk').jpeg().toBuffer();
    expect((await sharp(inks).metadata()).space).toBe('cmyk');
    for (const sent of [grey, inks]) {
      const { space, icc } = await sharp(await kept(sent)).metadata();
      expect([space === 'srgb' || space === 'b-w', icc]).toEqual([true, undefined]);
    }
  });

  it('is turned as its orientation says', async () => {
    const sent = await plain(6, 4).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect(await cleaned(sent)).toMatchObject({ ok: true, width: 4, height: 6 });
  });

  it.each([
    ['one side', 16_001, 1, 'too_wide'],
    ['the other', 1, 16_001, 'too_wide'],
    ['its area', 7_100, 7_100, 'too_many_pixels'],
  ])('too large by %s is refused by its head', async (_, width, height, why) => {
    const sent = await plain(width, height).png().toBuffer();
    // Nothing behind its head, so that whatever decodes it fails.
    const result = await cleaned(sent.subarray(0, 80));
    expect(result).toEqual({ ok: false, why, width, height, frames: 1 });
  });

  it('too large by all its frames together is refused', async () => {
    const frames = await Promise.all(
      [0, 120, 240].map((g) => plain(90, 90).tint({ r: g, g: 9, b: 9 }).png().toBuffer()),
    );
    const sent = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer();
    expect(await cleaned(sent, { maxPixels: 20_000 })).toMatchObject({
      why: 'too_many_pixels',
      frames: 3,
    });
    expect(await cleaned(sent, { maxPixels: 25_000 })).toMatchObject({
      ok: true,
      width: 90,
      height: 90,
    });
  });

  it('that is cut off is none; if damage is accepted, the rest is stored', async () => {
    const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const;
    const whole = await sharp({
      create: { width: 64, height: 64, channels: 3, noise, background: '#888' },
    })
      .jpeg()
      .toBuffer();
    const half = whole.subarray(0, whole.length / 2);
    expect(await cleaned(half)).toEqual({ ok: false, why: 'unreadable' });
    expect(await cleaned(half, { damaged: true })).toMatchObject({
      ok: true,
      width: 64,
      height: 64,
    });
  });
});
