import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { textsInSchema } from './schema-texts.ts';

/** The texts as "path: text", in order. */
const textsOf = (schema: z.ZodType, value: unknown): string[] =>
  textsInSchema(schema, value).map(({ path, text }) => `${path.join('.')}: ${text}`);

describe('the free texts in a value', () => {
  const uuid = '01900000-0000-7000-8000-000000000001';
  const toCode = z
    .string()
    .transform(() => 'delta' as const)
    .pipe(z.enum(['delta']));
  const instant = '2031-03-01T09:00:00.000Z';

  test.each<[string, z.ZodType, unknown, string[]]>([
    ['a string', z.string(), 'Delta', ['a: Delta']],
    ['a string of a pattern', z.string().regex(/^\w+$/), 'Delta', ['a: Delta']],
    ['a string with limits', z.string().min(1).max(9).trim(), 'Delta', ['a: Delta']],
    ['an address', z.url(), 'https://delta.example', ['a: https://delta.example']],
    ['an e-mail address', z.string().email(), 'a@delta.example', ['a: a@delta.example']],
    ['an id', z.uuid(), uuid, []],
    ['an id by a check of a string', z.string().uuid(), uuid, []],
    ['an instant', z.iso.datetime(), instant, []],
    ['an instant by a check, after another', z.string().min(1).datetime(), instant, []],
    ['a number', z.number(), 7, []],
    ['a boolean', z.boolean(), true, []],
    ['null', z.null(), null, []],
    ['one of some words', z.enum(['delta', 'marsh']), 'delta', []],
    ['one word', z.literal('delta'), 'delta', []],
    ['what may be null', z.string().nullable(), 'Delta', ['a: Delta']],
    ['what is null', z.string().nullable(), null, []],
    ['what may be missing', z.string().optional(), 'Delta', ['a: Delta']],
    ['what is missing', z.string().optional(), undefined, []],
    ['what has a default', z.string().default('Marsh'), 'Delta', ['a: Delta']],
    ['what has a default that is parsed', z.string().prefault('Marsh'), 'Delta', ['a: Delta']],
    ['what is read only', z.string().readonly(), 'Delta', ['a: Delta']],
    ['a list', z.array(z.string()), ['Delta', 'Marsh'], ['a.0: Delta', 'a.1: Marsh']],
    [
      'a tuple',
      z.tuple([z.string(), z.number(), z.string()]),
      ['Delta', 7, 'Marsh'],
      ['a.0: Delta', 'a.2: Marsh'],
    ],
    [
      'a tuple with a rest',
      z.tuple([z.number()], z.string()),
      [7, 'Delta', 'Marsh'],
      ['a.1: Delta', 'a.2: Marsh'],
    ],
    [
      'a record, with its keys',
      z.record(z.string(), z.string()),
      { Delta: 'far', Marsh: 'near' },
      ['a.Delta: Delta', 'a.Delta: far', 'a.Marsh: Marsh', 'a.Marsh: near'],
    ],
    ['a record by ids', z.record(z.uuid(), z.string()), { [uuid]: 'far' }, [`a.${uuid}: far`]],
    [
      'an object in an object',
      z.object({ near: z.object({ name: z.string(), count: z.int() }) }),
      { near: { name: 'Delta', count: 7 } },
      ['a.near.name: Delta'],
    ],
    ['a pipe, as what leaves it', toCode, 'delta', []],
    [
      'a pipe to a string, as what leaves it',
      z.enum(['delta']).pipe(z.string<'delta'>()),
      'delta',
      ['a: delta'],
    ],
    [
      'what a function changes, as what goes in',
      z.string().transform((text) => text.trim()),
      'Delta',
      ['a: Delta'],
    ],
  ])('given %s then those are listed', (_, schema, value, texts) => {
    expect(textsOf(z.object({ a: schema }), { a: value })).toEqual(texts);
  });

  test('given fields that the schema does not have then they are no texts of it', () => {
    expect(textsOf(z.object({ a: z.string() }), { a: 'Delta', b: 'Marsh' })).toEqual(['a: Delta']);
  });
});

describe('the texts of one of several shapes', () => {
  const byKind = z.union([
    z.object({ kind: z.literal('coded'), value: z.enum(['delta', 'marsh']) }),
    z.object({ kind: z.literal('free'), value: z.string() }),
    z.object({ kind: z.literal(['said', 'heard']), where: z.literal('there'), said: z.string() }),
  ]);

  test.each([
    ['no text in it', { kind: 'coded', value: 'delta' }, []],
    ['a text in it', { kind: 'free', value: 'delta' }, ['value: delta']],
    ['a text in it and two words', { kind: 'heard', where: 'there', said: 'no' }, ['said: no']],
  ])(
    'given the one whose word says which has %s then it is read by that one',
    (_, value, texts) => {
      expect(textsOf(byKind, value)).toEqual(texts);
    },
  );

  test('given a value of a shape by its word then it is read by it, valid or not', () => {
    expect(textsOf(byKind, { kind: 'free', value: 'delta', more: 1 })).toEqual(['value: delta']);
    // A value stored before a limit was set is found as well.
    const limited = z.union([
      z.object({ kind: z.literal('short'), value: z.string().max(3) }),
      z.object({ kind: z.string(), value: z.enum(['delta']) }),
    ]);
    expect(textsOf(limited, { kind: 'short', value: 'delta' })).toEqual(['value: delta']);
  });

  test('given only some of its words fit then it is not that one', () => {
    const two = z.union([
      z.object({ kind: z.literal('note'), of: z.literal('source'), text: z.enum(['delta']) }),
      z.object({ kind: z.literal('note'), of: z.literal('actor'), text: z.string() }),
    ]);
    expect(textsOf(two, { kind: 'note', of: 'actor', text: 'delta' })).toEqual(['text: delta']);
  });

  test.each<[string, z.ZodType, unknown, string[]]>([
    ['a word or a number', z.union([z.number(), z.string()]), 'Delta', [': Delta']],
    ['a number or a word', z.union([z.string(), z.number()]), 7, []],
    [
      'objects without words of their own',
      z.union([z.strictObject({ code: z.enum(['x']) }), z.strictObject({ name: z.string() })]),
      { name: 'Delta' },
      ['name: Delta'],
    ],
    [
      'an object or a word, of the word',
      z.union([z.object({ kind: z.literal('x'), text: z.string() }), z.string()]),
      'Delta',
      [': Delta'],
    ],
  ])(
    'given no word says which, of %s, then the first that fits is it',
    (_, schema, value, texts) => {
      expect(textsOf(schema, value)).toEqual(texts);
    },
  );
});

describe('what cannot be listed is never passed over', () => {
  test.each<[string, z.ZodType, unknown, string]>([
    ['a kind of schema that is not known', z.any(), 'Delta', 'any'],
    ['that inside another', z.array(z.unknown()), ['Delta'], 'unknown'],
    ['a value of no shape', z.union([z.string(), z.int()]), true, 'more parts'],
    ['a tuple with more parts than it has', z.tuple([z.string()]), ['a', 'b'], 'more parts'],
  ])('given %s then it throws', (_, schema, value, says) => {
    expect(() => textsInSchema(schema, value)).toThrow(says);
  });
});
