import type { Extensions } from '@tiptap/core';
import { ListKeymap } from '@tiptap/extension-list';
import { Dropcursor, Gapcursor, Placeholder, TrailingNode, UndoRedo } from '@tiptap/extensions';
import type { EditorActions } from './editor-actions.ts';
import { editorBlocks } from './editor-blocks.ts';
import { editorKeys } from './editor-keys.ts';
import { footnoteWithView } from './notes/footnote-with-view.ts';
import { pasteCleaning } from './paste/paste-cleaning.ts';
import { schemaExtensions } from './schema/article-schema.ts';

/** The schema with everything that makes it an editor. */
export function articleExtensions(actions: EditorActions, language: () => string): Extensions {
  const withViews = [
    footnoteWithView(actions),
    ...editorBlocks.flatMap(({ withView }) => withView?.(actions) ?? []),
  ];
  const named = new Set(withViews.map((extension) => extension.name));
  return [
    ...schemaExtensions.filter((extension) => !named.has(extension.name)),
    ...withViews,
    ListKeymap.configure({
      listTypes: [{ itemName: 'listItem', wrapperNames: ['bulletList', 'orderedList'] }],
    }),
    UndoRedo.configure({ depth: 500, newGroupDelay: 600 }),
    Dropcursor.configure({ color: 'var(--accent)', width: 2 }),
    Gapcursor,
    TrailingNode.configure({ node: 'paragraph', notAfter: ['paragraph'] }),
    Placeholder.configure({
      placeholder: ({ node }) =>
        node.type.name === 'paragraph' ? 'Write, paste, or press / for blocks' : '',
    }),
    pasteCleaning(actions, language),
    editorKeys(actions),
  ];
}
