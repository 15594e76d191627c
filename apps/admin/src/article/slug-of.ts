/** Letters that no accent can be taken off of. */
const letters: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  đ: 'd',
  ı: 'i',
};

/**
 * A slug from a headline or a name: lower case, without accents, words joined by hyphens, cut at a
 * word within 80 characters. Empty where nothing can be written in Latin letters.
 */
export function slugOf(text: string): string {
  const plain = text
    .toLowerCase()
    .replace(/[ßæœøðþłđı]/g, (letter) => letters[letter] ?? letter)
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  if (plain.length <= 80) return plain;
  const cut = plain.slice(0, 81);
  return cut.slice(0, Math.max(cut.lastIndexOf('-'), 40)).replace(/-+$/, '');
}

/** The same, with something to tell it by where nothing could be written. */
export function slugOrRandom(text: string, kind: string): string {
  return slugOf(text) || `${kind}-${crypto.randomUUID().slice(0, 8)}`;
}
