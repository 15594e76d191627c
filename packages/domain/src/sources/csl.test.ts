import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Csl, maxUnknownVariables } from './csl.ts';
import { readCsl } from './read-csl.ts';

/** The export of one paper by a reference manager. */
const paper = {
  id: 'halden2031',
  type: 'report',
  'citation-key': 'halden2031',
  title: 'Water before borders',
  author: [
    { family: 'de la Tour', given: 'Ines', 'non-dropping-particle': 'de', 'comma-suffix': true },
    { literal: 'The Halden Institute' },
  ],
  issued: {
    'date-parts': [
      [2031, 3],
      ['2031', '04'],
    ],
    circa: 1,
  },
  accessed: '2031-05-01',
  submitted: { raw: 'some time in spring' },
  volume: 4,
  page: '12–14',
  abstract: 'Long. '.repeat(1_000),
  categories: ['water'],
  custom: { short_id: 'xyz', 'other-ids': ['alternative-id'], checked: true },
  'of-our-own': 7,
};

const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)]);
const issuesOf = (csl: unknown) =>
  (Csl.safeParse(csl).error?.issues ?? []).map(({ path }) => path.join('.'));

describe('citation data', () => {
  it('as reference managers write them are taken as they are', () => {
    expect(Csl.parse(paper)).toEqual(paper);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['a text that is none', { title: { short: 'x' } }, 'title'],
    ['a name that is none', { author: 'Ines' }, 'author'],
    ['a name of something else', { author: [{ family: 'T', orcid: '0' }] }, 'author.0'],
    ['a name inside a name', { editor: [{ family: { family: 'T' } }] }, 'editor.0.family'],
    ['a date that is none', { issued: [2031] }, 'issued'],
    ['a date in four parts', { issued: { 'date-parts': [[2031, 1, 1, 1]] } }, 'issued'],
    ['three dates', { issued: { 'date-parts': [[2031], [2032], [2033]] } }, 'issued'],
    ['another variable with something inside', { z: [1] }, 'z'],
    ['another variable nested 2,500 deep', { z: nested(2_500) }, 'z'],
    ['pairs inside pairs', { custom: { a: { b: 1 } } }, 'custom.a'],
    ['a line of 2,001 characters', { publisher: 'x'.repeat(2_001) }, 'publisher'],
    ['an abstract of 20,001', { abstract: 'x'.repeat(20_001) }, 'abstract'],
    ['501 authors', { author: Array(501).fill({ literal: 'A' }) }, 'author'],
    ['51 pairs', { custom: Object.fromEntries(keys(51)) }, 'custom'],
    ['too many other variables', Object.fromEntries(keys(maxUnknownVariables + 1)), ''],
    ['a number that JSON cannot hold', { volume: Number.POSITIVE_INFINITY }, 'volume'],
  ])('with %s are refused, and where is said', (_, more, at) => {
    expect(issuesOf({ ...paper, ...more })).toEqual([at]);
  });
});

it('citation data with as much as they may have are taken', () => {
  const full = {
    ...{ ...paper, publisher: 'x'.repeat(2_000), abstract: 'x'.repeat(20_000) },
    author: Array(500).fill({ literal: 'A' }),
    custom: Object.fromEntries(keys(50)),
  };
  expect(issuesOf(full)).toEqual([]);
  expect(issuesOf({ type: 'report', ...Object.fromEntries(keys(maxUnknownVariables)) })).toEqual(
    [],
  );
});

function keys(count: number): [string, number][] {
  return Array.from({ length: count }, (_, index) => [`k${index}`, index]);
}

describe('citation data from before they had a schema', () => {
  it('that fit are read as they are', () => {
    expect(readCsl(paper)).toEqual(paper);
  });

  it('say what they said, as far as it can be said', () => {
    expect(
      readCsl({
        type: 'interview',
        title: 1984,
        author: 'Ines de la Tour',
        editor: [{ family: 'Quist', orcid: '0' }, 'Oda', null, { orcid: '1' }],
        issued: 2031,
        accessed: { 'date-parts': [[2031]], by: 'me' },
        submitted: [[2030]],
        custom: { a: { b: 1 } },
        z: { y: [1, [2]] },
        note: null,
      }),
    ).toEqual({
      type: 'interview',
      title: '1984',
      author: [{ literal: 'Ines de la Tour' }],
      editor: [{ family: 'Quist' }, { literal: 'Oda' }, { literal: '{"orcid":"1"}' }],
      issued: { raw: '2031' },
      accessed: { 'date-parts': [[2031]] },
      submitted: { raw: '[[2030]]' },
      custom: { a: '{"b":1}' },
      z: '{"y":[1,[2]]}',
    });
  });

  it.each<[string, unknown, unknown]>([
    ['title', 'x'.repeat(2_001), 'x'.repeat(2_000)],
    ['title', `${'x'.repeat(1_999)}😀😀`, 'x'.repeat(1_999)],
    ['title', `😀${'x'.repeat(2_000)}`, `😀${'x'.repeat(1_998)}`],
    ['abstract', ['x'.repeat(20_000)], `["${'x'.repeat(19_998)}`],
    ['author', Array(501).fill('A'), Array(500).fill({ literal: 'A' })],
    ['categories', ['water', 7, null], ['water', '7']],
    ['categories', 'water', ['water']],
    ['categories', Array(101).fill('water'), Array(100).fill('water')],
    ['custom', { a: { b: 1 }, c: null }, { a: '{"b":1}' }],
    ['custom', { ['k'.repeat(100)]: 1, ['k'.repeat(101)]: 2 }, { ['k'.repeat(100)]: '1' }],
    [
      'custom',
      { ...Object.fromEntries(keys(51)) },
      Object.fromEntries(keys(50).map(([key, value]) => [key, String(value)])),
    ],
    ['custom', 'x', undefined],
    ['issued', null, undefined],
    ['note', null, undefined],
  ])('with more in %s than it may have keep what fits (%#)', (name, stored, read) => {
    expect(readCsl({ type: 'report', title: 'A', [name]: stored })?.[name]).toEqual(read);
  });

  it('with other variables in between keep the first of those, and all that CSL knows', () => {
    const others = keys(maxUnknownVariables + 1);
    const read = readCsl({ ...Object.fromEntries(others), title: 'A', publisher: 'B' });
    expect(read).toEqual({
      ...Object.fromEntries(others.slice(0, -1)),
      ...{ type: 'document', title: 'A', publisher: 'B' },
    });
  });

  it('without a type, or of nothing that is a thing, are read all the same', () => {
    expect(readCsl({ title: 'A' })).toEqual({ type: 'document', title: 'A' });
    for (const nothing of [null, undefined, 'x', 7, ['x']]) expect(readCsl(nothing)).toBeNull();
  });

  it('fit when they have been read, whatever they were', () => {
    const known = fc.constantFrom(
      'type',
      'title',
      'author',
      'issued',
      'custom',
      'categories',
      'id',
    );
    const anything = fc.dictionary(fc.oneof(known, fc.string()), fc.jsonValue({ maxDepth: 4 }));
    fc.assert(
      fc.property(anything, (stored) => {
        const read = readCsl(stored);
        expect(Csl.safeParse(read).success).toBe(true);
        expect(readCsl(read)).toEqual(read);
      }),
    );
    const deep = readCsl({ type: 'report', z: nested(2_000), text: '😀'.repeat(2_000) });
    expect(Csl.safeParse(deep).success).toBe(true);
    expect(JSON.stringify(deep).isWellFormed()).toBe(true);
    const wide = readCsl(Object.fromEntries(keys(20_000)));
    expect(Object.keys(wide ?? {})).toHaveLength(maxUnknownVariables + 1);
  });
});
