import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findRoot } from '@viewpoints/config/env';
import { describe, expect, it } from 'vitest';
import { filesInCircles, measureImports } from './measure-imports.ts';
import { longFiles, measureWorkspaces } from './measure-sources.ts';
import { examples, filesNaming } from './naming-files.ts';
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

  it('counts lines, comments inside functions and tests, by workspace', () => {
    expect(measureWorkspaces(sources)).toEqual([
      {
        ...{ workspace: 'apps/b', files: 1, lines: 2, testLines: 0, innerComments: 0 },
        longest: { path: 'apps/b/src/two.tsx', lines: 2 },
      },
      {
        ...{ workspace: 'packages/a', files: 1, lines: 5, testLines: 3, innerComments: 1 },
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

  it('lists which workspaces use which, by their paths or by their names', () => {
    const modules = [
      module('apps/b/src/two.tsx', ['packages/a/src/one.ts'], ['node_modules/zod/index.js']),
      module('packages/a/src/one.ts', ['packages/a/src/own.ts']),
      module('apps/c/src/c.ts', ['node_modules/@viewpoints/a/src/one.ts']),
    ];
    expect(measureImports(modules)).toEqual([
      { workspace: 'apps/b', uses: ['packages/a'], usedBy: [] },
      { workspace: 'apps/c', uses: ['packages/a'], usedBy: [] },
      { workspace: 'packages/a', uses: [], usedBy: ['apps/b', 'apps/c'] },
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

  it('counts the product files that name an example, by their paths or in their text', () => {
    const example = { name: 'saidIn', pattern: /\bsaid(In|_in)\b/, recipe: 'A field', target: 9 };
    const named = [
      { path: 'packages/a/src/said.ts', text: 'const { saidIn } = finding;\n' },
      { path: 'prisma/models/finding.prisma', text: 'said_in String?\n' },
      { path: 'packages/a/src/other.ts', text: 'const saidInside = 1;\n' },
      { path: 'packages/a/src/said.test.ts', text: 'expect(saidIn);\n' },
      { path: 'packages/api/src/sample/made.ts', text: 'saidIn\n' },
    ];
    expect(filesNaming(named, example)).toEqual([
      'packages/a/src/said.ts',
      'prisma/models/finding.prisma',
    ]);
  });

  it('takes its examples from recipes that state a number of files', () => {
    const recipes = readFileSync(join(findRoot(), 'docs/changing/recipes.md'), 'utf8');
    const stated = recipeCosts(recipes).map(({ name }) => name);
    expect(stated).toEqual(expect.arrayContaining(examples.map(({ recipe }) => recipe)));
  });
});
