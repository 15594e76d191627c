// @vitest-environment jsdom
import { Editor } from '@tiptap/core';
import { quoteFromRange } from '@viewpoints/domain/findings/anchor';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { EditorActions } from '../../editor/editor-actions.ts';
import { schemaExtensions } from '../../editor/schema/article-schema.ts';
import { findingsInText, trackAt } from './finding-navigation.ts';
import type { TrackedFinding } from './finding-track.ts';
import { change, tracksKey } from './finding-tracks.ts';
import { editorText } from './text-positions.ts';

const nothing = () => {};
const actions: EditorActions = {
  editLink: nothing,
  editLanguage: nothing,
  openBlock: nothing,
  proposeFinding: nothing,
  openFinding: nothing,
  comment: nothing,
  openComment: nothing,
  find: nothing,
  openHelp: nothing,
  tell: nothing,
};

const id = '0190a3f4-7a10-7c3e-9f1e-2b6f0d7c1a11';

/** An editor on a text in which one finding quotes `words`. */
function editorWithFinding(paragraphs: string[], words: string) {
  const editor = new Editor({
    extensions: [...schemaExtensions, findingsInText(actions)],
    content: {
      type: 'doc',
      content: paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
    },
  });
  // Work that the editor has postponed would find no document once the file's page is gone.
  onTestFinished(() => editor.destroy());
  const { text } = editorText(editor.state.doc);
  const start = text.indexOf(words);
  const quote = quoteFromRange(text, start, start + words.length);
  const finding: TrackedFinding = { id, number: 1, state: 'verified', quote };
  change(editor.view, { findings: [finding] });
  const track = () => {
    change(editor.view, { textRests: true });
    const found = tracksKey.getState(editor.state)?.list[0];
    if (!found) throw new Error('the finding is not followed');
    const { from, to } = found.range ?? { from: 0, to: 0 };
    return { standing: found.standing, words: editor.state.doc.textBetween(from, to, ' ') };
  };
  return { editor, track, finding };
}

const paragraphs = [
  'It had rained all week.',
  'The council will not negotiate with the port. It said so twice.',
];
const quoted = 'will not negotiate with the port';

describe('a quote in the text', () => {
  test('is followed while words before it come and go', () => {
    const { editor, track } = editorWithFinding(paragraphs, quoted);
    editor.commands.insertContentAt(1, 'Listen. ');
    expect(track()).toEqual({ standing: 'stands', words: quoted });
  });

  test('is the same object while words after it change, so that nothing renders again', () => {
    const { editor } = editorWithFinding(paragraphs, quoted);
    const tracked = () => tracksKey.getState(editor.state)?.list[0];
    const before = tracked();
    editor.commands.insertContentAt(editor.state.doc.content.size - 1, ' And again.');
    expect(tracked()).toBe(before);
    editor.commands.insertContentAt(1, 'Listen. ');
    expect(tracked()).not.toBe(before);
  });

  test('stands when only its marks change', () => {
    const { editor, track } = editorWithFinding(paragraphs, quoted);
    editor.chain().setTextSelection({ from: 38, to: 50 }).toggleMark('emphasis').run();
    expect(track().standing).toBe('stands');
  });

  test('no longer stands when one word is taken out of it, and shows where it was', () => {
    const { editor, track } = editorWithFinding(paragraphs, quoted);
    const from = editor.state.doc.textContent.indexOf('not ') + 3;
    editor.commands.deleteRange({ from, to: from + 4 });
    expect(track()).toEqual({ standing: 'edited', words: 'will negotiate with the port' });
  });

  test('no longer stands when a word at its end grows', () => {
    const { editor, track } = editorWithFinding(paragraphs, quoted);
    const end = editor.state.doc.textContent.indexOf('port. It') + 4 + 3;
    editor.commands.insertContentAt(end, 'folio');
    expect(track().standing).toBe('edited');
  });

  test('stands again when the change is taken back', () => {
    const { editor, track } = editorWithFinding(paragraphs, quoted);
    const from = editor.state.doc.textContent.indexOf('not ') + 3;
    editor.commands.deleteRange({ from, to: from + 4 });
    track();
    editor.commands.insertContentAt(from, 'not ');
    expect(track()).toEqual({ standing: 'stands', words: quoted });
  });

  test('is found where its paragraph was moved to', () => {
    const { editor, track } = editorWithFinding(paragraphs, quoted);
    const [first, second] = [editor.state.doc.child(0), editor.state.doc.child(1)];
    editor.commands.setContent({ type: 'doc', content: [second.toJSON(), first.toJSON()] });
    expect(track()).toEqual({ standing: 'stands', words: quoted });
  });

  test('is missing when its paragraph is gone', () => {
    const { editor, track } = editorWithFinding(paragraphs, quoted);
    editor.commands.deleteRange({ from: 25, to: editor.state.doc.content.size });
    expect(track().standing).toBe('missing');
  });

  test('is underlined after its state and numbered at its end', () => {
    const { editor } = editorWithFinding(paragraphs, quoted);
    const marked = [...editor.view.dom.querySelectorAll('[data-finding]')];
    expect(marked.every((span) => span.classList.contains('finding-verified'))).toBe(true);
    expect(marked.map((span) => span.textContent).join('')).toBe(quoted);
    expect(editor.view.dom.querySelector('.finding-end')?.getAttribute('data-number')).toBe('1');
  });

  test('is what is pressed when the cursor is in it', () => {
    const { editor } = editorWithFinding(paragraphs, quoted);
    expect(trackAt(editor.state, 45)?.finding.id).toBe(id);
    expect(trackAt(editor.state, 3)).toBeNull();
  });
});
