import { describe, expect, it } from 'vitest';
import { checkPictureFile, maxPictureSize } from './check-picture-file.ts';
import { sniffType } from './picture-type.ts';

const bytes = (text: string) => Uint8Array.from(text, (each) => each.charCodeAt(0));
const box = (brands: string) => bytes(`\0\0\0\x20ftyp${brands}\0\0\0\0`);

describe('a file that is sent as a picture', () => {
  it.each([
    ['\xff\xd8\xff\xe0\0\x10JFIF', 'image/jpeg'],
    ['\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'image/png'],
    ['RIFF\0\0\0\0WEBPVP8L', 'image/webp'],
    ['GIF89a', 'image/gif'],
    ['GIF87a', 'image/gif'],
    ['\0\0\0\x20ftypavif\0\0\0\0mif1miaf', 'image/avif'],
    ['\0\0\0\x20ftypmif1\0\0\0\0avifmiaf', 'image/avif'],
    ['\0\0\0\x20ftypavis\0\0\0\0msf1', 'image/avif'],
  ])('beginning with %j is %s', (head, type) => {
    expect(sniffType(bytes(head))).toBe(type);
    expect(checkPictureFile(bytes(head), 1_000)).toEqual({ ok: true });
  });

  it.each([
    ['a HEIC photograph', box('heic\0\0\0\0mif1heic'), 'heic_not_accepted'],
    ['one of ten bits', box('heix\0\0\0\0mif1'), 'heic_not_accepted'],
    ['a burst of them', box('msf1\0\0\0\0hevc'), 'heic_not_accepted'],
    ['a film', box('isom\0\0\0\0mp42'), 'not_a_picture'],
    ['words', bytes('Just some words.'), 'not_a_picture'],
    [
      'SVG, which can hold scripts',
      bytes('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'not_a_picture',
    ],
    ['a page that begins like a picture', bytes('GIF8<script>'), 'not_a_picture'],
    ['nothing', bytes(''), 'not_a_picture'],
  ])('that is %s is refused with what to do', (_, head, code) => {
    const decision = checkPictureFile(head, head.length);
    expect(decision.ok === false && decision.reasons.map((each) => each.code)).toEqual([code]);
  });

  it('of too many bytes is refused with how many there are', () => {
    expect(checkPictureFile(bytes('GIF89a'), maxPictureSize)).toEqual({ ok: true });
    expect(checkPictureFile(bytes('GIF89a'), maxPictureSize + 1)).toMatchObject({
      reasons: [{ code: 'picture_too_heavy', message: expect.stringContaining('21 MB') }],
    });
  });
});
