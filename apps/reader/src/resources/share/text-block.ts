import { escapeMarkup } from '@viewpoints/domain/text/markup';
import type { Direction } from '@viewpoints/domain/values';
import { loadSharp } from '@viewpoints/pictures/load-sharp';
import { loadShareFonts } from './share-fonts.ts';

/** Some text in one style, as it is to be set. Sizes are in pixels, `leading` a part of the size. */
export type TextStyle = {
  families: readonly string[];
  weight: number;
  color: string;
  language: string;
  direction: Direction;
  leading: number;
};

export type TextBlock = { png: Buffer; width: number; height: number };

/** Whether there is anything in it to see. */
const isVisible = (text: string) => /[^\s\p{C}\p{M}]/u.test(text);

/**
 * Sets text in lines of at most `width` pixels; a word longer than a line is broken, or left whole
 * and the block then wider.
 */
export async function setText(
  text: string,
  size: number,
  width: number,
  style: TextStyle,
  longWords: 'broken' | 'whole' = 'broken',
): Promise<TextBlock> {
  const sharp = await loadSharp();
  await loadShareFonts();
  // The renderer refuses a text of which nothing would be seen.
  if (!isVisible(text)) return setText('·', size, width, { ...style, color: '#0000' });
  const { families, weight, color, language, direction } = style;
  // The mark gives the paragraph its direction whatever letter it begins with; where that is right
  // to left, "left" means where a line begins.
  const mark = direction === 'rtl' ? '\u200F' : '\u200E';
  const attributes = {
    font_family: families.join(','),
    size: `${size}pt`,
    weight,
    foreground: color,
    lang: language,
    // Above 1024 a height is meant, in 1024ths of a point, whatever the fonts would have.
    line_height: Math.round(size * style.leading * 1024),
  };
  const written = Object.entries(attributes).map(
    ([name, value]) => `${name}="${escapeMarkup(String(value))}"`,
  );
  const { data, info } = await sharp({
    text: {
      text: `<span ${written.join(' ')}>${mark}${escapeMarkup(text)}</span>`,
      // At 72 dots an inch a point is a pixel.
      ...{
        width,
        dpi: 72,
        rgba: true,
        wrap: longWords === 'broken' ? 'word-char' : 'word',
        align: 'left',
      },
    },
  })
    .png({ compressionLevel: 1 })
    .toBuffer({ resolveWithObject: true });
  return { png: data, width: info.width, height: info.height };
}

/** Wider than any line of the texts that there are. */
const UNBOUNDED = 20_000;

/** Places where a text may be cut: before a word, and in scripts without spaces between any of them. */
function places(text: string, language: string): number[] {
  const segments = new Intl.Segmenter(language, { granularity: 'word' }).segment(text);
  return Array.from(segments, ({ index }) => index).filter((index) => index > 0);
}

const cutAt = (text: string, index: number) =>
  `${text.slice(0, index).replace(/[\s,;:.–—-]+$/u, '')}…`;

/** The longest beginning of `text`, cut after a word, of which `fits` still says yes. */
async function longestFitting(
  text: string,
  language: string,
  fits: (candidate: string) => Promise<boolean>,
): Promise<string> {
  const cuts = places(text, language);
  let best = '…';
  let low = 0;
  let high = cuts.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const candidate = cutAt(text, cuts[middle] ?? 0);
    if (await fits(candidate)) {
      best = candidate;
      low = middle + 1;
    } else high = middle - 1;
  }
  return best;
}

/** No line of a title is worth less than this, in pixels. */
const FINE = 6;

/**
 * The same lines as even as they come: as narrow as the text can be set without a line more. What
 * would break a word is no better.
 */
async function balance(
  text: string,
  size: number,
  widest: { block: TextBlock; width: number },
  style: TextStyle,
): Promise<TextBlock> {
  const line = size * style.leading;
  const lines = Math.round(widest.block.height / line);
  if (lines < 2) return widest.block;
  let best = widest.block;
  let low = widest.width / (lines + 1);
  let high = widest.width;
  while (high - low > FINE) {
    const width = Math.round((low + high) / 2);
    const block = await setText(text, size, width, style, 'whole');
    if (block.width <= width && block.height < widest.block.height + line / 2) {
      best = block;
      high = width;
    } else low = width;
  }
  return best;
}

/**
 * Sets text as large as it fits into `width` by `height`, in even lines; at the smallest of `sizes` what is too
 * long is cut after a word and ends with an ellipsis.
 */
export async function fitText(
  text: string,
  into: { width: number; height: number; sizes: readonly [number, ...number[]] },
  style: TextStyle,
): Promise<TextBlock> {
  const { width, height, sizes } = into;
  let smallest = sizes[0];
  for (const size of sizes) {
    const block = await setText(text, size, width, style);
    if (block.height <= height) return balance(text, size, { block, width }, style);
    smallest = size;
  }
  const cut = await longestFitting(text, style.language, async (candidate) => {
    return (await setText(candidate, smallest, width, style)).height <= height;
  });
  const block = await setText(cut, smallest, width, style);
  return balance(cut, smallest, { block, width }, style);
}

export type FittedLine = { text: string; width: number };

/** One line of at most `width` pixels: the text, cut after a word where it is longer. */
export async function fitLine(
  text: string,
  size: number,
  width: number,
  style: TextStyle,
): Promise<FittedLine> {
  if (!isVisible(text)) return { text: '', width: 0 };
  const measure = async (candidate: string) =>
    (await setText(candidate, size, UNBOUNDED, style)).width;
  const whole = await measure(text);
  if (whole <= width) return { text, width: whole };
  const cut = await longestFitting(
    text,
    style.language,
    async (candidate) => (await measure(candidate)) <= width,
  );
  return { text: cut, width: await measure(cut) };
}
