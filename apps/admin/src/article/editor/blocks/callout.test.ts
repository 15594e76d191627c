// @vitest-environment jsdom
import { Editor, type JSONContent } from '@tiptap/core';
import { describe, expect, onTestFinished, test } from 'vitest';
import { matchingBlocks } from '../block-commands.ts';
import type { BlockRequest, EditorActions } from '../editor-actions.ts';
import { withoutSuggested } from '../read-document.ts';
import { schemaExtensions } from '../schema/article-schema.ts';
import { changeBlock, unwrapBlock, wrapInBlock } from '../wrapping-block.ts';
import { callout } from './callout.ts';

const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const list = (...items: string[]) => ({
  type: 'bulletList',
  content: items.map((text) => ({ type: 'listItem', content: [paragraph(text)] })),
});
const calloutOf = (attrs: object, ...content: object[]) => ({ type: 'callout', attrs, content });
const note = { kind: 'note' as const, title: null };
const warning = { kind: 'warning' as const, title: 'How we counted' };

function editing(...content: JSONContent[]): { editor: Editor; opened: BlockRequest[] } {
  const opened: BlockRequest[] = [];
  const nothing = () => undefined;
  const actions: EditorActions = {
    ...{ editLink: nothing, editLanguage: nothing, proposeFinding: nothing },
    ...{ openFinding: nothing, find: nothing, openHelp: nothing, tell: nothing },
    ...{ comment: nothing, openComment: nothing },
    openBlock: (block, request) => block === 'callout' && opened.push(request),
  };
  const editor = new Editor({
    extensions: [
      ...schemaExtensions.filter(({ name }) => name !== 'callout'),
      ...(callout.withView ? [callout.withView(actions)] : []),
    ],
    content: { type: 'doc', content },
  });
  onTestFinished(() => editor.destroy());
  callout.wraps?.[0]?.run(editor, actions);
  return { editor, opened };
}
const contentOf = (editor: Editor) =>
  JSON.parse(JSON.stringify(withoutSuggested(editor.state.doc).content));
const label = (editor: Editor) =>
  editor.view.dom.querySelector<HTMLButtonElement>('.callout-label');

describe('a callout in the editor', () => {
  test('is the first answer to its name', () => {
    expect(matchingBlocks('call')[0]?.label).toBe('Callout');
    expect(matchingBlocks('warning').map(({ id }) => id)).toEqual(['callout']);
  });

  test('opens empty outside a callout, and with what is there inside one', () => {
    expect(editing(paragraph('By hand.')).opened).toEqual([{ kind: 'new' }]);
    expect(editing(calloutOf(note, paragraph('By hand.'))).opened).toEqual([
      { kind: 'edit', position: 0 },
    ]);
  });

  test('is put round every block of the selection', () => {
    const { editor } = editing(paragraph('By hand.'), list('once', 'twice'), paragraph('After.'));
    editor.commands.setTextSelection({ from: 2, to: 15 });
    wrapInBlock(editor, 'callout', warning);
    expect(contentOf(editor)).toEqual([
      calloutOf(warning, paragraph('By hand.'), list('once', 'twice')),
      paragraph('After.'),
    ]);
  });

  test('is put round the whole list where the cursor is in an item', () => {
    const { editor } = editing(list('once', 'twice'));
    editor.commands.setTextSelection(4);
    wrapInBlock(editor, 'callout', note);
    expect(contentOf(editor)).toEqual([calloutOf(note, list('once', 'twice'))]);
  });

  test('is inserted empty where it cannot hold what is selected', () => {
    const { editor } = editing(
      { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Counting' }] },
      paragraph('After.'),
    );
    editor.commands.setTextSelection(9);
    wrapInBlock(editor, 'callout', note);
    expect(contentOf(editor).map(({ type }: JSONContent) => type)).toEqual([
      ...['heading', 'callout', 'paragraph'],
    ]);
  });

  test('says its kind and title on a button, which changes them', () => {
    const { editor, opened } = editing(calloutOf(note, paragraph('By hand.')));
    expect(label(editor)?.textContent).toBe('Note');
    changeBlock(editor, 'callout', 0, warning);
    expect(contentOf(editor)).toEqual([calloutOf(warning, paragraph('By hand.'))]);
    expect(label(editor)?.textContent).toBe('Warning: How we counted');
    label(editor)?.click();
    expect(opened.at(-1)).toEqual({ kind: 'edit', position: 0 });
  });

  test('is taken away and leaves its words', () => {
    const { editor } = editing(calloutOf(note, paragraph('By hand.'), list('twice')));
    unwrapBlock(editor, 'callout', 0);
    expect(contentOf(editor)).toEqual([paragraph('By hand.'), list('twice')]);
  });

  test('is left with Enter on an empty line at its end', () => {
    const { editor } = editing(calloutOf(note, paragraph('By hand.'), { type: 'paragraph' }));
    editor.commands.setTextSelection(13);
    editor.commands.keyboardShortcut('Enter');
    expect(contentOf(editor)).toEqual([
      calloutOf(note, paragraph('By hand.')),
      { type: 'paragraph' },
    ]);
  });

  test('is left with Backspace at its beginning', () => {
    const { editor } = editing(calloutOf(note, paragraph('By hand.'), paragraph('Twice.')));
    editor.commands.setTextSelection(2);
    editor.commands.keyboardShortcut('Backspace');
    expect(contentOf(editor)).toEqual([
      paragraph('By hand.'),
      calloutOf(note, paragraph('Twice.')),
    ]);
  });
});
