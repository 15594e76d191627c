import type { ImportPoint, ImportPointCode } from '@viewpoints/domain/imports/import-points';
import { oneLine } from '@viewpoints/domain/text/normalise';

/** The most points that the report has on one item. */
const MOST = 200;

const keyOf = ({ code, words }: Pick<ImportPoint, 'code' | 'words'>) => `${code} ${words}`;

/** Collects what an editor has to know of one item: the same thing twice is one point. */
export class Points {
  readonly #points = new Map<string, ImportPoint>();

  /** Points that were collected elsewhere, to which more can be added. */
  static of(points: readonly ImportPoint[]): Points {
    const all = new Points();
    for (const point of points) all.#points.set(keyOf(point), { ...point });
    return all;
  }

  add(code: ImportPointCode, words = ''): void {
    const short = oneLine(words.slice(0, 1000)).slice(0, 300).toWellFormed();
    // Beyond the most, a point has no words of its own: it is still counted.
    const full = this.#points.size >= MOST;
    const key = full ? code : keyOf({ code, words: short });
    const known = this.#points.get(key);
    if (known !== undefined) known.count += 1;
    else this.#points.set(key, { code, words: full ? '' : short, count: 1 });
  }

  list(): ImportPoint[] {
    return [...this.#points.values()];
  }
}
