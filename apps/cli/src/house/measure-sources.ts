/** A source file: its path from the root of the repository, and its text. */
export type SourceFile = { path: string; text: string };

/** The size of a package or an app. Blank lines are not counted. */
export type WorkspaceSize = {
  workspace: string;
  files: number;
  lines: number;
  testLines: number;
  /** Lines of comment inside functions. */
  innerComments: number;
  longest: { path: string; lines: number } | null;
};

const isTest = (path: string): boolean => /\.test\.tsx?$|\/testing\/|^apps\/e2e\//.test(path);
const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');

/**
 * An indented line that is a comment; docstrings of members are not counted, nor are instructions to
 * the linter, which each need a reason of their own.
 */
const isInnerComment = (line: string): boolean => /^\s+\/\/(?! biome-ignore)/.test(line);

/** How much there is of each package and app, in the order of their names. */
export function measureWorkspaces(sources: readonly SourceFile[]): WorkspaceSize[] {
  const workspaces = Map.groupBy(sources, ({ path }) => path.split('/').slice(0, 2).join('/'));
  return [...workspaces]
    .map(([workspace, files]) => {
      const measured = files.map(({ path, text }) => ({ path, lines: linesOf(text) }));
      const own = measured.filter(({ path }) => !isTest(path));
      const sum = (of: typeof measured) => of.reduce((all, { lines }) => all + lines.length, 0);
      const [longest] = own
        .map(({ path, lines }) => ({ path, lines: lines.length }))
        .sort((a, b) => b.lines - a.lines);
      return {
        workspace,
        files: own.length,
        lines: sum(own),
        testLines: sum(measured) - sum(own),
        innerComments: own.flatMap(({ lines }) => lines.filter(isInnerComment)).length,
        longest: longest ?? null,
      };
    })
    .sort((a, b) => (a.workspace < b.workspace ? -1 : 1));
}

/** Files of more than `most` lines, the longest first. */
export function longFiles(
  sources: readonly SourceFile[],
  most: number,
): { path: string; lines: number }[] {
  return sources
    .map(({ path, text }) => ({ path, lines: linesOf(text).length }))
    .filter(({ lines }) => lines > most)
    .sort((a, b) => b.lines - a.lines);
}
