import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findRoot } from '@viewpoints/config/env';
import { describe, expect, it } from 'vitest';
import { readDeclaredNames } from './read-declared-names.ts';

/** Old names that stay as the right word for something else, each with what that is. */
const exceptions: Readonly<Record<string, string>> = {
  Front: 'the component of the front page',
  PAGES: 'the pages that a benchmark loads',
  PageOf: 'a page of an answer; that of a query is QueryPage',
  Parts: 'parts of a text or paragraph, not what a function depends on',
  documents: 'Markdown files, shared documents and search documents',
  front: 'the front page',
  held: 'when or by whom a position was held',
  joined: 'words, texts or people that were joined, not relations of articles',
  lease: 'the lease of a worker',
  longest: 'the longest of several, not a maximum',
  mostAttempts: 'a field of backups: those that were made have it',
  none: 'nothing of a list or choice, and a filter of Prisma',
  outside: 'outside of something: an element, brackets, an article',
  placeOf: 'the place of a node, word or page, not the target of a reason',
  room: 'a folder of the code that a call passes',
  seen: 'the field of inputs, kept as a public name, and what takes it',
  since: 'a moment from which on something is so',
  tries: 'how often something has been tried so far, not how often at most',
  wanted: 'the field that the search functions of SQL read',
  wordsIn: 'the words in a text, not labels',
  wordsOf: 'the words of a text or person, not a message',
};

/** The old names of a table: what is in backticks in its first column. */
function oldNamesOf(document: string): string[] {
  const [, table = ''] = document.split('\n## Names\n');
  return [...(table.split('\n## ')[0] ?? '').matchAll(/^\| `(\w+)` /gm)].map(
    ([, name = '']) => name,
  );
}

describe('old names', () => {
  const root = findRoot();
  const old = new Set(oldNamesOf(readFileSync(join(root, 'docs/changing/names.md'), 'utf8')));
  const isOld = (name: string) => old.has(name) || /^(?:most[A-Z]|MOST_)/.test(name);

  // It parses every file, which takes long on a busy machine.
  it('of docs/changing/names.md are declared nowhere', { timeout: 180_000 }, () => {
    expect(old.size).toBeGreaterThan(200);
    const files = globSync('{apps,packages}/*/{src,bench,scripts}/**/*.{ts,tsx}', {
      cwd: root,
      exclude: ['**/generated/**'],
    });
    expect(files.length).toBeGreaterThan(2000);
    const declared = files
      .flatMap((path) => readDeclaredNames(path, readFileSync(join(root, path), 'utf8')))
      .filter(({ name }) => isOld(name));
    expect(
      declared
        .filter(({ name }) => exceptions[name] === undefined)
        .map(({ name, path, line }) => `${name} (${path}:${line})`),
    ).toEqual([]);
    const used = new Set(declared.map(({ name }) => name));
    expect(Object.keys(exceptions).filter((name) => !used.has(name))).toEqual([]);
  });

  it.each([
    ['const { id, seen } = input;', []],
    ['const { seen: base, rest: [first = 1, ...others] } = input;', ['base', 'first', 'others']],
    ['function f({ a }: A, b = 1) { try { g(); } catch (c) {} }', ['f', 'b', 'c']],
    ['const f = (a: string) => ({ b: a });', ['f', 'a']],
    ['class C { #d = 1; e() {} }', ['C', '#d', 'e']],
    ['type T = { f: string; g(): void }; interface I { h: T }', ['T', 'f', 'g', 'I', 'h']],
  ])('are read from what %s declares', (source, names) => {
    const read = readDeclaredNames('some.ts', source).map(({ name }) => name);
    expect(read.toSorted()).toEqual(names.map((name) => name.replace('#', '')).toSorted());
  });
});
