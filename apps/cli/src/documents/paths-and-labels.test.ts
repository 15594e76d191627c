import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const documents = globSync(['*.md', 'docs/**/*.md', 'packages/*/CONTEXT.md'], { cwd: root });

const read = (file: string) => readFileSync(join(root, file), 'utf8');
const prose = (file: string) => read(file).replace(/^```[\s\S]*?^```$/gm, '');

/** Generated and not in Git, or named only to say that it does not exist. */
const isMade = (path: string) => /\/(?:generated|reports)\b|^index\.ts$/.test(path);

/** `a/{b,c}.ts` is `a/b.ts` and `a/c.ts`. */
function spelledOut(path: string): string[] {
  const braces = /\{([^}]*)\}/.exec(path);
  if (braces === null) return [path];
  return (braces[1] ?? '').split(',').flatMap((each) => spelledOut(path.replace(braces[0], each)));
}

test('every source file that a document names by the end of its path is there', () => {
  const sources = globSync('{apps,packages,prisma}/**/*.{ts,tsx,sql,prisma,css,cjs,mjs}', {
    cwd: root,
    exclude: ['**/node_modules/**', '**/.next/**'],
  }).map((file) => `/${file}`);
  const missing = documents.flatMap((file) =>
    [...prose(file).matchAll(/`([\w./()[\]{},-]+\.(?:tsx?|sql|prisma|css|cjs|mjs))`/g)]
      .flatMap(([, path = '']) => spelledOut(path))
      .filter((path) => !isMade(path) && !sources.some((source) => source.endsWith(`/${path}`)))
      .map((path) => `${file}: ${path}`),
  );
  expect(missing).toEqual([]);
});

test('every label that the pages for editors set in bold is on a screen', () => {
  const screens = globSync('apps/admin/src/**/*.{ts,tsx}', { cwd: root })
    .map(read)
    .join('\n')
    .replace(/\s+/g, ' ');
  const labels = globSync('docs/editing/*.md', { cwd: root }).flatMap((file) =>
    [
      ...prose(file)
        .replace(/\s+/g, ' ')
        .matchAll(/\*\*(.+?)\*\*/g),
    ].map(([, label = '']) => label),
  );
  expect(labels.filter((label) => !screens.includes(label))).toEqual([]);
});

test.each(globSync('docs/decisions/*.md', { cwd: root }))(
  '%s has the form of a decision',
  (file) => {
    const headings = [...prose(file).matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
    expect(headings).toEqual(['Context', 'Decision', 'Consequences']);
  },
);
