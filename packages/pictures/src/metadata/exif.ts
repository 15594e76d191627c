import type { RemovedData } from '@viewpoints/domain/media/removed-data';

/** The kinds of EXIF tags; those about displaying the picture are left out. */
const kinds: ReadonlyMap<number, RemovedData> = new Map<number, RemovedData>([
  ...[0x010e, 0x9286, 0x9c9b, 0x9c9c, 0x9c9e, 0x9c9f].map((tag) => [tag, 'captions'] as const),
  ...[0x013b, 0x8298, 0x9c9d, 0xa430].map((tag) => [tag, 'people'] as const),
  ...[0x0132, 0x9003, 0x9004].map((tag) => [tag, 'time'] as const),
  ...[0x010f, 0x0110, 0x0131, 0x927c].map((tag) => [tag, 'camera'] as const),
  ...[0xa431, 0xa433, 0xa434, 0xa435].map((tag) => [tag, 'camera'] as const),
]);

const exifDirectory = 0x8769;
const gpsDirectory = 0x8825;
/** More tags than a camera writes into one directory. */
const maxTags = 500;
/** The first directory, EXIF and GPS. A file that chains more is meant to exhaust the parser. */
const maxDirectories = 3;

/** The kinds of data in an EXIF block (TIFF), by its tags; of a damaged block, those before the damage. */
export function kindsInExif(block: Buffer): RemovedData[] {
  const start = block.toString('latin1', 0, 4) === 'Exif' ? 6 : 0;
  const tiff = block.subarray(start);
  const order = tiff.toString('latin1', 0, 2);
  if (order !== 'II' && order !== 'MM') return [];
  const short = (at: number) => (order === 'II' ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const long = (at: number) => (order === 'II' ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  const found = new Set<RemovedData>();
  const visited = new Set<number>();
  const read = (at: number, isGps = false): number => {
    if (visited.has(at) || visited.size >= maxDirectories) return 0;
    visited.add(at);
    const count = Math.min(short(at), maxTags);
    // Cameras write the version tag without a position too.
    if (isGps && count > 1) found.add('position');
    for (let index = 0; index < count; index += 1) {
      const entry = at + 2 + index * 12;
      const tag = short(entry);
      const kind = kinds.get(tag);
      if (isGps) continue;
      if (kind !== undefined) found.add(kind);
      if (tag === exifDirectory) read(long(entry + 8));
      if (tag === gpsDirectory) read(long(entry + 8), true);
    }
    return long(at + 2 + count * 12);
  };
  try {
    if (read(long(4)) !== 0) found.add('preview');
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return [...found];
}
