import { inflateRawSync, inflateSync } from 'node:zlib';

/**
 * The encodings in which bytes contain a text: as it is, in UTF-16 of either order, in blocks as
 * GIF splits long data, or compressed, wherever a compressed run may begin.
 */
export function findMarker(bytes: Buffer, marker: string): string[] {
  const found = markerForms(bytes, marker);
  for (let at = 0; at + 2 < bytes.length; at += 1) {
    // The head of a zlib stream: a multiple of 31 that begins with the method.
    const head = bytes.readUInt16BE(at);
    if ((bytes[at] ?? 0) % 16 !== 8 || head % 31 !== 0) continue;
    const inflated = inflate(bytes.subarray(at));
    if (inflated !== null)
      found.push(...markerForms(inflated, marker).map((way) => `inflated ${way}`));
  }
  return [...new Set(found)];
}

function markerForms(bytes: Buffer, marker: string): string[] {
  const little = Buffer.from(marker, 'utf16le');
  const forms: [string, Buffer][] = [
    ['raw', Buffer.from(marker)],
    ['UTF-16LE', little],
    ['UTF-16BE', Buffer.from(little).swap16()],
  ];
  return forms.flatMap(([name, form]) => (bytes.includes(form) ? [name] : []));
}

const limits = { maxOutputLength: 4 * 1024 * 1024, finishFlush: 2 };

function inflate(bytes: Buffer): Buffer | null {
  try {
    return inflateSync(bytes, limits);
  } catch {
    try {
      // Without the check at its end, which a stream that is cut off lacks.
      return inflateRawSync(bytes.subarray(2), limits);
    } catch {
      return null;
    }
  }
}
