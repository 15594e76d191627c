import { describe, expect, it } from 'vitest';
import { mayBecome, nodeName, nodeTypes } from './blocks.ts';

describe('what editors call a node', () => {
  it('is another name for each kind', () => {
    expect(new Set(nodeTypes.map(nodeName)).size).toBe(nodeTypes.length);
    expect(nodeName('pullQuote')).toBe('pull quote');
    expect(nodeName('tableHeader')).toBe('header cell');
  });

  it('is its type, where that is no kind of the document', () => {
    expect(nodeName('poll')).toBe('poll');
    expect(nodeName('toString')).toBe('toString');
  });
});

describe('a node of one kind', () => {
  it('may become one of another kind of its group, and stay what it is', () => {
    const changes = nodeTypes.flatMap((from) =>
      nodeTypes.flatMap((to) => (from !== to && mayBecome(from, to) ? [`${from} → ${to}`] : [])),
    );
    expect(changes.sort()).toEqual([
      'bulletList → orderedList',
      'heading → paragraph',
      'heading → pullQuote',
      'orderedList → bulletList',
      'paragraph → heading',
      'paragraph → pullQuote',
      'pullQuote → heading',
      'pullQuote → paragraph',
      'tableCell → tableHeader',
      'tableHeader → tableCell',
    ]);
    expect(nodeTypes.every((type) => mayBecome(type, type))).toBe(true);
  });

  it('may not become one that the document does not have', () => {
    expect(mayBecome('paragraph', 'poll')).toBe(false);
    expect(mayBecome('poll', 'survey')).toBe(false);
  });
});
