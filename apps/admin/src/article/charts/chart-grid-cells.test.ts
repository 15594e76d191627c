import { describe, expect, it } from 'vitest';
import { emptyForm, formOf, readForm } from './chart-form.ts';
import {
  addColumn,
  addRow,
  type Cells,
  pasteCells,
  readCells,
  removeColumn,
  removeRow,
  sharesIn,
  swapColumns,
  swapRows,
} from './chart-grid-cells.ts';
import { isTable, readPastedTable } from './pasted-table.ts';

const cells: Cells = [
  ['Year', 'Upper', 'Lower'],
  ['2019', '4.5', ''],
  ['2020', '3', '2'],
];
const id = '01900000-0000-4000-8000-00000000012d';

describe('the cells of a chart', () => {
  it('become its data; empty rows are left out', () => {
    expect(readCells(addRow(cells), null)).toEqual({
      problems: [],
      data: {
        heading: 'Year',
        columns: [{ label: 'Upper' }, { label: 'Lower' }],
        rows: [
          { label: '2019', values: [4.5, null] },
          { label: '2020', values: [3, 2] },
        ],
      },
    });
  });

  it('are moved, added and taken away', () => {
    expect(swapRows(cells, 1).map(([label]) => label)).toEqual(['Year', '2020', '2019']);
    expect(swapColumns(cells, 1)[0]).toEqual(['Year', 'Lower', 'Upper']);
    expect(removeRow(cells, 1)).toHaveLength(2);
    expect(removeColumn(cells, 1)[0]).toEqual(['Year', 'Lower']);
    const wide = Array.from({ length: 9 }).reduce<Cells>((all) => addColumn(all), cells);
    expect(wide[0]).toHaveLength(7);
  });

  it('say which of them is wrong', () => {
    const { data, problems } = readCells(
      [
        ['', ''],
        ['', 'x'],
        ['b', ''],
      ],
      null,
    );
    expect(data).toBeNull();
    expect(problems.map(({ row, column }) => [row, column])).toEqual([
      [0, 1],
      [1, 0],
      [1, 1],
    ]);
  });

  it('keep a number with three decimals when a chart is opened again', () => {
    const chart = readForm(
      {
        ...emptyForm,
        cells: [
          ['', 'a'],
          ['b', '1.234'],
        ],
        decimal: '.',
      },
      id,
    );
    expect(chart.drawn?.data.rows[0]?.values).toEqual([1.234]);
    const again = chart.drawn && readForm(formOf(chart.drawn), id);
    expect(again?.drawn?.data).toEqual(chart.drawn?.data);
  });

  it('are refused as ranges without a lowest and a highest column', () => {
    const form = {
      ...emptyForm,
      cells: [
        ['', 'a'],
        ['b', '1'],
      ],
      kind: 'ranges' as const,
    };
    expect(readForm(form, id).cells[0]?.says).toContain('a column for the lowest value');
  });
});

describe('a table that is pasted', () => {
  it.each([
    [
      'tabs',
      'Year\tUpper\r\n2019\t4,5\r\n',
      [
        ['Year', 'Upper'],
        ['2019', '4,5'],
      ],
    ],
    [
      'semicolons',
      'Year;Upper\n2019;4,5',
      [
        ['Year', 'Upper'],
        ['2019', '4,5'],
      ],
    ],
    [
      'commas and quotes',
      'Year,Upper\n"2019, ""b""","4,5"\n',
      [
        ['Year', 'Upper'],
        ['2019, "b"', '4,5'],
      ],
    ],
    ['one column', 'a\nb\n', [['a'], ['b']]],
    [
      'a line break in a cell',
      '"a\nb"\t1\nc\t2',
      [
        ['a b', '1'],
        ['c', '2'],
      ],
    ],
    [
      'a missing cell at the end',
      'a\tb\nc',
      [
        ['a', 'b'],
        ['c', ''],
      ],
    ],
  ])('by %s is read', (_, text, cells) => {
    expect(readPastedTable(text)).toEqual({ cells });
  });

  it('is refused where a decimal comma divides its lines unevenly', () => {
    expect(readPastedTable('Year,Upper\n2019,4,5')).toEqual({
      problem: expect.stringContaining('Line 1 has 2 cells and others 3'),
    });
  });

  it('is refused where it is too much, at once', () => {
    const started = performance.now();
    expect(readPastedTable('1\t2\n'.repeat(1_300_000))).toHaveProperty('problem');
    expect(performance.now() - started).toBeLessThan(100);
    expect(readPastedTable('1\t2\n'.repeat(300))).toHaveProperty('problem');
    expect(readPastedTable('1\t2\t3\t4\t5\t6\t7\t8\n1\t2\t3\t4\t5\t6\t7\t8')).toHaveProperty(
      'problem',
    );
  });

  it('takes the place of all from the first cell, else goes in where it is', () => {
    expect(
      pasteCells(cells, 0, 0, [
        ['', 'x'],
        ['y', '1'],
      ]),
    ).toEqual([
      ['', 'x'],
      ['y', '1'],
    ]);
    expect(pasteCells(cells, 2, 2, [['8', '9']])?.[2]).toEqual(['2020', '3', '8', '9']);
    expect(pasteCells(cells, 0, 6, [['a', 'b']])).toBeNull();
  });

  it('is told from the words of one cell', () => {
    expect(isTable('a, b')).toBe(false);
    expect(isTable('a\n')).toBe(false);
    expect(isTable('a\tb')).toBe(true);
  });

  it('of shares alone loses their sign, which is the unit then', () => {
    expect(
      sharesIn([
        ['', 'a'],
        ['b', '4 %'],
        ['c', ''],
      ]),
    ).toEqual([
      ['', 'a'],
      ['b', '4'],
      ['c', ''],
    ]);
    expect(
      sharesIn([
        ['', 'a'],
        ['b', '4 %'],
        ['c', '5'],
      ]),
    ).toBeNull();
  });
});
