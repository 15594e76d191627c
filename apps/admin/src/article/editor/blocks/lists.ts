import { Node, wrappingInputRule } from '@tiptap/core';
import { List, ListOrdered } from 'lucide-react';
import type { EditorBlock } from '../editor-block.ts';
import { nested } from '../schema/base-nodes.ts';

const ListItem = Node.create({
  name: 'listItem',
  content: nested,
  defining: true,
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: () => ['li', 0],
  addKeyboardShortcuts() {
    return {
      Enter: () => this.editor.commands.splitListItem('listItem'),
      Tab: () => this.editor.commands.sinkListItem('listItem'),
      'Shift-Tab': () => this.editor.commands.liftListItem('listItem'),
    };
  },
});

const BulletList = Node.create({
  name: 'bulletList',
  // The second name is how Tiptap finds lists, so that a list is toggled and not put into another.
  group: 'block list',
  content: 'listItem+',
  parseHTML: () => [{ tag: 'ul' }],
  renderHTML: () => ['ul', 0],
  addInputRules() {
    return [wrappingInputRule({ find: /^\s*[-+*]\s$/, type: this.type })];
  },
  addKeyboardShortcuts() {
    return { 'Mod-Shift-8': () => this.editor.commands.toggleList('bulletList', 'listItem') };
  },
});

const OrderedList = Node.create({
  name: 'orderedList',
  // The second name is how Tiptap finds lists, so that a list is toggled and not put into another.
  group: 'block list',
  content: 'listItem+',
  addAttributes: () => ({ start: { default: 1, rendered: false } }),
  parseHTML: () => [{ tag: 'ol', getAttrs: (element) => ({ start: listStart(element) }) }],
  renderHTML: ({ node }) => ['ol', node.attrs.start === 1 ? {} : { start: node.attrs.start }, 0],
  addInputRules() {
    return [
      wrappingInputRule({
        find: /^(\d{1,6})[.)]\s$/,
        type: this.type,
        getAttributes: (match) => ({ start: Number(match[1]) }),
        joinPredicate: (match, node) => node.childCount + node.attrs.start === Number(match[1]),
      }),
    ];
  },
  addKeyboardShortcuts() {
    return { 'Mod-Shift-7': () => this.editor.commands.toggleList('orderedList', 'listItem') };
  },
});

function listStart(element: HTMLElement): number {
  const start = Number(element.getAttribute('start') ?? 1);
  return Number.isSafeInteger(start) && start >= 0 ? start : 1;
}

export const lists: EditorBlock = {
  extensions: [BulletList, OrderedList, ListItem],
  wraps: [
    {
      id: 'bulletList',
      label: 'Bullet list',
      hint: 'In no order',
      icon: List,
      words: 'ul unordered points',
      keys: 'mod+shift+8',
      run: (editor) => editor.chain().focus().toggleList('bulletList', 'listItem').run(),
    },
    {
      id: 'orderedList',
      label: 'Numbered list',
      hint: 'In order',
      icon: ListOrdered,
      words: 'ol ordered steps',
      keys: 'mod+shift+7',
      run: (editor) => editor.chain().focus().toggleList('orderedList', 'listItem').run(),
    },
  ],
};
