/**
 * A JPEG without comments and without the metadata of cameras and programs. Nothing is encoded
 * again: the picture of a document stays as sharp as it was.
 */
export function stripJpeg(bytes: Uint8Array): Uint8Array {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Buffer[] = [file.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= file.length && file[at] === 0xff) {
    const marker = file.readUInt8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    // From the first scan on there is no text, but what follows the end of the picture.
    if (marker === 0xda) {
      const end = file.lastIndexOf(Buffer.from([0xff, 0xd9]));
      kept.push(file.subarray(at, end < at ? file.length : end + 2));
      return Buffer.concat(kept);
    }
    const end = at + 2 + file.readUInt16BE(at + 2);
    // JFIF, and Adobe's note on colours, say how the picture is decoded.
    const isApart = marker === 0xfe || (marker >= 0xe1 && marker <= 0xef && marker !== 0xee);
    if (!isApart) kept.push(file.subarray(at, end));
    at = end;
  }
  throw new RangeError('no picture');
}

const jpxBoxes = new Set(['jP  ', 'ftyp', 'jp2h', 'jp2c']);

/** A JPEG 2000 file without boxes of text; a bare code stream stays as it is. */
export function stripJpx(bytes: Uint8Array): Uint8Array {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.toString('latin1', 4, 8) !== 'jP  ') return bytes;
  const kept: Buffer[] = [];
  for (let at = 0; at + 8 <= file.length; ) {
    const length = file.readUInt32BE(at);
    const size =
      length === 0
        ? file.length - at
        : length === 1
          ? Number(file.readBigUInt64BE(at + 8))
          : length;
    if (size < 8) throw new RangeError('no box');
    if (jpxBoxes.has(file.toString('latin1', at + 4, at + 8)))
      kept.push(file.subarray(at, at + size));
    at += size;
  }
  return Buffer.concat(kept);
}
