import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const documents = globSync(['*.md', 'docs/**/*.md', 'packages/*/CONTEXT.md'], { cwd: root });

const read = (file: string) => readFileSync(join(root, file), 'utf8');
const prose = (file: string) => read(file).replace(/^```[\s\S]*?^```$/gm, '');

/** Made by a command and not kept in Git, or named to say that there is none. */
const isMade = (path: string) => /\/(?:generated|reports)\b|^index\.ts$/.test(path);

/** `a/{b,c}.ts` is `a/b.ts` and `a/c.ts`. */
function spelledOut(path: string): string[] {
  const braces = /\{([^}]*)\}/.exec(path);
  if (braces === null) return [path];
  return (braces[1] ?? '').split(',').flatMap((each) => spelledOut(path.replace(braces[0], each)));
}

/** The addresses of a document's headings, as GitHub makes them. */
function anchorsOf(file: string): string[] {
  return [...prose(file).matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-'),
  );
}

test('every link of the documents leads to a file, and to a heading where it names one', () => {
  const broken = documents.flatMap((file) =>
    [...prose(file).matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, address = '']) => {
      if (/^[a-z]+:/.test(address)) return [];
      const [path = '', anchor] = address.split('#');
      const target = path === '' ? file : relative(root, join(root, dirname(file), path));
      if (!existsSync(join(root, target))) return [`${file}: ${address}`];
      if (anchor === undefined || statSync(join(root, target)).isDirectory()) return [];
      return anchorsOf(target).includes(anchor) ? [] : [`${file}: ${address}`];
    }),
  );
  expect(broken).toEqual([]);
});

test('every file that a document names by its whole path is there', () => {
  const missing = documents.flatMap((file) =>
    [...prose(file).matchAll(/`((?:apps|packages|prisma|deploy|docs)\/[\w./()[\]-]+)`/g)]
      .map(([, path = '']) => path)
      .filter((path) => !isMade(path) && !existsSync(join(root, path)))
      .map((path) => `${file}: ${path}`),
  );
  expect(missing).toEqual([]);
});

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
