import { describe, expect, test } from 'vitest';
import { asMap, parseFrontMatter, textOf, textsOf } from './front-matter.ts';

const dataOf = (head: string) => parseFrontMatter(`---\n${head}\n---\nText`)?.data;

describe('the data at the head of a file', () => {
  test('are read from YAML and from TOML, and the rest is the text', () => {
    const yaml = parseFrontMatter('---\ntitle: "The ports"\ntags: [a, b]\n---\nText\n---\n');
    expect(yaml?.text).toBe('\nText\n---\n');
    expect(textOf(yaml?.data?.get('title'))).toBe('The ports');
    expect(textsOf(yaml?.data?.get('tags'))).toEqual(['a', 'b']);
    const toml = parseFrontMatter(
      '+++\ntitle = "The ports"\ndate = 2019-04-02T08:30:00Z\n+++\nText',
    );
    expect(textOf(toml?.data?.get('title'))).toBe('The ports');
    expect(textOf(toml?.data?.get('date'))).toBe('2019-04-02T08:30:00.000Z');
  });

  test.each([
    ['nothing', ''],
    ['no head', '# Title\n\nText'],
    ['a line across', 'Text\n---\ntitle: x\n---\n'],
    ['a head without an end', '---\ntitle: x\nText'],
    ['JSON', '{"title": "x"}\n'],
  ])('are not there: %s', (_, file) => {
    expect(parseFrontMatter(file)).toBeNull();
  });

  test('may be empty', () => {
    expect(dataOf('')).toEqual(new Map());
  });

  test.each([
    ['broken YAML', 'title: "x'],
    ['a text', 'words'],
    ['a list', '- a'],
    ['too much', `title: ${'x'.repeat(70_000)}`],
    ['depth in brackets', `a: ${'['.repeat(5000)}`],
    ['depth in lists', `a:\n${'- '.repeat(5000)}x`],
  ])('are unreadable: %s', (_, head) => {
    expect(dataOf(head)).toBeNull();
  });

  test('with aliases of aliases are not expanded', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
    for (let at = 1; at < 9; at += 1)
      lines.push(
        `a${at}: &a${at} [${Array(9)
          .fill(`*a${at - 1}`)
          .join(', ')}]`,
      );
    expect(dataOf(lines.join('\n'))).toBeNull();
    expect(textsOf(dataOf('a: &a [x]\nb: *a')?.get('b'))).toEqual(['x']);
  });

  test('make nothing but data: no tag, no function, no prototype', () => {
    const data = dataOf(
      '__proto__: {polluted: yes}\nrun: !!js/function "function () {}"\nd: 2019-04-02',
    );
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    expect(data === null || textOf(data?.get('d')) === '2019-04-02').toBe(true);
    expect(asMap(dataOf('a: {constructor: 1}')?.get('a'))?.get('constructor')).toBe(1);
  });

  test.each<[string, string[]]>([
    ['a: Mira', ['Mira']],
    ['a: Mira, Otto', ['Mira', 'Otto']],
    ['a: [Mira, {name: Otto}, 7, [x]]', ['Mira', 'Otto', '7']],
    ['a: {name: Mira}', []],
    ['b: x', []],
  ])('have lists in several forms: %s', (head, texts) => {
    expect(textsOf(dataOf(head)?.get('a'))).toEqual(texts);
  });
});
