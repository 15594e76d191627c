// @vitest-environment jsdom
import { Editor, type JSONContent } from '@tiptap/core';
import { maxKeyPoints } from '@viewpoints/domain/document/blocks/key-points';
import { describe, expect, onTestFinished, test } from 'vitest';
import { matchingBlocks } from '../block-commands.ts';
import { withoutSuggested } from '../read-document.ts';
import { schemaExtensions } from '../schema/article-schema.ts';
import { toggleKeyPoints } from './key-points-commands.ts';

const line = (type: string) => (text: string) => ({
  type,
  ...(text !== '' && { content: [{ type: 'text', text }] }),
});
const paragraph = line('paragraph');
const points = (...texts: string[]) => ({
  type: 'keyPoints',
  content: texts.map(line('keyPoint')),
});

function editing(...content: JSONContent[]): Editor {
  const editor = new Editor({ extensions: schemaExtensions, content: { type: 'doc', content } });
  onTestFinished(() => editor.destroy());
  return editor;
}
const contentOf = (editor: Editor) =>
  JSON.parse(JSON.stringify(withoutSuggested(editor.state.doc).content));
/** Types at the end of the n-th point, each of three letters. */
const endOf = (point: number) => 1 + point * 5;

describe('key points in the editor', () => {
  test('are the first answer to their name', () => {
    expect(matchingBlocks('key')[0]?.label).toBe('Key points');
    expect(matchingBlocks('summary').map(({ id }) => id)).toEqual(['keyPoints']);
  });

  test('are made of the selected paragraphs, and paragraphs of them again', () => {
    const editor = editing(paragraph('One'), paragraph('Two'), paragraph('After'));
    editor.commands.setTextSelection({ from: 2, to: 8 });
    toggleKeyPoints(editor);
    expect(contentOf(editor)).toEqual([points('One', 'Two'), paragraph('After')]);
    const { from, to } = editor.state.selection;
    expect(editor.state.doc.textBetween(from, to, '|')).toBe('ne|Tw');
    toggleKeyPoints(editor);
    expect(contentOf(editor)).toEqual([paragraph('One'), paragraph('Two'), paragraph('After')]);
  });

  test('are inserted empty where something else is selected, or too much', () => {
    const heading = { ...line('heading')('Counting'), attrs: { level: 2 } };
    const editor = editing(heading, paragraph('After'));
    editor.commands.setTextSelection(9);
    toggleKeyPoints(editor);
    expect(contentOf(editor).map(({ type }: JSONContent) => type)).toEqual([
      ...['heading', 'keyPoints', 'paragraph'],
    ]);
    const many = editing(...Array.from({ length: maxKeyPoints + 1 }, () => paragraph('One')));
    many.commands.selectAll();
    toggleKeyPoints(many);
    expect(contentOf(many).flatMap((each: JSONContent) => each.content ?? []).length).toBe(1);
  });

  test('are left with Enter on an empty point at their end', () => {
    const editor = editing(points('One', ''));
    editor.commands.setTextSelection(endOf(1) + 1);
    editor.commands.keyboardShortcut('Enter');
    expect(contentOf(editor)).toEqual([points('One'), { type: 'paragraph' }]);
    const alone = editing(points(''));
    alone.commands.setTextSelection(2);
    alone.commands.keyboardShortcut('Enter');
    expect(contentOf(alone)).toEqual([{ type: 'paragraph' }]);
  });

  test('grow with Enter, to as many as readers are shown', () => {
    const texts = Array.from({ length: maxKeyPoints - 1 }, () => 'One');
    const editor = editing(points(...texts));
    for (const count of [maxKeyPoints, maxKeyPoints]) {
      editor.commands.setTextSelection(3);
      editor.commands.keyboardShortcut('Enter');
      expect(contentOf(editor)[0].content).toHaveLength(count);
    }
  });

  test('are left with Backspace at their beginning, and joined within', () => {
    const editor = editing(points('One', 'Two'));
    editor.commands.setTextSelection(endOf(1) + 1);
    editor.commands.keyboardShortcut('Backspace');
    expect(contentOf(editor)).toEqual([points('OneTwo')]);
    editor.commands.setTextSelection(2);
    editor.commands.keyboardShortcut('Backspace');
    expect(contentOf(editor)).toEqual([paragraph('OneTwo')]);
  });
});
