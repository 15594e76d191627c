import type { SourceFile } from './measure-sources.ts';

/**
 * An example of what a recipe adds: how code names it, the recipe's heading, and the most files that
 * adding one should touch. `before` is how many files named it before there was one table of kinds.
 */
export type Example = {
  name: string;
  pattern: RegExp;
  recipe: string;
  target: number;
  before?: number;
};

/** The examples of `docs/changing/recipes.md` whose names can be searched for. */
export const examples: readonly Example[] = [
  {
    ...{ name: 'series', pattern: /\bseries|Series/, recipe: 'A kind with a page' },
    ...{ target: 20, before: 63 },
  },
  { name: 'saidIn', pattern: /\bsaid(In|_in)\b/, recipe: 'A field of a finding', target: 9 },
  { name: 'pullQuote', pattern: /pull-?[qQ]uote/, recipe: 'A block', target: 6 },
  { name: 'callout', pattern: /\b[cC]allouts?\b/, recipe: 'A block', target: 12 },
];

const isProduct = (path: string): boolean =>
  /\.(tsx?|prisma|sql)$/.test(path) &&
  !/\.test\.tsx?$|\/(testing|sample|bench|generated|migrations)\/|^apps\/e2e\//.test(path);

/**
 * The product files that name an example: TypeScript, models and SQL functions, without tests, sample
 * and migrations. It is the most that adding such a thing can touch, and includes later features.
 */
export function filesNaming(sources: readonly SourceFile[], { pattern }: Example): string[] {
  return sources
    .filter(({ path, text }) => isProduct(path) && (pattern.test(path) || pattern.test(text)))
    .map(({ path }) => path);
}
