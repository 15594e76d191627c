import type { Random } from './random.ts';

/** As `z.toJSONSchema` gives it, as far as inputs use it. */
export type JsonSchema = {
  $ref?: string;
  $defs?: Record<string, JsonSchema>;
  definitions?: Record<string, JsonSchema>;
  type?: string;
  format?: string;
  pattern?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  prefixItems?: JsonSchema[];
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  maxItems?: number;
};

const strings = [
  ...[
    '',
    ' ',
    '\t\n',
    '\u0000',
    'a\u0000b',
    '\ud800',
    '\udfff\ud800',
    '\ufeff',
    '\u202e',
    'é',
    'e\u0301',
  ],
  ...[
    '𝒳',
    '👩‍👩‍👧‍👦',
    'ﷺ',
    "'; DROP TABLE article; --",
    '../../etc/passwd',
    '<script>',
    '%00',
    '${7*7}',
  ],
  ...[
    'null',
    'undefined',
    '1e400',
    '0x10',
    '2021-02-30',
    '0000-01-01T00:00:00.000Z',
    '9999-12-31T23:59:59.999Z',
  ],
  ...[
    '+275760-09-13T00:00:00.001Z',
    '2021-01-01T00:00:00+14:00',
    '1969/2100~',
    '..',
    '19XX',
    '-9999',
  ],
  ...[
    'http://[::1]/',
    'https://a.example/%',
    'javascript:alert(1)',
    'a@b',
    '__proto__',
    'constructor',
  ],
];
const numbers = [
  0,
  -0,
  1,
  -1,
  0.1,
  2 ** 31 - 1,
  2 ** 31,
  -(2 ** 31) - 1,
  2 ** 53,
  -(2 ** 53),
  1e308,
];
const noId = [
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  'not-an-id',
];

/** Values that no schema has: what is nested too deep, too long, or of another kind. */
function junk(random: Random): unknown {
  const deep = (depth: number): unknown => (depth === 0 ? 1 : [deep(depth - 1)]);
  return oneOf(random, [
    ...[
      null,
      true,
      {},
      [],
      '',
      0,
      [null],
      { __proto__: null },
      JSON.parse('{"__proto__":{"a":1}}'),
    ],
    ...[deep(20), deep(150), 'x'.repeat(20_000), Array(2_000).fill(0), { length: -1 }],
    ...[oneOf(random, strings), oneOf(random, numbers)],
  ]);
}

/**
 * An input that a schema would nearly take: of the right shape, with values at the limits, and here
 * and there a wrong one.
 * @param ids of existing things
 */
export function fuzzedInput(schema: JsonSchema, random: Random, ids: readonly string[]): unknown {
  const definitions = { ...schema.definitions, ...schema.$defs };
  const value = (at: JsonSchema, depth: number): unknown => {
    if (random.next() < 0.04) return junk(random);
    if (at.$ref !== undefined) {
      const name = at.$ref.split('/').at(-1) ?? '';
      const target = at.$ref === '#' ? schema : definitions[name];
      // Trees of blocks and lists: an end has to come.
      return target === undefined || depth > 12 ? junk(random) : value(target, depth + 1);
    }
    if (at.const !== undefined) return at.const;
    if (at.enum !== undefined) return oneOf(random, at.enum);
    const choices = at.anyOf ?? at.oneOf;
    if (choices !== undefined) return value(oneOf(random, choices), depth + 1);
    if (at.allOf !== undefined)
      return Object.assign({}, ...at.allOf.map((each) => value(each, depth + 1)));
    switch (at.type) {
      case 'object':
        return object(at, depth);
      case 'array':
        return Array.from({ length: lengthOf(random, at.maxItems) }, () =>
          value(at.items ?? {}, depth + 1),
        );
      case 'string':
        return text(at, random, ids);
      case 'integer':
      case 'number':
        return oneOf(random, [...numbers, at.minimum ?? 1, at.maximum ?? 3, 1, 2]);
      case 'boolean':
        return random.next() < 0.5;
      case 'null':
        return null;
      default:
        return junk(random);
    }
  };
  const object = ({ properties = {}, required = [] }: JsonSchema, depth: number) => {
    const entries = Object.entries(properties).filter(
      ([name]) => random.next() < (required.includes(name) ? 0.97 : 0.5),
    );
    const made = Object.fromEntries(entries.map(([name, at]) => [name, value(at, depth + 1)]));
    return random.next() < 0.03 ? { ...made, unknown: junk(random) } : made;
  };
  return value(schema, 0);
}

function text(at: JsonSchema, random: Random, ids: readonly string[]): string {
  if (at.format === 'uuid' || at.pattern?.includes('[0-9a-fA-F]{8}-'))
    return oneOf(random, random.next() < 0.85 && ids.length > 0 ? ids : noId);
  if (at.format === 'date-time')
    return random.next() < 0.7
      ? new Date(random.between(0, 4_000_000_000) * 1000).toISOString()
      : oneOf(random, strings);
  const maxLength = Math.min(at.maxLength ?? 50, 20_000);
  return oneOf(random, [
    ...strings,
    ...[
      'a-slug',
      'Words of some kind',
      'en',
      'UTC',
      'a@b.example',
      'https://a.example/',
      '2021-03',
    ],
    ...[
      'x'.repeat(maxLength),
      'é'.repeat(maxLength),
      'x'.repeat(maxLength + 1),
      '𝒳'.repeat(maxLength / 2),
    ],
  ]);
}

/** Mostly short; now and then as long as may be, or one longer, as far as that is not endless. */
function lengthOf(random: Random, most = 4): number {
  const maxLength = Math.min(most, 250);
  return random.next() < 0.9 ? random.between(0, 3) : maxLength + random.between(0, 1);
}

const oneOf = <Each>(random: Random, list: readonly Each[]): Each => {
  const found = list[random.between(0, list.length - 1)];
  return found as Each;
};
