import type { Stance } from '@viewpoints/domain/findings/finding-fields';
import { escapeMarkup } from '@viewpoints/domain/text/markup';
import type { Direction } from '@viewpoints/domain/values';
import { type SealShape, stanceShapes } from '../../words/stance-shapes.ts';
import { sans } from '../share/share-fonts.ts';

export const WIDTH = 1200;
export const EDGE = 48;

/** The tokens of light mode: a drawing cannot know in which it is shown. */
export const colors = {
  ...{ paper: '#fbf9f4', ink: '#1c1b1a', quiet: '#56524c', rule: '#d9d3c6' },
  accent: '#97281c',
};
const families = [...sans, 'Source Sans 3', 'Helvetica', 'Arial', 'sans-serif'];

/** What the whole drawing says of itself. */
type Sheet = { title: string; source: string; language: string; direction: Direction };

/** A line of text with its typography; sizes in pixels. */
export type Line = {
  text: string;
  size: number;
  weight: 400 | 600;
  color: string;
  stance?: Stance;
  href?: string;
  /** Room above it, in pixels. */
  above?: number;
};

const strokes: Record<SealShape['draw'], string> = {
  line: `stroke="${colors.accent}"`,
  filled: `fill="${colors.accent}" stroke="none"`,
  cut: `stroke="${colors.paper}" stroke-width="2"`,
  dotted: `stroke="${colors.accent}" stroke-dasharray="1.5 2.2"`,
};

/** Puts lines on the drawing; from right to left it is mirrored. */
export class BoardPen {
  readonly #board: Sheet;
  readonly #parts: string[] = [];

  constructor(board: Sheet) {
    this.#board = board;
  }

  write(start: number, y: number, { text, size, weight, color, stance, href }: Line): void {
    const isMirrored = this.#board.direction === 'rtl';
    const indent = stance === undefined ? 0 : size + 6;
    const x = isMirrored ? WIDTH - start - indent : start + indent;
    const written =
      `<text x="${x}" y="${y}" direction="${this.#board.direction}" font-size="${size}" ` +
      `font-weight="${weight}" fill="${color}">${escapeMarkup(`\u2068${text}\u2069`)}</text>`;
    const seal =
      stance === undefined
        ? ''
        : `<g transform="translate(${isMirrored ? WIDTH - start - size : start} ${y - size + 3}) scale(${size / 16})" fill="none" stroke-width="1.6">${stanceShapes[
            stance
          ]
            .map(({ d, draw }) => `<path d="${d}" ${strokes[draw]}/>`)
            .join('')}</g>`;
    this.#parts.push(
      href === undefined ? seal + written : `<a href="${escapeMarkup(href)}">${seal}${written}</a>`,
    );
  }

  rule(y: number, color: string): void {
    this.#parts.push(
      `<rect x="${EDGE}" y="${y}" width="${WIDTH - 2 * EDGE}" height="1" fill="${color}"/>`,
    );
  }

  finish(height: number): string {
    const { title, source, language } = this.#board;
    const fonts = families.map((name) => (name.includes(' ') ? `'${name}'` : name)).join(', ');
    return (
      `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" ` +
      `role="img" xml:lang="${escapeMarkup(language)}" font-family="${fonts}">` +
      `<title>${escapeMarkup(title)}</title><desc>${escapeMarkup(source)}</desc>` +
      `<rect width="${WIDTH}" height="${height}" fill="${colors.paper}"/>` +
      `<rect width="${WIDTH}" height="10" fill="${colors.accent}"/>${this.#parts.join('')}</svg>`
    );
  }
}
