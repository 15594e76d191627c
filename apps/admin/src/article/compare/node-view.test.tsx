import type { BlockNode } from '@viewpoints/domain/document/blocks';
import type { NodeDifference } from '@viewpoints/domain/document/node-difference';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { NodeView } from './node-view.tsx';

const words = [{ type: 'text' as const, text: 'Rain' }];
const pullQuote: BlockNode = { type: 'pullQuote', content: words };
const show = (difference: NodeDifference) =>
  renderToStaticMarkup(<NodeView difference={difference} />);
const added = (node: BlockNode) => show({ kind: 'added', place: 0, node, moved: null });

test.each<[BlockNode, string]>([
  [pullQuote, 'Pull quote'],
  [{ type: 'divider' }, 'Divider'],
  [
    {
      type: 'callout',
      attrs: { kind: 'note', title: 'Method' },
      content: [{ type: 'paragraph', content: words }],
    },
    'Callout: note · Method',
  ],
])(
  'a block that no element tells is shown under its name, which is new with it: %j',
  (node, said) => {
    expect(added(node)).toMatch(new RegExp(`<ins[^>]*>(?:<[^>]+>[^<]*</[^>]+>)?${said}`));
  },
);

test('a point is an item of the list that it is in', () => {
  expect(added({ type: 'keyPoints', content: [{ type: 'keyPoint', content: words }] })).toMatch(
    /Key points<\/p><ul><li>/,
  );
});

test('a block that became one of another kind says both by their names', () => {
  const changed = (before: object, after: object) =>
    show({
      ...{ kind: 'changed', place: 0, before, after, moved: null },
      content: { holds: 'inlines', parts: [] },
    } as unknown as NodeDifference);
  expect(changed({ type: 'paragraph' }, { type: 'pullQuote' })).toContain(
    'Was a paragraph, is a pull quote now.',
  );
  expect(changed({ type: 'heading', attrs: { level: 2 } }, { type: 'paragraph' })).toContain(
    'Was a heading of level 2, is a paragraph now.',
  );
});
