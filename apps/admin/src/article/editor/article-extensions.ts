import type { AnyExtension, Extensions } from '@tiptap/core';
import { ListKeymap } from '@tiptap/extension-list/keymap';
import { Dropcursor } from '@tiptap/extensions/drop-cursor';
import { Gapcursor } from '@tiptap/extensions/gap-cursor';
import { Placeholder } from '@tiptap/extensions/placeholder';
import { browserCaret } from './browser-caret.ts';
import type { EditorActions } from './editor-actions.ts';
import { editorBlocks } from './editor-blocks.ts';
import { editorKeys } from './editor-keys.ts';
import { findInText } from './find/find-in-text.ts';
import { footnoteWithView } from './notes/footnote-with-view.ts';
import { pasteCleaning } from './paste/paste-cleaning.ts';
import { schemaExtensions } from './schema/article-schema.ts';
import { trailingParagraph } from './trailing-paragraph.ts';
import { typedAddress } from './typing/typed-address.ts';
import { typographicMarks } from './typing/typographic-marks.ts';

/**
 * The schema with everything that makes it an editor. `history` is what undoes changes: where people
 * write together, only one's own.
 */
export function articleExtensions(
  actions: EditorActions,
  language: () => string,
  history: AnyExtension,
): Extensions {
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
    history,
    browserCaret,
    Dropcursor.configure({ color: 'var(--accent)', width: 2 }),
    Gapcursor,
    trailingParagraph,
    Placeholder.configure({
      placeholder: ({ node }) =>
        node.type.name === 'paragraph' ? 'Write, paste, or press / for blocks' : '',
    }),
    typographicMarks(language),
    typedAddress,
    pasteCleaning(actions, language),
    findInText(actions),
    editorKeys(actions),
  ];
}
