/** The width of a letter in parts of the size of its type, near enough for Latin, Arabic and Hebrew. */
function widthOf(letter: string): number {
  if (/\p{M}/u.test(letter)) return 0;
  if (/[\u2E80-\u9FFF\uAC00-\uD7AF\uFF00-\uFFEF]/u.test(letter)) return 1;
  if (/[ilj.,;:'|!()[\]]/.test(letter)) return 0.28;
  if (/[mwMW@%—]/.test(letter)) return 0.84;
  return /\p{Lu}/u.test(letter) ? 0.64 : 0.5;
}

export const textWidth = (text: string, size: number): number =>
  [...text].reduce((sum, letter) => sum + widthOf(letter), 0) * size;

/**
 * Breaks a text into lines of at most `width` pixels at a size of type, after `most` lines with an
 * ellipsis. A drawing has no type to measure with, so widths are estimated, rather too wide.
 */
export function wrapText(
  text: string,
  { size, width, most }: { size: number; width: number; most: number },
): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/u).filter((each) => each !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || textWidth(longer, size) <= width) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  if (line !== '') lines.push(line);
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  kept[most - 1] = `${kept[most - 1]?.replace(/[\s,;:.–—-]+$/u, '')}…`;
  return kept;
}
