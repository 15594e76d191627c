import type { PictureType } from '@viewpoints/domain/media/picture-type';

/**
 * What stands in the file of a picture beside the picture: colour profiles, EXIF, XMP, comments,
 * whatever follows its end. A program may have written names there. Lists of what may stand in a
 * file, for what may not has no end.
 * @returns the name of each such block ("APP1", "iCCP", "trailer"), in order
 */
export function findForeignData(bytes: Uint8Array, type: PictureType): string[] {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return finders[type](view);
  } catch (error) {
    // Cut off in the middle of a block: what the rest is, nobody knows.
    if (error instanceof RangeError) return ['broken'];
    throw error;
  }
}

const finders: Record<PictureType, (bytes: Buffer) => string[]> = {
  'image/jpeg': inJpeg,
  'image/png': inPng,
  'image/webp': inWebp,
  'image/gif': inGif,
  'image/avif': inAvif,
};

/** Segments until the end of the image; JFIF and Adobe's note on colours hold no text. */
function inJpeg(bytes: Buffer): string[] {
  const found: string[] = [];
  let at = 2;
  for (;;) {
    // Inside of a scan, a marker is what is neither stuffed nor a restart.
    while (bytes.readUInt8(at) !== 0xff || /^(?:00|ff|d[0-7])$/.test(hex(bytes.readUInt8(at + 1))))
      at += 1;
    const marker = bytes.readUInt8(at + 1);
    at += 2;
    if (marker === 0xd9) break;
    const length = bytes.readUInt16BE(at);
    const kind = bytes.toString('latin1', at + 2, at + 7);
    const harmless =
      (marker === 0xe0 && kind === 'JFIF\0') || (marker === 0xee && kind === 'Adobe');
    if (marker === 0xfe) found.push('COM');
    else if (marker >= 0xe0 && marker <= 0xef && !harmless) found.push(`APP${marker - 0xe0}`);
    at += length;
  }
  return at < bytes.length ? [...found, 'trailer'] : found;
}

const hex = (byte: number) => byte.toString(16).padStart(2, '0');

const pngChunks =
  /^(?:IHDR|PLTE|IDAT|IEND|tRNS|cHRM|gAMA|sRGB|cICP|sBIT|bKGD|pHYs|acTL|fcTL|fdAT)$/;

function inPng(bytes: Buffer): string[] {
  const found: string[] = [];
  let at = 8;
  for (let name = ''; name !== 'IEND'; ) {
    const length = bytes.readUInt32BE(at);
    name = bytes.toString('latin1', at + 4, at + 8);
    if (!pngChunks.test(name)) found.push(name);
    at += 12 + length;
    if (at > bytes.length) throw new RangeError('cut off');
  }
  return at < bytes.length ? [...found, 'trailer'] : found;
}

const webpChunks = /^(?:VP8 |VP8L|VP8X|ALPH|ANIM|ANMF)$/;

function inWebp(bytes: Buffer): string[] {
  const found: string[] = [];
  const end = 8 + bytes.readUInt32LE(4);
  let at = 12;
  while (at < Math.min(end, bytes.length)) {
    const name = bytes.toString('latin1', at, at + 4);
    const length = bytes.readUInt32LE(at + 4);
    if (!webpChunks.test(name)) found.push(name);
    at += 8 + length + (length % 2);
  }
  if (end !== bytes.length) found.push(end < bytes.length ? 'trailer' : 'broken');
  return found;
}

/** Extensions that are part of a picture: how long a frame stands, and how often all of them do. */
function inGif(bytes: Buffer): string[] {
  const found: string[] = [];
  const tableAfter = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  let at = 13 + tableAfter(bytes.readUInt8(10));
  const skipBlocks = () => {
    for (let length = bytes.readUInt8(at); length > 0; length = bytes.readUInt8(at))
      at += length + 1;
    at += 1;
  };
  for (let block = bytes.readUInt8(at); block !== 0x3b; block = bytes.readUInt8(at)) {
    if (block === 0x2c) {
      at += 11 + tableAfter(bytes.readUInt8(at + 9));
    } else {
      const label = bytes.readUInt8(at + 1);
      const name = bytes.toString('latin1', at + 3, at + 14);
      if (label === 0xfe) found.push('comment');
      else if (label === 0x01) found.push('text');
      else if (label === 0xff && name !== 'NETSCAPE2.0') found.push(name);
      at += 2;
    }
    skipBlocks();
  }
  return at + 1 < bytes.length ? [...found, 'trailer'] : found;
}

const avifBoxes = /^(?:ftyp|meta|mdat|moov|free|skip)$/;
/** What an item or a property may be that is no picture: EXIF, XMP, and two kinds of profile. */
const foreignToAvif = ['Exif', 'mime', 'uri ', 'colrprof', 'colrrICC', 'uuid', 'udta'];

function inAvif(bytes: Buffer): string[] {
  const found: string[] = [];
  for (let at = 0; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const name = bytes.toString('latin1', at + 4, at + 8);
    if (!avifBoxes.test(name)) found.push(name);
    // A length of 0 is that of the rest; of 1, one of 64 bits follows.
    const size =
      length === 0
        ? bytes.length - at
        : length === 1
          ? Number(bytes.readBigUInt64BE(at + 8))
          : length;
    if (size < 8) throw new RangeError('no box');
    const inside = bytes.subarray(at + 8, at + size);
    if (name === 'free' || name === 'skip') {
      if (inside.some((byte) => byte !== 0)) found.push(name);
    } else if (name !== 'mdat' && name !== 'ftyp')
      found.push(...foreignToAvif.filter((each) => inside.includes(each, 0, 'latin1')));
    at += size;
    if (at > bytes.length) found.push('broken');
  }
  return found;
}
