import type { PictureType } from '@viewpoints/domain/media/picture-type';

/** A block of a file that is no part of its picture: its name in that format, and what it says. */
export type ForeignBlock = { name: string; bytes: Buffer };

/**
 * Finds everything in a picture's file that is not the picture: colour profiles, EXIF, XMP,
 * comments, trailing data. A program may have written names there. Uses lists of allowed blocks,
 * since forbidden ones cannot be enumerated.
 * @returns the name of each such block ("APP1", "iCCP", "trailer"), in order
 */
export const findForeignData = (bytes: Uint8Array, type: PictureType): string[] =>
  listForeignBlocks(bytes, type).map(({ name }) => name);

/** The same blocks with their bytes. A block inside a box of an AVIF has the bytes of the whole box. */
export function listForeignBlocks(bytes: Uint8Array, type: PictureType): ForeignBlock[] {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return finders[type](view);
  } catch (error) {
    // Cut off in the middle of a block: the rest is unknown.
    if (error instanceof RangeError) return [{ name: 'broken', bytes: Buffer.alloc(0) }];
    throw error;
  }
}

const trailerOf = (bytes: Buffer, at: number): ForeignBlock[] =>
  at < bytes.length ? [{ name: 'trailer', bytes: bytes.subarray(at) }] : [];

const finders: Record<PictureType, (bytes: Buffer) => ForeignBlock[]> = {
  'image/jpeg': inJpeg,
  'image/png': inPng,
  'image/webp': inWebp,
  'image/gif': inGif,
  'image/avif': inAvif,
};

/** Segments until the end of the image; JFIF and Adobe's note on colours hold no text. */
function inJpeg(bytes: Buffer): ForeignBlock[] {
  const found: ForeignBlock[] = [];
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
    const block = bytes.subarray(at + 2, at + length);
    if (marker === 0xfe) found.push({ name: 'COM', bytes: block });
    else if (marker >= 0xe0 && marker <= 0xef && !harmless)
      found.push({ name: `APP${marker - 0xe0}`, bytes: block });
    at += length;
  }
  return [...found, ...trailerOf(bytes, at)];
}

const hex = (byte: number) => byte.toString(16).padStart(2, '0');

const pngChunks =
  /^(?:IHDR|PLTE|IDAT|IEND|tRNS|cHRM|gAMA|sRGB|cICP|sBIT|bKGD|pHYs|acTL|fcTL|fdAT)$/;

function inPng(bytes: Buffer): ForeignBlock[] {
  const found: ForeignBlock[] = [];
  let at = 8;
  for (let name = ''; name !== 'IEND'; ) {
    const length = bytes.readUInt32BE(at);
    name = bytes.toString('latin1', at + 4, at + 8);
    if (!pngChunks.test(name)) found.push({ name, bytes: bytes.subarray(at + 8, at + 8 + length) });
    at += 12 + length;
    if (at > bytes.length) throw new RangeError('cut off');
  }
  return [...found, ...trailerOf(bytes, at)];
}

const webpChunks = /^(?:VP8 |VP8L|VP8X|ALPH|ANIM|ANMF)$/;

function inWebp(bytes: Buffer): ForeignBlock[] {
  const found: ForeignBlock[] = [];
  const end = 8 + bytes.readUInt32LE(4);
  let at = 12;
  while (at < Math.min(end, bytes.length)) {
    const name = bytes.toString('latin1', at, at + 4);
    const length = bytes.readUInt32LE(at + 4);
    if (!webpChunks.test(name))
      found.push({ name, bytes: bytes.subarray(at + 8, at + 8 + length) });
    at += 8 + length + (length % 2);
  }
  if (end > bytes.length) found.push({ name: 'broken', bytes: Buffer.alloc(0) });
  return [...found, ...trailerOf(bytes, end)];
}

/** Extensions that are part of a picture: how long a frame is shown, and how often all of them are. */
function inGif(bytes: Buffer): ForeignBlock[] {
  const found: ForeignBlock[] = [];
  const tableAfter = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  let at = 13 + tableAfter(bytes.readUInt8(10));
  /** Skips sub-blocks; returns their content. */
  const readBlocks = (): Buffer => {
    const parts: Buffer[] = [];
    for (let length = bytes.readUInt8(at); length > 0; length = bytes.readUInt8(at)) {
      parts.push(bytes.subarray(at + 1, at + 1 + length));
      at += length + 1;
    }
    at += 1;
    return Buffer.concat(parts);
  };
  for (let block = bytes.readUInt8(at); block !== 0x3b; block = bytes.readUInt8(at)) {
    if (block === 0x2c) {
      at += 11 + tableAfter(bytes.readUInt8(at + 9));
      readBlocks();
      continue;
    }
    const label = bytes.readUInt8(at + 1);
    const application = bytes.toString('latin1', at + 3, at + 14);
    at += 2;
    const inside = readBlocks();
    if (label === 0xfe) found.push({ name: 'comment', bytes: inside });
    else if (label === 0x01) found.push({ name: 'text', bytes: inside });
    else if (label === 0xff && application !== 'NETSCAPE2.0')
      found.push({ name: application, bytes: inside });
  }
  return [...found, ...trailerOf(bytes, at + 1)];
}

const avifBoxes = /^(?:ftyp|meta|mdat|moov|free|skip)$/;
/** Items and properties that are no picture: EXIF, XMP, and two kinds of profile. */
const foreignToAvif = ['Exif', 'mime', 'uri ', 'colrprof', 'colrrICC', 'uuid', 'udta'];

function inAvif(bytes: Buffer): ForeignBlock[] {
  const found: ForeignBlock[] = [];
  for (let at = 0; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const name = bytes.toString('latin1', at + 4, at + 8);
    // A length of 0 is that of the rest; of 1, one of 64 bits follows.
    const size =
      length === 0
        ? bytes.length - at
        : length === 1
          ? Number(bytes.readBigUInt64BE(at + 8))
          : length;
    if (size < 8) throw new RangeError('no box');
    const inside = bytes.subarray(at + 8, at + size);
    if (!avifBoxes.test(name)) found.push({ name, bytes: inside });
    if (name === 'free' || name === 'skip') {
      if (inside.some((byte) => byte !== 0)) found.push({ name, bytes: inside });
    } else if (name !== 'mdat' && name !== 'ftyp')
      for (const each of foreignToAvif)
        if (inside.includes(each, 0, 'latin1')) found.push({ name: each, bytes: inside });
    at += size;
    if (at > bytes.length) found.push({ name: 'broken', bytes: Buffer.alloc(0) });
  }
  return found;
}
