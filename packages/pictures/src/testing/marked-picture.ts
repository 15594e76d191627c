import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { iccProfile } from './icc-profile.ts';

export const markedFormats = [
  'jpeg',
  'png',
  'webp',
  'avif',
  'gif',
  'moving webp',
  'moving gif',
] as const;
export type MarkedFormat = (typeof markedFormats)[number];

/** The colour of the picture, in sRGB: a green that Display P3 writes in other numbers. */
export const shown = { r: 0, g: 255, b: 0 };

/**
 * A picture in Display P3 that says `marker` wherever its format lets programs write: in the colour
 * profile, EXIF, XMP, comments, and after its end.
 */
export async function markedPicture(format: MarkedFormat, marker: string): Promise<Buffer> {
  const frames = format.startsWith('moving') ? [shown, { r: 0, g: 250, b: 0 }, shown] : [shown];
  const pictures = await Promise.all(
    frames.map((background) =>
      sharp({ create: { width: 48, height: 32, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  );
  const [first] = pictures;
  const picture =
    first && pictures.length === 1 ? sharp(first) : sharp(pictures, { join: { animated: true } });
  const kind = format.replace('moving ', '') as 'jpeg' | 'png' | 'webp' | 'avif' | 'gif';
  const directory = await mkdtemp(join(tmpdir(), 'viewpoints-profile-'));
  try {
    const profile = join(directory, 'profile.icc');
    await writeFile(profile, iccProfile(marker));
    // GIF would store the numbers and lose the profile.
    if (kind !== 'gif') picture.withIccProfile(profile);
    const written = await picture
      .withExif({ IFD0: { Artist: marker, Copyright: marker } })
      .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>${marker}</a></x:xmpmeta>`)
      .toFormat(kind, kind === 'webp' ? { lossless: true } : {})
      .toBuffer();
    return Buffer.concat([withComments(written, kind, marker), Buffer.from(marker)]);
  } finally {
    await rm(directory, { recursive: true });
  }
}

/** Adds the metadata that sharp does not write by itself. */
function withComments(bytes: Buffer, kind: string, marker: string): Buffer {
  const insert = (at: number, ...blocks: Buffer[]) =>
    Buffer.concat([bytes.subarray(0, at), ...blocks, bytes.subarray(at)]);
  switch (kind) {
    case 'jpeg':
      return insert(2, segment(0xfe, Buffer.from(marker)), segment(0xed, Buffer.from(marker)));
    case 'png':
      return insert(
        33,
        chunk('tEXt', Buffer.from(`Author\0${marker}`)),
        chunk('zTXt', Buffer.concat([Buffer.from('Owner\0\0'), deflateSync(marker)])),
        chunk('iTXt', Buffer.from(`Title\0\0\0\0\0${marker}`)),
      );
    case 'gif': {
      const table = 3 * 2 ** (((bytes[10] ?? 0) & 7) + 1) * ((bytes[10] ?? 0) >> 7);
      return insert(
        13 + table,
        Buffer.concat([Buffer.from([0x21, 0xfe]), blocks(Buffer.from(marker))]),
        Buffer.concat([
          Buffer.from('\x21\xff\x0bICCRGBG1012', 'latin1'),
          blocks(iccProfile(marker)),
        ]),
        Buffer.concat([
          Buffer.from('\x21\xff\x0bXMP DataXMP', 'latin1'),
          blocks(Buffer.from(marker)),
        ]),
      );
    }
    default:
      return bytes;
  }
}

function segment(marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
}

/** A chunk of a PNG, with its length and its check. */
export function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const head = Buffer.alloc(4);
  head.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([head, body, check]);
}

/** Sub-blocks of a GIF, each of at most 255 bytes. */
function blocks(data: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < data.length; at += 255) {
    const part = data.subarray(at, at + 255);
    parts.push(Buffer.from([part.length]), part);
  }
  return Buffer.concat([...parts, Buffer.from([0])]);
}
