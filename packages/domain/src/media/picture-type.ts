/** The formats in which pictures are accepted and stored. */
export type PictureType = 'image/png' | 'image/jpeg' | 'image/webp' | 'image/avif' | 'image/gif';

const ascii = (bytes: Uint8Array, from: number, to: number) =>
  String.fromCharCode(...bytes.subarray(from, to));

/** The brands that a file in ISO's base media format names: its own, and those that it fits. */
const brandsOf = (bytes: Uint8Array): string =>
  ascii(bytes, 4, 8) === 'ftyp' ? ascii(bytes, 8, 40) : '';

/** The type by a file's first bytes, whatever its name or content type; null for any other. */
export function sniffType(bytes: Uint8Array): PictureType | null {
  if (ascii(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png';
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg';
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return 'image/webp';
  if (/^GIF8[79]a$/.test(ascii(bytes, 0, 6))) return 'image/gif';
  if (/avi[fs]/.test(brandsOf(bytes))) return 'image/avif';
  return null;
}

/** Whether a file's first bytes say that it is a PDF. */
export const isPdf = (bytes: Uint8Array): boolean => ascii(bytes, 0, 5) === '%PDF-';

/**
 * Whether a file of none of these types is a photograph as iPhones take them (HEIC), which browsers
 * do not show. An AVIF may name the same brands.
 */
export const isHeic = (bytes: Uint8Array): boolean =>
  /hei[cxms]|hev[cxms]|mif1|msf1/.test(brandsOf(bytes));
