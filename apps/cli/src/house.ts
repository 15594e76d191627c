import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure, runCommand } from './failure.ts';
import { type CruisedModule, filesInCircles, measureImports } from './house/measure-imports.ts';
import { longFiles, measureRooms, type SourceFile } from './house/measure-sources.ts';
import { recipeCosts } from './house/recipe-costs.ts';
import { renderTable } from './text-table.ts';
import { root, runTool } from './tool.ts';

/** The longest file that needs no reason. */
const MOST_LINES = 300;

/** Prints what the house measures: sizes, shares, imports, circles, and what adding a thing costs. */
await runCommand(async () => {
  const sources = readSources();
  const modules = await cruise();
  const rooms = measureRooms(sources);
  console.log(
    renderTable([
      ['Room', 'Files', 'Lines', 'Test lines a line', 'Inner comments', 'Longest'],
      ...rooms.map(({ room, files, lines, testLines, innerComments, longest }) => [
        room,
        String(files),
        String(lines),
        lines === 0 ? '' : (testLines / lines).toFixed(2),
        `${((100 * innerComments) / Math.max(1, lines)).toFixed(1)} %`,
        longest === null ? '' : `${longest.lines} ${longest.path.slice(room.length + 1)}`,
      ]),
    ]),
  );
  console.log('');
  console.log(
    renderTable([
      ['Room', 'Uses', 'Used by'],
      ...measureImports(modules).map(({ room, uses, usedBy }) => [
        room,
        String(uses.length),
        String(usedBy.length),
      ]),
    ]),
  );
  const circles = filesInCircles(modules);
  console.log(`\nFiles in circles: ${circles.length === 0 ? 'none' : circles.join(', ')}`);
  const long = longFiles(sources, MOST_LINES);
  console.log(`Files over ${MOST_LINES} lines: ${long.length}`);
  for (const { path, lines } of long) console.log(`  ${lines} ${path}`);
  console.log('\nFiles that adding a thing touches (docs/changing/recipes.md):');
  const recipes = readFileSync(join(root, 'docs/changing/recipes.md'), 'utf8');
  for (const { name, files } of recipeCosts(recipes)) console.log(`  ${files} ${name}`);
  return 0;
});

function readSources(): SourceFile[] {
  const paths = globSync('{packages,apps}/*/{src,scripts,bench,bin}/**/*.{ts,tsx}', {
    cwd: root,
    exclude: (name) => name === 'node_modules' || name === 'generated',
  });
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
