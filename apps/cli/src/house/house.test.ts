import { describe, expect, it } from 'vitest';
import { filesInCircles, measureImports } from './measure-imports.ts';
import { longFiles, measureRooms } from './measure-sources.ts';
import { recipeCosts } from './recipe-costs.ts';

describe('what the house measures', () => {
  const sources = [
    {
      path: 'packages/a/src/one.ts',
      text: '/** Doc. */\nexport function f() {\n  // why\n\n  return 1;\n}\n',
    },
    { path: 'packages/a/src/one.test.ts', text: 'test();\n  // not counted\n' },
    { path: 'packages/a/src/testing/made.ts', text: 'made();\n' },
    { path: 'apps/b/src/two.tsx', text: '// about the file\nconst two = 2;\n' },
  ];

  it('counts lines, comments inside functions and tests, room by room', () => {
    expect(measureRooms(sources)).toEqual([
      {
        ...{ room: 'apps/b', files: 1, lines: 2, testLines: 0, innerComments: 0 },
        longest: { path: 'apps/b/src/two.tsx', lines: 2 },
      },
      {
        ...{ room: 'packages/a', files: 1, lines: 5, testLines: 3, innerComments: 1 },
        longest: { path: 'packages/a/src/one.ts', lines: 5 },
      },
    ]);
  });

  it('names long files, the longest first', () => {
    expect(longFiles(sources, 2).map(({ path }) => path)).toEqual(['packages/a/src/one.ts']);
    expect(longFiles(sources, 1).map(({ lines }) => lines)).toEqual([5, 2, 2]);
  });

  const module = (source: string, ...dependencies: [resolved: string, circular?: boolean][]) => ({
    source,
    dependencies: dependencies.map(([resolved, circular = false]) => ({ resolved, circular })),
  });

  it('lists which rooms use which, by their paths or by their names', () => {
    const modules = [
      module('apps/b/src/two.tsx', ['packages/a/src/one.ts'], ['node_modules/zod/index.js']),
      module('packages/a/src/one.ts', ['packages/a/src/own.ts']),
      module('apps/c/src/c.ts', ['node_modules/@viewpoints/a/src/one.ts']),
    ];
    expect(measureImports(modules)).toEqual([
      { room: 'apps/b', uses: ['packages/a'], usedBy: [] },
      { room: 'apps/c', uses: ['packages/a'], usedBy: [] },
      { room: 'packages/a', uses: [], usedBy: ['apps/b', 'apps/c'] },
    ]);
  });

  it('finds files in circles', () => {
    const modules = [
      module('a.ts', ['b.ts', true]),
      module('b.ts', ['a.ts', true]),
      module('c.ts'),
    ];
    expect(filesInCircles(modules)).toEqual(['a.ts', 'b.ts']);
  });

  it('reads what a recipe costs, and passes over one that states nothing', () => {
    const recipes =
      '# Recipes\n\n## A field\n\nExample. 16 files.\n\n## A rule\n\nWords.\n\n## A kind\n\nIt is in 9 product files.\n';
    expect(recipeCosts(recipes)).toEqual([
      { name: 'A field', files: 16 },
      { name: 'A kind', files: 9 },
    ]);
  });
});
