import type { Editor } from '@tiptap/core';

/** A caption is one line: Enter goes on below the block, as it does after a heading. */
export function leaveCaption(editor: Editor, name: string): boolean {
  const { $from, $to } = editor.state.selection;
  if ($from.parent.type.name !== name || $to.parent !== $from.parent) return false;
  const below = $from.after();
  const next = editor.state.doc.resolve(below).nodeAfter;
  const goesOn = next?.type.name === 'paragraph' && next.content.size === 0;
  const chain = editor.chain();
  if (!goesOn) chain.insertContentAt(below, { type: 'paragraph' });
  return chain
    .setTextSelection(below + 1)
    .scrollIntoView()
    .run();
}
