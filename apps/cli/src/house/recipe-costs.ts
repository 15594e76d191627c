/** The cost of adding a thing, as its recipe counts it. */
export type RecipeCost = { name: string; files: number };

/**
 * Reads the number of files that each recipe states ("6 files", "9 product files"): the first
 * under its heading. Recipes without a number are left out.
 */
export function recipeCosts(markdown: string): RecipeCost[] {
  return markdown
    .split(/^## /m)
    .slice(1)
    .flatMap((section) => {
      const [name = ''] = section.split('\n');
      const files = /(\d+)(?: \w+)? files/.exec(section)?.[1];
      return files === undefined ? [] : [{ name: name.trim(), files: Number(files) }];
    });
}
