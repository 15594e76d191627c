import { deflateSync } from 'node:zlib';
import { type PictureType, sniffType } from '@viewpoints/domain/media/picture-type';
import { removedInWords } from '@viewpoints/domain/media/removed-data';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { cleanPicture } from '../clean-job.ts';
import { chunk, markedFormats, markedPicture } from '../testing/marked-picture.ts';
import { kindsInExif } from './exif.ts';
import { readableWords } from './readable-words.ts';

const marker = 'Quillfeather';

async function metadataOf(bytes: Buffer) {
  const type: PictureType = sniffType(bytes) ?? expect.fail('no picture');
  const limits = { maxPixels: 1e6, maxSide: 1e4, damaged: false };
  const result = await cleanPicture({ bytes, type, ...limits });
  return result.ok ? result.metadata : expect.fail(result.why);
}
const plain = () => sharp({ create: { width: 6, height: 4, channels: 3, background: '#888' } });

describe('what a picture says besides the picture', () => {
  it.each(markedFormats)('in %s has the words that were written into it', async (format) => {
    const { removed, words } = await metadataOf(await markedPicture(format, marker));
    expect(words).toContain(marker);
    if (!format.includes('gif'))
      expect(removed).toEqual(expect.arrayContaining(['people', 'profile']));
  });

  it.each(['jpeg', 'png', 'webp', 'avif', 'gif'] as const)(
    'is nothing in a plain %s',
    async (format) => {
      const bytes = await plain().toFormat(format).toBuffer();
      expect(await metadataOf(bytes)).toEqual({ removed: [], words: '', isCut: false });
    },
  );

  it('distinguishes the kinds of EXIF, XMP and comments', async () => {
    const bytes = await plain()
      .withExif({
        IFD0: { Make: 'Acme', ImageDescription: 'A pier', DateTime: '2026:01:02 03:04:05' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '59/1 12/1 0/1' },
      })
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator>Ada</dc:creator></x:xmpmeta>')
      .jpeg()
      .toBuffer();
    const { removed, words } = await metadataOf(bytes);
    expect(removed.toSorted()).toEqual(['camera', 'captions', 'people', 'position', 'time']);
    expect(words).toMatch(/A pier[\s\S]*Ada/);
    expect(removedInWords(removed)).toBe(
      'where it was made, names and rights, captions and keywords, when it was made and the camera or program',
    );
  });

  it('is read where a PNG has it compressed', async () => {
    const png = await plain().png().toBuffer();
    const text = deflateSync(`by ${marker}`);
    for (const block of [
      chunk('zTXt', Buffer.concat([Buffer.from('Owner\0\0'), text])),
      chunk('iTXt', Buffer.concat([Buffer.from('Title\0\x01\0en\0Owner\0'), text])),
    ]) {
      const sent = Buffer.concat([png.subarray(0, 33), block, png.subarray(33)]);
      expect(await metadataOf(sent)).toMatchObject({
        removed: ['comments'],
        words: expect.stringContaining(`by ${marker}`),
      });
    }
  });

  it('is read whatever bytes there are: damaged EXIF says what can be read', async () => {
    const bytes = await plain()
      .withExif({ IFD0: { Artist: marker } })
      .jpeg()
      .toBuffer();
    const at = bytes.indexOf('Exif');
    for (let offset = 6; offset < 40; offset += 1) {
      const broken = Buffer.from(bytes);
      broken[at + offset] = 0xff;
      expect(typeof (await metadataOf(broken)).words).toBe('string');
    }
  });

  it('is read once where directories of EXIF lead to each other', () => {
    // 500 tags that each lead to a directory of the EXIF, which has 500 more.
    const directory = (to: number) => {
      const tags = Buffer.alloc(2 + 500 * 12 + 4);
      tags.writeUInt16LE(500, 0);
      for (let tag = 0; tag < 500; tag += 1) {
        tags.writeUInt16LE(0x8769, 2 + tag * 12);
        tags.writeUInt32LE(to, 2 + tag * 12 + 8);
      }
      return tags;
    };
    const size = directory(0).length;
    const head = Buffer.from('II*\0\x08\0\0\0', 'latin1');
    const to = [1, 2, 3, 0].map((next) => 8 + next * size);
    const block = Buffer.concat([head, ...to.map(directory)]);
    expect(kindsInExif(block)).toEqual([]);
  });

  it('is cut where it is longer than can be searched', () => {
    const { words, isCut } = readableWords([Buffer.from(`${marker} `.repeat(5_000))]);
    expect(isCut).toBe(false);
    expect(words).toContain(marker);
    const more = Array.from({ length: 6_000 }, () => Buffer.from(marker));
    expect(readableWords(more).isCut).toBe(true);
  });

  describe('in binary data', () => {
    /** The same noise each time: a linear congruential generator. */
    function noise(length: number, seed: number): Buffer {
      const bytes = Buffer.alloc(length);
      for (let at = 0, state = seed; at < length; at += 1) {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
        bytes[at] = state >>> 24;
      }
      return bytes;
    }

    it('finds no words in noise, which contains short names by chance', () => {
      const { words, isCut } = readableWords([1, 2, 3, 4].map((seed) => noise(250_000, seed)));
      // The few runs left of a million bytes are between two control characters by chance.
      expect(isCut).toBe(false);
      for (const name of ['Li', 'Ng', 'Ada', 'Omar'])
        expect(words).not.toMatch(new RegExp(`(?<![\\p{L}\\p{N}])${name}(?![\\p{L}\\p{N}])`, 'u'));
    });

    it('finds a short name in a string of its own', () => {
      for (const [written, encoding] of [
        ['\0Li Wu\0', 'utf8'],
        ['\x1c\x02\x50\x00\x05Li Wu\x1c', 'utf8'],
        ['<dc:creator>Li Wu</dc:creator>', 'utf8'],
        ['said by Li Wu', 'utf8'],
        ['\0Lü Wu\0', 'latin1'],
        ['\0Li Wu\0', 'utf16le'],
      ] as const) {
        const block = Buffer.concat([noise(999, 5), Buffer.from(written, encoding), noise(999, 6)]);
        expect(readableWords([block]).words, written).toMatch(/L[iü] Wu/);
      }
    });
  });
});
