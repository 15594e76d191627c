import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findInvalidText } from './invalid-text.ts';
import { maxNodesOfCall } from './json-limits.ts';

const found = (input: unknown, nodes?: number) =>
  findInvalidText(input, nodes).map(({ code, at }) => [code, at]);

describe('text that no database can store', () => {
  test.each<[string, unknown, unknown[]]>([
    ['a NUL in a string', 'a\0b', [['text_unfit', null]]],
    ['half of a pair', { a: ['x', 'a\ud800'] }, [['text_unfit', 'a.1']]],
    ['a name', { a: { 'b\0': 1 } }, [['text_unfit', 'a']]],
    ['a name at the top', { 'b\0': 1 }, [['text_unfit', null]]],
    ['deep inside', { a: { b: [{ c: 'x\0' }] } }, [['text_unfit', 'a.b.0.c']]],
    ['nothing', { a: [1, null, true, 'é', '😀'] }, []],
  ])('given %s, then its place is named', (_, input, reasons) => {
    expect(found(input)).toEqual(reasons);
  });

  test('given any value, then a NUL planted in it is found', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(found({ before: value, at: ['x\0'] })).toContainEqual(['text_unfit', 'at.0']);
      }),
    );
  });

  test('given hundreds of places, then no more than twenty are named', () => {
    expect(found(Array(500).fill('\0'))).toHaveLength(20);
  });
});

describe('an input of very many values', () => {
  test('is refused before one more than allowed is looked at', () => {
    let reads = 0;
    const many = new Proxy(Array(1_000_000).fill(''), {
      get: (target, key, receiver) => {
        reads += 1;
        return Reflect.get(target, key, receiver);
      },
    });
    expect(() => findInvalidText({ many })).toThrow('json_too_large');
    expect(reads).toBeLessThan(maxNodesOfCall);
  });

  test('is refused wherever the values lie', () => {
    const rows = Array.from({ length: 200 }, () => Array(100).fill('x'));
    expect(() => findInvalidText(rows)).toThrow('json_too_large');
    expect(found(rows, 30_000)).toEqual([]);
  });

  test('is refused where one object has hundreds of members', () => {
    const members = Object.fromEntries(Array.from({ length: 201 }, (_, at) => [`k${at}`, at]));
    expect(() => findInvalidText({ members })).toThrow('json_too_large');
  });
});
