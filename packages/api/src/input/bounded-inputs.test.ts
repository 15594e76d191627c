import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { appRouter } from '../app-router.ts';

type Definition = { _def: { inputs: z.ZodType[] } };
const inputs = Object.entries(
  appRouter._def.procedures as unknown as Record<string, Definition>,
).flatMap(([path, { _def }]) => _def.inputs.map((schema) => [path, schema] as const));

/** What a schema is made of, by the path to it. A schema inside itself is looked at once. */
type Part = {
  at: string;
  schema: z.core.$ZodType;
  /** It is given what a bounded schema before it in a pipe has let through. */
  bounded?: boolean;
};

function partsOf(root: z.core.$ZodType): Part[] {
  const seen = new Set<z.core.$ZodType>();
  const parts: Part[] = [];
  const ahead: Part[] = [{ at: '', schema: root }];
  for (let part = ahead.pop(); part !== undefined; part = ahead.pop()) {
    if (seen.has(part.schema)) continue;
    seen.add(part.schema);
    parts.push(part);
    ahead.push(...innerOf(part));
  }
  return parts;
}

function innerOf({ at, schema }: Part): Part[] {
  const { def } = schema._zod as z.core.$ZodTypes['_zod'];
  const inner = (key: string, of: z.core.$ZodType) => ({ at: `${at}${key}`, schema: of });
  switch (def.type) {
    case 'object':
      return [
        ...Object.entries(def.shape).map(([key, each]) => inner(`.${key}`, each)),
        ...(def.catchall === undefined ? [] : [inner('.*', def.catchall)]),
      ];
    case 'array':
      return [inner('[]', def.element)];
    case 'tuple':
      return def.items.map((each, index) => inner(`[${index}]`, each));
    case 'union':
      return def.options.map((each) => inner('', each));
    case 'record':
      return [inner('{key}', def.keyType), inner('{}', def.valueType)];
    case 'pipe':
      return [
        inner('', def.in),
        { ...inner('', def.out), bounded: boundOf({ at, schema: def.in }) !== undefined },
      ];
    case 'lazy':
      return [inner('', def.getter())];
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
    case 'readonly':
    case 'catch':
    case 'nonoptional':
      return [inner('', def.innerType)];
    default:
      return [];
  }
}

const kindOf = ({ schema }: Part): string => (schema._zod as z.core.$ZodTypes['_zod']).def.type;

/**
 * What no schema bounds by itself: the parts of a document, which may be as many as an article has,
 * and their words. They are bounded by the values and the bytes of a body.
 */
const inDocument = /^\.content\.body\b/;

type Check = { _zod: { def: { check?: string; maximum?: number; format?: string } } };

/** The most that a list or string may have, and the format that bounds a string by itself. */
function boundOf({ schema }: Part): number | string | undefined {
  const { def } = schema._zod as { def: { format?: string; checks?: Check[] } };
  const checks = (def.checks ?? []).map(({ _zod }) => _zod.def);
  const format = [def, ...checks].find((each) => fixedFormats.has(each.format ?? ''))?.format;
  return checks.find(({ check }) => check === 'max_length')?.maximum ?? format;
}

/** Formats of one length. */
const fixedFormats = new Set(['uuid', 'datetime']);

describe('what the inputs of all procedures are made of', () => {
  const parts = inputs.flatMap(([path, schema]) =>
    partsOf(schema).map((part) => ({ ...part, path })),
  );

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

  test('looks at no string past its longest: none overflows the stack, or is accepted', () => {
    const hostile = ['a-'.repeat(3_500_000), 'a'.repeat(1_000_000), ' '.repeat(1_000_000)];
    hostile.push(
      'http://a/'.padEnd(1_000_000, '%'),
      '2012/'.repeat(200_000),
      '/a\u0300'.repeat(300_000),
    );
    hostile.push(
      `${'a.'.repeat(500_000)}@b.example`,
      `a@${'b.'.repeat(500_000)}c`,
      'Q1'.repeat(500_000),
    );
    const schemas = new Set(
      parts
        .filter((part) => kindOf(part) === 'string' || kindOf(part) === 'pipe')
        .map(({ schema }) => schema),
    );
    expect(schemas.size).toBeGreaterThan(30);
    for (const schema of schemas)
      for (const text of hostile) expect(() => z.safeParse(schema, text)).not.toThrow();
  });
});

/** What an object says of members that it does not know; undefined where it says nothing. */
function catchallOf({ schema }: Part): unknown {
  const { def } = schema._zod as z.core.$ZodObject['_zod'];
  return def.catchall;
}
