// @vitest-environment jsdom
import { Editor, type JSONContent } from '@tiptap/core';
import { UndoRedo } from '@tiptap/extensions';
import { expect, onTestFinished, test } from 'vitest';
import { articleExtensions } from '../article-extensions.ts';
import type { EditorActions } from '../editor-actions.ts';

const nothing = () => undefined;
const actions: EditorActions = {
  ...{ editLink: nothing, editLanguage: nothing, proposeFinding: nothing, openBlock: nothing },
  ...{ openFinding: nothing, find: nothing, openHelp: nothing, tell: nothing },
  ...{ comment: nothing, openComment: nothing },
};

/** The editor with all that takes keys in it. */
function writing(language = 'en', ...content: JSONContent[]): Editor {
  const editor = new Editor({
    extensions: articleExtensions(actions, () => language, UndoRedo),
    content: { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] },
  });
  onTestFinished(() => editor.destroy());
  editor.commands.setTextSelection(editor.state.doc.content.size - 1);
  return editor;
}

/** Types as a keyboard does: each letter is offered to the rules first. */
function type(editor: Editor, text: string): void {
  for (const letter of text) {
    const { view } = editor;
    const { from, to } = view.state.selection;
    const insert = () => view.state.tr.insertText(letter, from, to);
    if (!view.someProp('handleTextInput', (handle) => handle(view, from, to, letter, insert)))
      view.dispatch(insert());
  }
}

/** Presses a key as the browser tells the editor of it; whether something took it. */
function press(editor: Editor, key: string, init: KeyboardEventInit = {}): boolean {
  const event = new KeyboardEvent('keydown', { key, ...init });
  return editor.view.someProp('handleKeyDown', (handle) => handle(editor.view, event)) === true;
}

test.each([
  ['en', `He said "we 'may' sign" -- it's theirs...`, 'He said “we ‘may’ sign” – it’s theirs…'],
  ['de', `Er sagte "wir 'sollen' gehen" -- geht's`, 'Er sagte „wir ‚sollen‘ gehen“ – geht’s'],
  ['fr', `Il dit "oui" l'an`, 'Il dit «\u202foui\u202f» l’an'],
  ['sv', `Han sa "ja"`, 'Han sa ”ja”'],
  ['uk', `Він сказав ("так")`, 'Він сказав («так»)'],
  ['sw', `Alisema "ndiyo"`, 'Alisema "ndiyo"'],
])('in %s, %s is written %s', (language, typed, expected) => {
  const editor = writing(language);
  type(editor, typed);
  expect(editor.getText()).toBe(expected);
});

test('words marked as another language have the marks of that one', () => {
  const marks = [{ type: 'language', attrs: { lang: 'de', dir: null } }];
  const editor = writing('en', {
    type: 'paragraph',
    content: [{ type: 'text', text: 'Ja ', marks }],
  });
  type(editor, '"so"');
  expect(editor.getText()).toBe('Ja „so“');
});

test('Backspace right after gives back what was typed', () => {
  const editor = writing();
  type(editor, 'A 6" gun');
  expect(editor.getText()).toBe('A 6” gun');
  type(editor, '"');
  expect(press(editor, 'Backspace')).toBe(true);
  expect(editor.getText()).toBe('A 6” gun"');
  // The next deletes, as anywhere: the browser does that.
  expect(press(editor, 'Backspace')).toBe(false);
});

test('three hyphens at the beginning are a divider; in code, marks stay as they are', () => {
  const divided = writing();
  type(divided, '---');
  expect(divided.getJSON().content?.[0]?.type).toBe('divider');
  const code = writing('en', { type: 'codeBlock' });
  type(code, 'say "it" -- https://example.org ');
  expect(code.state.doc.firstChild?.textContent).toBe('say "it" -- https://example.org ');
});

test.each([
  ['See www.example.org/a_(b), ', ['www.example.org/a_(b)', 'https://www.example.org/a_(b)']],
  ['(https://example.org/x?y=1.) ', ['https://example.org/x?y=1', 'https://example.org/x?y=1']],
])('in %s the address becomes a link, until Backspace', (typed, expected) => {
  const editor = writing();
  type(editor, typed);
  const links = () => linksIn(editor);
  expect(links()).toEqual([expected]);
  press(editor, 'Backspace');
  expect(links()).toEqual([]);
  expect(editor.getText()).toBe(typed);
  type(editor, 'on');
  expect(links()).toEqual([]);
});

function linksIn(editor: Editor): [string | undefined, unknown][] {
  const found: [string | undefined, unknown][] = [];
  editor.state.doc.descendants(({ text, marks }) => {
    for (const { attrs } of marks) found.push([text, attrs.href]);
  });
  return found;
}

test.each([
  ['Run `a = "b"` ', 'Run a = "b" ', ['a = "b"']],
  ['(`npm -- x`, then `b`', '(npm -- x, then b', ['npm -- x', 'b']],
  ['a 5`x` and ``y`', 'a 5`x` and ``y`', []],
])('%s becomes code between backticks, with nothing in it changed', (typed, text, code) => {
  const editor = writing();
  type(editor, typed);
  expect(editor.getText()).toBe(text);
  const found: string[] = [];
  editor.state.doc.descendants((node) => {
    if (node.marks.some((mark) => mark.type.name === 'code')) found.push(node.text ?? '');
  });
  expect(found).toEqual(code);
});

test('text typed after code between backticks is not code, and Backspace restores the backticks', () => {
  const editor = writing();
  type(editor, 'Run `ls`');
  press(editor, 'Backspace');
  expect(editor.getText()).toBe('Run `ls`');
  expect(editor.isActive('code')).toBe(false);
});

test('Mod-e sets words as code, and takes it off; other marks stay, and typographic marks too', () => {
  const strong = [{ type: 'strong' }];
  const editor = writing('en', {
    type: 'paragraph',
    content: [{ type: 'text', text: 'x', marks: strong }],
  });
  editor.commands.selectAll();
  // With Shift it is another shortcut, also where Caps Lock makes the letter a small one.
  press(editor, 'e', { ctrlKey: true, shiftKey: true });
  expect(editor.isActive('code')).toBe(false);
  press(editor, 'e', { ctrlKey: true });
  expect(editor.getJSON().content?.[0]?.content?.[0]?.marks).toHaveLength(2);
  editor.commands.setTextSelection(editor.state.doc.content.size - 1);
  type(editor, '"a" --');
  expect(editor.getText()).toBe('x"a" --');
  editor.commands.selectAll();
  press(editor, 'e', { ctrlKey: true });
  expect(editor.isActive('code')).toBe(false);
  expect(editor.isActive('strong')).toBe(true);
});
