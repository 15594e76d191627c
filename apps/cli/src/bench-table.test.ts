import { expect, test } from 'vitest';
import { parseMeasure, renderMeasures } from './bench-table.ts';

test('a benchmark’s measures become a table, its other lines do not', () => {
  const lines = [
    'warming up',
    '{"name":"Article page","value":12345.6,"unit":"/s","low":12000,"high":13000,"target":"≥ 5,000","met":true}',
    '{"name":"First byte","value":2.345,"unit":"ms"}',
    '{"name":"broken"',
  ];
  const measures = lines.flatMap((line) => parseMeasure(line, 'x.bench.ts') ?? []);
  expect(renderMeasures(measures)).toBe(
    [
      '| What         | Found     | Range            | Target  | Met |',
      '|--------------|-----------|------------------|---------|-----|',
      '| Article page | 12,346 /s | 12,000 to 13,000 | ≥ 5,000 | yes |',
      '| First byte   | 2.35 ms   |                  |         |     |',
    ].join('\n'),
  );
});
