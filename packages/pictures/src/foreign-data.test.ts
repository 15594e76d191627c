import type { PictureType } from '@viewpoints/domain/media/picture-type';
import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { findForeignData } from './foreign-data.ts';
import { markedFormats, markedPicture } from './testing/marked-picture.ts';

const typeOf = (format: string) => `image/${format.replace('moving ', '')}` as PictureType;

/** The blocks found in a picture with metadata in every place. */
const blocks: Record<(typeof markedFormats)[number], string[]> = {
  jpeg: ['APP13', 'COM', 'APP1', 'APP1', 'APP2', 'trailer'],
  png: ['tEXt', 'zTXt', 'iTXt', 'iCCP', 'eXIf', 'iTXt', 'trailer'],
  webp: ['ICCP', 'EXIF', 'XMP ', 'trailer'],
  avif: ['Exif', 'mime', 'colrrICC'],
  gif: ['comment', 'ICCRGBG1012', 'XMP DataXMP', 'trailer'],
  'moving webp': ['ICCP', 'EXIF', 'XMP ', 'trailer'],
  'moving gif': ['comment', 'ICCRGBG1012', 'XMP DataXMP', 'trailer'],
};

describe('metadata of a picture', () => {
  it.each(markedFormats)('in %s is found, block by block', async (format) => {
    const sent = await markedPicture(format, 'Quillfeather');
    const found = findForeignData(sent, typeOf(format));
    expect(found.toSorted()).toEqual(expect.arrayContaining(blocks[format].toSorted()));
  });

  it.each(['jpeg', 'png', 'webp', 'avif', 'gif'] as const)(
    'in a plain %s is nothing',
    async (format) => {
      for (const channels of [3, 4] as const) {
        const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
        const picture = sharp({
          create: { width: 70, height: 50, channels, noise, background: '#888' },
        });
        for (const progressive of [false, true]) {
          const options = format === 'jpeg' || format === 'png' ? { progressive } : {};
          const bytes = await picture.clone().toFormat(format, options).toBuffer();
          expect(findForeignData(bytes, `image/${format}`)).toEqual([]);
        }
      }
    },
  );

  it('is found in whatever is cut off, and no bytes bring the search down', async () => {
    for (const format of ['jpeg', 'png', 'gif', 'webp', 'avif'] as const) {
      const whole = await sharp({
        create: { width: 9, height: 9, channels: 3, background: '#888' },
      })
        .toFormat(format)
        .toBuffer();
      for (const part of [0.3, 0.6, 0.9])
        expect(
          findForeignData(whole.subarray(0, whole.length * part), `image/${format}`),
        ).not.toEqual([]);
      fc.assert(
        fc.property(fc.uint8Array({ maxLength: 300 }), (noise) => {
          const bytes = Buffer.concat([whole.subarray(0, 40), noise]);
          expect(Array.isArray(findForeignData(bytes, `image/${format}`))).toBe(true);
        }),
      );
    }
  });
});
