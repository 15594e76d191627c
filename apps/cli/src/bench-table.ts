import { renderTable } from './text-table.ts';

/** One number that a benchmark found. */
export type Measure = {
  /** The benchmark's file. */
  file: string;
  name: string;
  value: number;
  unit: string;
  /** The least and the most of its rounds, where there were several. */
  range: [low: number, high: number] | null;
  /** The target, in words ("≥ 500"), if there is one. */
  target: string | null;
  /** Whether it does. */
  met: boolean | null;
};

/** Reads a line of a benchmark's output; null if it is no measure. */
export function parseMeasure(line: string, file: string): Measure | null {
  if (!line.startsWith('{')) return null;
  try {
    const { name, value, unit, low, high, target, met } = JSON.parse(line);
    if (typeof name !== 'string' || typeof value !== 'number' || typeof unit !== 'string')
      return null;
    return {
      file,
      name,
      value,
      unit,
      range: typeof low === 'number' && typeof high === 'number' ? [low, high] : null,
      target: typeof target === 'string' ? target : null,
      met: typeof met === 'boolean' ? met : null,
    };
  } catch {
    return null;
  }
}

/** A Markdown table, readable as it is. */
export function renderMeasures(measures: Measure[]): string {
  const rows = measures.map(({ name, value, unit, range, target, met }) => [
    name,
    `${numeral(value)} ${unit}`.trim(),
    range === null ? '' : `${numeral(range[0])} to ${numeral(range[1])}`,
    target ?? '',
    met === null ? '' : met ? 'yes' : 'no',
  ]);
  return renderTable([['What', 'Found', 'Range', 'Target', 'Met'], ...rows]);
}

const numeral = (value: number): string =>
  value.toLocaleString('en-GB', { maximumFractionDigits: Math.abs(value) < 10 ? 2 : 0 });
