import { escapeMarkup } from '@viewpoints/domain/text/markup';
import type { Direction } from '@viewpoints/domain/values';
import { markShapes } from '@viewpoints/ui/chart/mark-shapes';
import { colors } from '../boards/board-pen.ts';
import { sans } from '../share/share-fonts.ts';

export const WIDTH = 1200;
export const EDGE = 48;

/** The colours of columns by day: a file cannot know where it is shown. */
const columns = ['#1f5c7a', '#97281c', '#7a5600', '#45652a', '#6d4a8c', '#56524c'];
const dashes = ['', '16 6', '4 6', '20 6 4 6', '10 10', '28 8'];
const stripes = ['', '4 8', '', '', '2 4', '4 10'];
const families = [...sans, 'Source Sans 3', 'Helvetica', 'Arial', 'sans-serif'];

export type Text = {
  size: number;
  weight?: 400 | 600;
  color?: string;
  anchor?: 'start' | 'middle' | 'end';
};
type Sheet = { title: string; description: string; language: string; direction: Direction };

/** Draws with attributes alone; what is drawn from left to right is mirrored where it is read from the right. */
export class ChartPen {
  readonly #sheet: Sheet;
  readonly #parts: string[] = [];

  constructor(sheet: Sheet) {
    this.#sheet = sheet;
  }

  get #isMirrored(): boolean {
    return this.#sheet.direction === 'rtl';
  }

  /** Where a place from the beginning of a line is. */
  x(start: number): number {
    return Math.round((this.#isMirrored ? WIDTH - start : start) * 10) / 10;
  }

  write(
    start: number,
    y: number,
    text: string,
    { size, weight = 400, color = colors.ink, anchor = 'start' }: Text,
  ): void {
    this.#parts.push(
      `<text x="${this.x(start)}" y="${y}" direction="${this.#sheet.direction}" text-anchor="${anchor}" ` +
        `font-size="${size}" font-weight="${weight}" fill="${color}">${escapeMarkup(`\u2068${text}\u2069`)}</text>`,
    );
  }

  rule(from: [number, number], to: [number, number], color: string, width = 1): void {
    this.#parts.push(
      `<line x1="${this.x(from[0])}" y1="${from[1]}" x2="${this.x(to[0])}" y2="${to[1]}" stroke="${color}" stroke-width="${width}"/>`,
    );
  }

  bar(column: number, [from, to]: [number, number], y: number, height: number): void {
    const color = columns[column % 6];
    const [one, other] = [this.x(from), this.x(to)];
    const isHollow = column === 2 || column === 5;
    this.#parts.push(
      `<rect x="${Math.min(one, other)}" y="${y}" width="${Math.abs(other - one)}" height="${height}" ` +
        (isHollow
          ? `fill="${colors.paper}" stroke="${color}" stroke-width="3"/>`
          : `fill="${color}"/>`),
    );
    const middle = y + height / 2;
    if (column === 0 || column === 2) return;
    const width = column === 3 ? 4 : height;
    this.#parts.push(
      `<line x1="${one}" x2="${other}" y1="${middle}" y2="${middle}" stroke="${isHollow ? color : colors.paper}" stroke-width="${width}"` +
        `${stripes[column] ? ` stroke-dasharray="${stripes[column]}"` : ''}/>`,
    );
  }

  mark(column: number, start: number, y: number): void {
    const color = columns[column % 6];
    const isHollow = column > 3;
    this.#parts.push(
      `<path transform="translate(${this.x(start)} ${y}) scale(1.7)" d="${markShapes[column % 6]}" ` +
        (isHollow
          ? `fill="${colors.paper}" stroke="${color}" stroke-width="2.25"/>`
          : `fill="${color}" stroke="${colors.paper}" stroke-width="1"/>`),
    );
  }

  /** A line through points; where one is missing it is broken. */
  line(column: number, points: readonly ([number, number] | null)[]): void {
    const d = points
      .map((point, at) =>
        point === null
          ? ''
          : `${(points[at - 1] ?? null) === null ? 'M' : 'L'}${this.x(point[0])} ${point[1]}`,
      )
      .join('');
    const dash = dashes[column] ? ` stroke-dasharray="${dashes[column]}"` : '';
    this.#parts.push(
      `<path d="${d}" fill="none" stroke="${columns[column % 6]}" stroke-width="4" stroke-linejoin="round"${dash}/>`,
    );
  }

  /** From the lowest to the highest value. */
  range([from, to]: [number, number], y: number): void {
    this.#parts.push(
      `<line x1="${this.x(from)}" x2="${this.x(to)}" y1="${y}" y2="${y}" stroke="${columns[0]}" stroke-opacity="0.45" stroke-width="13"/>`,
    );
    for (const end of [from, to]) this.rule([end, y - 11], [end, y + 11], columns[0] ?? '', 4);
  }

  colorOf = (column: number): string => columns[column % 6] ?? colors.ink;

  finish(height: number): string {
    const { title, description, language } = this.#sheet;
    const fonts = families.map((name) => (name.includes(' ') ? `'${name}'` : name)).join(', ');
    return (
      `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" ` +
      `role="img" xml:lang="${escapeMarkup(language)}" font-family="${fonts}">` +
      `<title>${escapeMarkup(title)}</title><desc>${escapeMarkup(description)}</desc>` +
      `<rect width="${WIDTH}" height="${height}" fill="${colors.paper}"/>` +
      `<rect width="${WIDTH}" height="10" fill="${colors.accent}"/>${this.#parts.join('')}</svg>`
    );
  }
}
