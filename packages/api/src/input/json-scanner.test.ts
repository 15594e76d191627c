import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ProblemError } from '../problem.ts';
import { anonymousJson, type JsonLimits } from './json-limits.ts';
import { JsonScanner } from './json-scanner.ts';

const unlimited: JsonLimits = {
  bytes: Number.POSITIVE_INFINITY,
  depth: Number.POSITIVE_INFINITY,
  nodes: Number.POSITIVE_INFINITY,
};

/** The values and the depth of what was parsed, counted in another way. */
function measure(value: unknown): { nodes: number; empty: number; depth: number } {
  if (typeof value !== 'object' || value === null) return { nodes: 1, empty: 0, depth: 0 };
  const inner = Object.values(value).map(measure);
  return {
    nodes: inner.reduce((sum, { nodes }) => sum + nodes, 1),
    empty: inner.reduce((sum, { empty }) => sum + empty, inner.length === 0 ? 1 : 0),
    depth: 1 + Math.max(0, ...inner.map(({ depth }) => depth)),
  };
}

/** The reason for which a text is refused, or null. */
function refusal(text: string, limits: JsonLimits): string | null {
  try {
    new JsonScanner(limits).push(Buffer.from(text));
    return null;
  } catch (error) {
    if (error instanceof ProblemError) return error.reasons[0]?.code ?? null;
    throw error;
  }
}

/** A text cut into chunks of at most so many bytes. */
const chunks = (text: string, size: number): Buffer[] => {
  const bytes = Buffer.from(text);
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
    bytes.subarray(index * size, (index + 1) * size),
  );
};

const spacedJson = fc
  .tuple(fc.jsonValue({ maxDepth: 6 }), fc.constantFrom(undefined, ' ', '\t', '\n  '))
  .map(([value, space]) => ({ value, text: JSON.stringify(value, null, space) }));

describe('the scanner', () => {
  test('counts the values and the depth of any JSON, wherever its bytes are cut', () => {
    fc.assert(
      fc.property(spacedJson, fc.integer({ min: 1, max: 40 }), ({ value, text }, size) => {
        const { nodes, empty, depth } = measure(value);
        const scanner = new JsonScanner(unlimited);
        for (const chunk of chunks(text, size)) scanner.push(chunk);
        expect(scanner.nodes).toBe(nodes + empty);
        expect(scanner.bytes).toBe(Buffer.byteLength(text));
        expect(refusal(text, { ...unlimited, depth })).toBeNull();
        if (depth > 0)
          expect(refusal(text, { ...unlimited, depth: depth - 1 })).toBe('json_too_deep');
        expect(refusal(text, { ...unlimited, nodes: nodes + empty })).toBeNull();
        if (scanner.nodes > 1)
          expect(refusal(text, { ...unlimited, nodes: scanner.nodes - 1 })).toBe('json_too_large');
      }),
    );
  });

  test('takes brackets, commas and escaped quotes inside a string for text', () => {
    const text = JSON.stringify({ a: '[[[[,,,,{{{{"\\' });
    expect(refusal(text, { ...unlimited, depth: 1, nodes: 2 })).toBeNull();
  });

  test.each([
    ['depth', '['.repeat(33) + ']'.repeat(33), 'json_too_deep'],
    ['objects in each other', `${'{"a":'.repeat(33)}1${'}'.repeat(33)}`, 'json_too_deep'],
    ['values', `[${Array(6_000).fill('1').join()}]`, 'json_too_large'],
    ['bytes', JSON.stringify('x'.repeat(70_000)), 'json_too_large'],
  ])('refuses too much %s', (_, text, code) => {
    expect(refusal(text, anonymousJson)).toBe(code);
  });

  test('looks at nothing past the limit', () => {
    const scanner = new JsonScanner(anonymousJson);
    const chunk = Buffer.from('['.repeat(1000));
    expect(() => scanner.push(chunk)).toThrow('json_too_deep');
    expect(scanner.nodes).toBe(anonymousJson.depth + 2);
  });
});
