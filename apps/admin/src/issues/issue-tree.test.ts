import { describe, expect, it } from 'vitest';
import { treeRows } from './issue-tree.ts';

const names = (items: { id: string; parentId: string | null }[]) =>
  treeRows(items).map(({ item, depth }) => `${'>'.repeat(depth)}${item.id}`);

describe('the tree of issues as rows', () => {
  it('puts each beneath what it is part of, in the order given', () => {
    expect(
      names([
        { id: 'bases', parentId: 'forces' },
        { id: 'ceasefire', parentId: null },
        { id: 'forces', parentId: null },
        { id: 'airfields', parentId: 'bases' },
      ]),
    ).toEqual(['ceasefire', 'forces', '>bases', '>>airfields']);
  });

  it('shows everything, even what lies under nothing known or in a loop', () => {
    expect(names([{ id: 'a', parentId: 'gone' }])).toEqual(['a']);
    expect(
      names([
        { id: 'a', parentId: 'b' },
        { id: 'b', parentId: 'a' },
      ]).sort(),
    ).toEqual(['a', 'b']);
  });
});
