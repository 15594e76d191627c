import { describe, expect, it } from 'vitest';
import { readUses } from './read-uses.ts';

const usesOf = (source: string, name: string) =>
  readUses('file.tsx', source)
    .get(name)
    ?.map(({ from, name: used }) => (from === null ? used : `${from}#${used}`));

describe('what a declaration uses', () => {
  it('is what it reads of its file and of others, by the name there', () => {
    const source = `
      import whole, { a, b as other } from './a.ts';
      import { unused } from './b.ts';
      const own = () => other();
      export const first = () => [whole, a, own()];
    `;
    expect(usesOf(source, 'first')).toEqual(['./a.ts#default', './a.ts#a', 'own']);
    expect(usesOf(source, 'own')).toEqual(['./a.ts#b']);
  });

  it('is no type, in an import, a declaration or a cast', () => {
    const source = `
      import type { A } from './a.ts';
      import { type B, make, Table } from './b.ts';
      export function first(given: A): B { return make(given as Table) satisfies B; }
    `;
    expect(usesOf(source, 'first')).toEqual(['./b.ts#make']);
  });

  it('is no property, key or attribute of that name', () => {
    const source = `
      import { show, hide } from './a.ts';
      export const first = (given) => <p show={given.hide}>{ { show: 1 }.hide }</p>;
    `;
    expect(usesOf(source, 'first')).toEqual([]);
  });

  it('is the component of an element and what is named by a shorthand', () => {
    const source = `
      import { Part, title } from './a.tsx';
      export default function Page() { return <Part {...{ title }} />; }
    `;
    expect(usesOf(source, 'default')).toEqual(['./a.tsx#Part', './a.tsx#title']);
  });

  it('is nothing that a function declares for itself under that name', () => {
    const source = `
      import { row, rest, item } from './a.ts';
      export function first({ row }, ...rest) { const [item] = rest; return () => [row, item]; }
      export const second = () => row;
    `;
    expect(usesOf(source, 'first')).toEqual([]);
    expect(usesOf(source, 'second')).toEqual(['./a.ts#row']);
  });

  it('follows what is exported from another file or under another name', () => {
    const source = `
      import { a } from './a.ts';
      export { b as c } from './b.ts';
      export { a as d };
    `;
    expect(usesOf(source, 'c')).toEqual(['./b.ts#b']);
    expect(usesOf(source, 'd')).toEqual(['./a.ts#a']);
  });
});
