import { escapeMarkup } from '@viewpoints/domain/text/markup';
import { shareImage } from './share-address.ts';
import type { ShareCard } from './share-card.ts';
import type { TextStyle } from './text-block.ts';
import { fitLine } from './text-block.ts';

/** Between a frame and what is in it. */
const FRAME = 16;
const { width: WIDTH, height: HEIGHT } = shareImage;

/** The typography of a line of text; the size in pixels. */
export type Line = {
  size: number;
  families: readonly string[];
  weight: number;
  color: string /** Of its frame, where it has one and it is filled. */;
  fill?: string;
};

/** A line in a direction of its own, by its first letter: a date in English stays one anywhere. */
const isolated = (text: string) => `\u2068${text}\u2069`;

/** The drawing so far, on a line that fills from where the card's direction begins. */
export class ShareDrawing {
  readonly #card: ShareCard;
  readonly #parts: string[] = [];

  constructor(card: ShareCard) {
    this.#card = card;
  }

  get isMirrored(): boolean {
    return this.#card.direction === 'rtl';
  }

  /** The left edge of something `width` wide that begins `start` from the beginning of the line. */
  left(start: number, width: number): number {
    return this.isMirrored ? WIDTH - start - width : start;
  }

  style({ families, weight, color }: Line, leading = 1.3): TextStyle {
    const { language, direction } = this.#card;
    return { families, weight, color, language, direction, leading };
  }

  /** Writes a line on the baseline `y` and returns its width. */
  async write(text: string, line: Line, at: { start: number; y: number; width: number }) {
    const fitted = await fitLine(text, line.size, at.width, this.style(line));
    if (fitted.text === '') return 0;
    const { language, direction } = this.#card;
    const x = this.isMirrored ? WIDTH - at.start : at.start;
    this.#parts.push(
      `<text x="${x}" y="${at.y}" direction="${direction}" xml:lang="${escapeMarkup(language)}" ` +
        `font-family="${line.families.map((name) => `'${name}'`).join(',')}" font-size="${line.size}" font-weight="${line.weight}" ` +
        `fill="${line.color}">${escapeMarkup(isolated(fitted.text))}</text>`,
    );
    return fitted.width;
  }

  /** The width of a line, at most `room`. */
  async measure(text: string, line: Line, width: number): Promise<number> {
    return (await fitLine(text, line.size, width, this.style(line))).width;
  }

  /** Writes a word or two in a frame, and returns its width. */
  async frame(text: string, line: Line, at: { start: number; y: number }): Promise<number> {
    const width = (await this.measure(text, line, 500)) + 2 * FRAME;
    const x = this.left(at.start, width);
    const look =
      line.fill === undefined ? `fill="none" stroke="${line.color}"` : `fill="${line.fill}"`;
    this.add(
      `<rect x="${x}" y="${at.y - line.size - 5}" width="${width}" height="${line.size + 20}" ` +
        `rx="${line.fill === undefined ? 22 : 4}" stroke-width="1.5" ${look}/>`,
    );
    await this.write(text, line, { start: at.start + FRAME, y: at.y, width: 500 });
    return width;
  }

  add(svg: string): void {
    this.#parts.push(svg);
  }

  svg(): Buffer {
    const size = `width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}"`;
    return Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${this.#parts.join('')}</svg>`,
    );
  }
}
