/** Letters that no decomposition takes apart. */
const spelledOut: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  ħ: 'h',
  '&': ' and ',
};
const MAX_LENGTH = 80;

/**
 * A slug from a title, cut at a word within 80 characters. Where most letters of the title have
 * no Latin form, the fallback stands instead: half a title would mislead.
 */
export function slugFromTitle(title: string, fallback: string): string {
  const plain = title
    .toLowerCase()
    .replace(/['’‘ʼ]/g, '')
    .replace(/[ßæœøđðþłıħ&]/g, (letter) => spelledOut[letter] ?? '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '');
  const letters = plain.match(/[\p{L}\p{N}]/gu) ?? [];
  const latin = plain.match(/[a-z0-9]/g) ?? [];
  if (latin.length * 2 <= letters.length) return fallback;
  return shorten(plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, ''), MAX_LENGTH);
}

function shorten(slug: string, length: number): string {
  if (slug.length <= length) return slug;
  const cut = slug.slice(0, length + 1).lastIndexOf('-');
  return slug.slice(0, cut > 0 ? cut : length);
}

/** The slug itself, or with the lowest number from 2 that nobody has taken. */
export function uniqueSlug(slug: string, isTaken: (slug: string) => boolean): string {
  if (!isTaken(slug)) return slug;
  for (let n = 2; ; n++) {
    const numbered = `${shorten(slug, 99 - String(n).length)}-${n}`;
    if (!isTaken(numbered)) return numbered;
  }
}
