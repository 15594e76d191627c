import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFPage,
  PDFRawStream,
} from '@cantoo/pdf-lib';
import { operationsOf } from './content-stream.ts';
import { decoded } from './rewrite-pdf.ts';

/** The share of a page that pictures cover, and the share of its text that is invisible: from 0 to 1. */
export type PageMarks = { pictured: number; hidden: number };

type Matrix = readonly [number, number, number, number, number, number];
type Drawing = {
  /** From the unit square of a picture to the page. */
  matrix: Matrix;
  /** The mode in which text is shown (ISO 32000-2, 9.3.6). */
  mode: number;
};

/** Cells of a page in each direction. They add up the strips that a scan may be cut into. */
const CELLS = 48;
/** Maximum depth of nested drawings (forms), and their maximum number on a page: a file may nest them without end. */
const MAX_DEPTH = 12;
const MAX_FORMS = 2_000;
/** Invisible, and invisible as a clip: as a program writes what it recognised in a scan. */
const invisible = new Set([3, 7]);

const name = PDFName.of;

/** Measures a page by its operators alone: no picture is decoded. */
export function measurePage(page: PDFPage): PageMarks {
  const covered = new Uint8Array(CELLS * CELLS);
  const shown = { all: 0, hidden: 0 };
  let forms = 0;
  const box = page.getCropBox();

  const cover = (matrix: Matrix) => {
    const corners = [at(matrix, 0, 0), at(matrix, 1, 0), at(matrix, 0, 1), at(matrix, 1, 1)];
    const range = (axis: 0 | 1, from: number, length: number) => {
      const cells = corners.map((corner) => ((corner[axis] - from) / length) * CELLS - 0.5);
      return [
        Math.max(0, Math.ceil(Math.min(...cells))),
        Math.min(CELLS - 1, Math.floor(Math.max(...cells))),
      ] as const;
    };
    const [left, right] = range(0, box.x, box.width);
    const [low, high] = range(1, box.y, box.height);
    for (let row = low; row <= high; row += 1)
      for (let column = left; column <= right; column += 1) covered[row * CELLS + column] = 1;
  };

  const draw = (
    content: Uint8Array,
    resources: PDFDict | undefined,
    first: Drawing,
    depth: number,
  ) => {
    let now = first;
    const saved: Drawing[] = [];
    for (const { operator, operands } of operationsOf(content)) {
      const numbers = () => operands.map((each) => Number(each.toString('latin1')));
      if (operator === 'q') saved.push(now);
      else if (operator === 'Q') now = saved.pop() ?? now;
      else if (operator === 'cm') now = { ...now, matrix: times(matrixOf(numbers()), now.matrix) };
      else if (operator === 'Tr') now = { ...now, mode: numbers()[0] ?? 0 };
      else if (/^(?:Tj|TJ|'|")$/.test(operator)) {
        const length = operands.reduce((sum, each) => sum + each.length, 0);
        shown.all += length;
        if (invisible.has(now.mode)) shown.hidden += length;
      } else if (operator === 'BI') cover(now.matrix);
      else if (operator === 'Do') {
        const object = xObjectOf(resources, operands[0]);
        const kind = object?.dict.lookup(name('Subtype'));
        if (kind === name('Image')) cover(now.matrix);
        else if (object !== undefined && kind === name('Form') && depth < MAX_DEPTH) {
          forms += 1;
          // Forms that are not followed may be pictures.
          if (forms > MAX_FORMS) covered.fill(1);
          else
            draw(
              decoded(object),
              dictOf(object.dict.lookup(name('Resources'))) ?? resources,
              { ...now, matrix: times(formMatrix(object.dict), now.matrix) },
              depth + 1,
            );
        }
      }
    }
  };

  const contents = page.node.lookup(name('Contents'));
  if (contents instanceof PDFRawStream)
    draw(
      decoded(contents),
      dictOf(page.node.lookup(name('Resources'))),
      { matrix: [1, 0, 0, 1, 0, 0], mode: 0 },
      0,
    );
  return {
    pictured: covered.reduce((sum, each) => sum + each, 0) / covered.length,
    hidden: shown.all === 0 ? 0 : shown.hidden / shown.all,
  };
}

/** Measures each page of a file. */
export const measurePages = (source: PDFDocument): PageMarks[] =>
  source.getPages().map((page) => measurePage(page));

const dictOf = (object: PDFObject | undefined): PDFDict | undefined =>
  object instanceof PDFDict ? object : undefined;

function xObjectOf(
  resources: PDFDict | undefined,
  operand: Buffer | undefined,
): PDFRawStream | undefined {
  const objects = dictOf(resources?.lookup(name('XObject')));
  const key = operand?.toString('latin1').slice(1);
  const found = key === undefined ? undefined : objects?.lookup(name(key));
  return found instanceof PDFRawStream ? found : undefined;
}

function formMatrix(dict: PDFDict): Matrix {
  const matrix = dict.lookup(name('Matrix'));
  if (!(matrix instanceof PDFArray)) return matrixOf([]);
  return matrixOf(
    matrix.asArray().map((each) => (each instanceof PDFNumber ? each.asNumber() : Number.NaN)),
  );
}

function matrixOf(numbers: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers.length === 6 ? numbers : [];
  return [a, b, c, d, e, f];
}

const times = ([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix => [
  a * g + b * i,
  a * h + b * j,
  c * g + d * i,
  c * h + d * j,
  e * g + f * i + k,
  e * h + f * j + l,
];

const at = ([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] => [
  a * x + c * y + e,
  b * x + d * y + f,
];
