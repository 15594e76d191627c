import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from '@swc/core';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';

type Place = { start?: number | null; end?: number | null };
type Ignores = (path: { node: Place; parent: { type: string } | null }) => string | undefined;

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

/** The plugin as Stryker loads it for a part; for all of the package without one. */
async function ignoresOf(part?: string): Promise<Ignores> {
  vi.resetModules();
  vi.stubEnv('MUTATION_PART', part);
  const { strykerPlugins } = await import('./ignore-other-parts.ts');
  return strykerPlugins[0]?.value.shouldIgnore ?? (() => undefined);
}

/** In how many of so many parts each place at the top of a file is. */
async function countParts(places: readonly Place[], parts: number): Promise<number[]> {
  const counts = places.map(() => 0);
  for (let part = 1; part <= parts; part += 1) {
    const ignores = await ignoresOf(`${part}/${parts}`);
    for (const [index, node] of places.entries())
      if (ignores({ node, parent: { type: 'Program' } }) === undefined)
        counts[index] = (counts[index] ?? 0) + 1;
  }
  return counts;
}

/** The ranges of a file's functions and tables. */
function placesOf(code: string): Place[] {
  const { body, span } = parseSync(code, { syntax: 'typescript' });
  return body.map((each) => ({
    start: each.span.start - span.start,
    end: each.span.end - span.start,
  }));
}

const files: [name: string, code: string][] = [
  ['a file of one function', 'export function one() { return 1; }'],
  ['a file of one line', 'const a=1;const b=()=>a;function c(){return b()}export{c};'],
  ['statements of no length between', ';;export const a = 1;;;'],
  [
    'a class and what is in it',
    'export class A { #b = 1; get c() { return this.#b; } static d() {} }',
  ],
  ['overloads', 'function a(b: 1): 1;\nfunction a(b: 2): 2;\nfunction a(b: number) { return b; }'],
  ['a default export without a name', 'export default (a: number) => a;\nexport const b = 2;'],
  ['a file without an end of line, in other letters', 'const 河 = "—";\nconst é = () => 河'],
  ['a long file', Array.from({ length: 300 }, (_, n) => `const a${n} = () => ${n};`).join('\n')],
  ['this plugin', readFileSync(join(import.meta.dirname, 'ignore-other-parts.ts'), 'utf8')],
];

describe('each function of a file is in exactly one part', () => {
  test.each(files)('%s', async (_, code) => {
    const places = placesOf(code);
    expect(places.length).toBeGreaterThan(0);
    for (const parts of [1, 2, 3, 8, 13])
      expect(await countParts(places, parts)).toEqual(places.map(() => 1));
  });

  test('wherever it begins and ends, and where that is not known', async () => {
    const edge = fc.option(fc.nat({ max: Number.MAX_SAFE_INTEGER }), { nil: null });
    const places = [
      ...fc.sample(fc.record({ start: edge, end: edge }), { numRuns: 500, seed: 7 }),
      ...[{}, { start: null, end: null }, { start: 0, end: 0 }, { start: 2 ** 32, end: 2 ** 33 }],
    ];
    for (const parts of [1, 7, 8, 1000])
      expect(await countParts(places, parts)).toEqual(places.map(() => 1));
  });
});

test('a long file is spread over all parts, none of which has twice its share', async () => {
  const places = placesOf(files.find(([name]) => name === 'a long file')?.[1] ?? '');
  for (let part = 1; part <= 8; part += 1) {
    const ignores = await ignoresOf(`${part}/8`);
    const own = places.filter((node) => !ignores({ node, parent: { type: 'Program' } }));
    expect(own.length).toBeGreaterThan(0);
    expect(own.length).toBeLessThan((2 * places.length) / 8);
  }
});

test('what is within a function goes with it, and without a part nothing is left out', async () => {
  const node = { start: 3, end: 5 };
  for (let part = 1; part <= 8; part += 1) {
    const ignores = await ignoresOf(`${part}/8`);
    expect(ignores({ node, parent: { type: 'BlockStatement' } })).toBeUndefined();
    expect(ignores({ node, parent: null })).toBeUndefined();
  }
  const ignores = await ignoresOf();
  for (const [, code] of files)
    for (const place of placesOf(code))
      expect(ignores({ node: place, parent: { type: 'Program' } })).toBeUndefined();
});
