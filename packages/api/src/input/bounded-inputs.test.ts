import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { boundOf, kindOf, type Part, inputParts as parts } from '../testing/input-parts.ts';

/**
 * Inputs that no schema bounds by itself: the parts of a document, which may be as many as an
 * article has, and their words. They are bounded by the values and the bytes of a body.
 */
const inDocument = /^\.content\.body\b/;

describe('what the inputs of all procedures are made of', () => {
  test('is found whole', () => {
    expect(parts.length).toBeGreaterThan(500);
    expect(parts.some(({ at }) => inDocument.test(at))).toBe(true);
  });

  test('is nothing of any shape', () => {
    const loose = parts.filter(
      (part) =>
        ['any', 'unknown', 'custom', 'map', 'set'].includes(kindOf(part)) ||
        (kindOf(part) === 'object' && catchallOf(part) === undefined) ||
        (kindOf(part) === 'record' &&
          part.at !== '.csl.custom' &&
          part.at !== '.content.csl.custom'),
    );
    expect(loose.map(({ path, at, schema }) => `${path}${at}: ${kindOf({ at, schema })}`)).toEqual(
      [],
    );
  });

  test('has a longest list', () => {
    const endless = parts.filter(
      (part) =>
        kindOf(part) === 'array' && boundOf(part) === undefined && !inDocument.test(part.at),
    );
    expect(endless.map(({ path, at }) => `${path}${at}`)).toEqual([]);
  });

  test('has a longest string', () => {
    const endless = parts.filter(
      (part) =>
        kindOf(part) === 'string' &&
        boundOf(part) === undefined &&
        !part.bounded &&
        !inDocument.test(part.at),
    );
    expect(endless.map(({ path, at }) => `${path}${at}`)).toEqual([]);
  });

  test('holds no string to a pattern that is longer than it may be', () => {
    const patterned = parts.flatMap(({ path, at, schema, bounded }) => {
      // What comes behind a bound in a pipe is reached by nothing longer.
      if (bounded) return [];
      const { checks = [] } = schema._zod.def as { checks?: z.core.$ZodCheck[] };
      const order = checks.map(({ _zod: { def } }) => def as { check: string; abort?: boolean });
      const pattern = order.findIndex(({ check }) => check === 'string_format');
      const longest = order.findIndex(({ check, abort }) => check === 'max_length' && abort);
      return pattern >= 0 && (longest < 0 || longest > pattern) ? [`${path}${at}`] : [];
    });
    expect(patterned).toEqual([]);
  });

  test('looks at no string past its longest: none overflows the stack, or is accepted', () => {
    // Pairs overflow the stack of an expression in their millions; what takes the square of a length
    // would not end in the others.
    const hostile = [
      'a-'.repeat(3_500_000),
      'a'.repeat(200_000),
      ' '.repeat(200_000),
      'http://a/'.padEnd(200_000, '%'),
      '2012/'.repeat(40_000),
      '/a\u0300'.repeat(60_000),
      `${'a.'.repeat(100_000)}@b.example`,
      `a@${'b.'.repeat(100_000)}c`,
      'Q1'.repeat(100_000),
    ];
    const schemas = new Set(
      parts
        .filter((part) => kindOf(part) === 'string' || kindOf(part) === 'pipe')
        // Behind a bound in a pipe it is reached by nothing longer; the pipe is among these.
        .filter(({ bounded }) => !bounded)
        .map(({ schema }) => schema),
    );
    expect(schemas.size).toBeGreaterThan(30);
    for (const schema of schemas)
      for (const text of hostile) expect(() => z.safeParse(schema, text)).not.toThrow();
  });
});

/** The schema for unknown members of an object; undefined if it has none. */
function catchallOf({ schema }: Part): unknown {
  const { def } = schema._zod as z.core.$ZodObject['_zod'];
  return def.catchall;
}
