/** The part of dependency-cruiser's output for a file that is read here. */
export type CruisedModule = {
  source: string;
  dependencies: { resolved: string; circular: boolean }[];
};

/** The imports between a package or an app and the others. */
export type WorkspaceImports = { workspace: string; uses: string[]; usedBy: string[] };

const workspaceOf = (path: string): string | null =>
  /^(?:packages|apps)\/[^/]+/.exec(
    path.replace(/^node_modules\/@viewpoints\//, 'packages/'),
  )?.[0] ?? null;

/** The packages that each package and app imports, tests included, in the order of their names. */
export function measureImports(modules: readonly CruisedModule[]): WorkspaceImports[] {
  const uses = new Map<string, Set<string>>();
  for (const { source, dependencies } of modules) {
    const from = workspaceOf(source);
    if (from === null) continue;
    const others = uses.get(from) ?? new Set();
    uses.set(from, others);
    for (const { resolved } of dependencies) {
      const to = workspaceOf(resolved);
      if (to !== null && to !== from) others.add(to);
    }
  }
  return [...uses]
    .map(([workspace, others]) => ({
      workspace,
      uses: [...others].sort(),
      usedBy: [...uses].flatMap(([other, used]) => (used.has(workspace) ? [other] : [])).sort(),
    }))
    .sort((a, b) => (a.workspace < b.workspace ? -1 : 1));
}

/** Files that import each other in a circle. */
export const filesInCircles = (modules: readonly CruisedModule[]): string[] =>
  modules
    .filter(({ dependencies }) => dependencies.some(({ circular }) => circular))
    .map(({ source }) => source)
    .sort();
