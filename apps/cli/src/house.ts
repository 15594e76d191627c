import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure, runCommand } from './failure.ts';
import { type CruisedModule, filesInCircles, measureImports } from './house/measure-imports.ts';
import { longFiles, measureWorkspaces, type SourceFile } from './house/measure-sources.ts';
import { examples, filesNaming } from './house/naming-files.ts';
import { recipeCosts } from './house/recipe-costs.ts';
import { measureWays } from './house/ways.ts';
import { renderTable } from './text-table.ts';
import { root, runTool } from './tool.ts';

/** The longest file that needs no reason. */
const MAX_LINES = 300;

/** Prints sizes, shares, imports and circles of the code, and what adding a thing to it costs. */
await runCommand(async () => {
  const all = readSources();
  const sources = all.filter(({ path }) => /\.tsx?$/.test(path));
  const modules = await cruise();
  const workspaces = measureWorkspaces(sources);
  console.log(
    renderTable([
      ['Workspace', 'Files', 'Lines', 'Test lines a line', 'Inner comments', 'Longest'],
      ...workspaces.map(({ workspace, files, lines, testLines, innerComments, longest }) => [
        workspace,
        String(files),
        String(lines),
        lines === 0 ? '' : (testLines / lines).toFixed(2),
        `${((100 * innerComments) / Math.max(1, lines)).toFixed(1)} %`,
        longest === null ? '' : `${longest.lines} ${longest.path.slice(workspace.length + 1)}`,
      ]),
    ]),
  );
  console.log('');
  console.log(
    renderTable([
      ['Workspace', 'Uses', 'Used by'],
      ...measureImports(modules).map(({ workspace, uses, usedBy }) => [
        workspace,
        String(uses.length),
        String(usedBy.length),
      ]),
    ]),
  );
  const circles = filesInCircles(modules);
  console.log(`\nFiles in circles: ${circles.length === 0 ? 'none' : circles.join(', ')}`);
  for (const { name, rooms, waysBack, most } of measureWays(root)) {
    console.log(`\nRooms that ${name} passes: ${rooms.length} (at most ${most.rooms})`);
    for (const each of rooms) console.log(`  ${each}`);
    console.log(`Ways back: ${waysBack.length} (at most ${most.waysBack})`);
    for (const each of waysBack) console.log(`  ${each}`);
  }
  console.log('');
  const long = longFiles(sources, MAX_LINES);
  console.log(`Files over ${MAX_LINES} lines: ${long.length}`);
  for (const { path, lines } of long) console.log(`  ${lines} ${path}`);
  console.log('\nFiles that adding a thing touches, as docs/changing/recipes.md counts them:');
  const recipes = recipeCosts(readFileSync(join(root, 'docs/changing/recipes.md'), 'utf8'));
  for (const { name, files } of recipes) console.log(`  ${files} ${name}`);
  console.log('\nFiles that name an example of a recipe, counted in the code:\n');
  console.log(
    renderTable([
      ['Example', 'Recipe', 'Files', 'Before', 'Target of adding one'],
      ...examples.map((example) => [
        example.name,
        example.recipe,
        String(filesNaming(all, example).length),
        example.before === undefined ? '' : String(example.before),
        String(example.target),
      ]),
    ]),
  );
  return 0;
});

function readSources(): SourceFile[] {
  const paths = globSync(
    ['{packages,apps}/*/{src,scripts,bench,bin}/**/*.{ts,tsx}', 'prisma/{models,functions}/**/*'],
    {
      cwd: root,
      exclude: (name) => name === 'node_modules' || name === 'generated',
    },
  ).filter((path) => /\.(tsx?|prisma|sql)$/.test(path));
  return paths.sort().map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

async function cruise(): Promise<CruisedModule[]> {
  const rules = 'packages/config/dependency-rules.cjs';
  const { output } = await runTool('depcruise', [
    ...['--config', rules, '--output-type', 'json', 'apps', 'packages'],
  ]);
  try {
    return JSON.parse(output).modules;
  } catch {
    throw new Failure(`The imports could not be read:\n${output.slice(0, 2000)}`);
  }
}
