// @vitest-environment jsdom
import { Fragment, type Node, Slice } from '@tiptap/pm/model';
import { EditorState, TextSelection } from '@tiptap/pm/state';
import { EditorView } from '@tiptap/pm/view';
import { describe, expect, test } from 'vitest';
import { commentRanges } from '../../comments/in-text/comment-tracks.ts';
import { articleSchema } from '../schema/article-schema.ts';
import { cutAndPaste } from './cut-and-paste.ts';

const id = '0b0a4cd4-6a3c-4c9e-8a3e-8d6b7c1f2a10';
const comment = articleSchema.mark('comment', { id });
const paragraph = (...content: Node[]) => articleSchema.node('paragraph', null, content);

/** "It rained hard. It snowed.", with a comment on "hard". */
function openText(): EditorView {
  const doc = articleSchema.node('doc', null, [
    paragraph(
      articleSchema.text('It rained '),
      articleSchema.text('hard', [comment]),
      articleSchema.text('. It snowed.'),
    ),
  ]);
  return new EditorView(null, { state: EditorState.create({ doc, plugins: [cutAndPaste()] }) });
}

/** Takes out what is between two positions, as a person does who cuts or copies it. */
function take(view: EditorView, event: 'cut' | 'copy', from: number, to: number): void {
  const { tr, doc } = view.state;
  view.dispatch(tr.setSelection(TextSelection.create(doc, from, to)));
  view.someProp('handleDOMEvents', (handlers) => {
    handlers[event]?.call(undefined as never, view, new Event(event) as never);
  });
  if (event === 'cut') view.dispatch(view.state.tr.deleteSelection());
}

/** Pastes what the clipboard has, which is words alone, at the end of the text. */
function paste(view: EditorView, words: string): void {
  let slice = new Slice(Fragment.from(paragraph(articleSchema.text(words))), 1, 1);
  view.someProp('transformPasted', (transform) => {
    slice = transform(slice, view, false);
  });
  const end = view.state.doc.content.size - 1;
  view.dispatch(view.state.tr.replace(end, end, slice));
}
const commented = (view: EditorView) =>
  (commentRanges(view.state.doc).get(id) ?? []).map(({ from, to }) =>
    view.state.doc.textBetween(from, to),
  );

describe('words with a comment', () => {
  test('keep it where they are cut and pasted elsewhere, once', () => {
    const view = openText();
    take(view, 'cut', 4, 15);
    expect(commented(view)).toEqual([]);
    paste(view, 'rained hard');
    expect(commented(view)).toEqual(['hard']);
    paste(view, 'rained hard');
    expect(commented(view)).toEqual(['hard']);
  });

  test('are not commented on twice where they are copied', () => {
    const view = openText();
    take(view, 'copy', 4, 15);
    paste(view, 'rained hard');
    expect(commented(view)).toEqual(['hard']);
  });

  test('lend it to no other words', () => {
    const view = openText();
    take(view, 'cut', 4, 15);
    paste(view, 'rained card');
    expect(commented(view)).toEqual([]);
  });
});

const [ines, omar] = ['by', 'id'].map((_, n) => id.replace(/0$/, String(n + 1)));
const key = { by: ines, id: omar };
const inserted = articleSchema.mark('insertion', key);
const deleted = articleSchema.mark('deletion', key);

/** "It rained not hard." with a suggestion to insert "not " and to delete "hard". */
function openSuggested(): EditorView {
  const doc = articleSchema.node('doc', null, [
    paragraph(
      articleSchema.text('It rained '),
      articleSchema.text('not ', [inserted]),
      articleSchema.text('hard', [deleted]),
      articleSchema.text('.'),
    ),
    paragraph(articleSchema.text('It snowed.')),
  ]);
  return new EditorView(null, { state: EditorState.create({ doc, plugins: [cutAndPaste()] }) });
}
/** The words that the clipboard has of what is selected. */
const copied = (view: EditorView) =>
  view.serializeForClipboard(view.state.selection.content()).text;
const suggested = (view: EditorView) => {
  const found: [string, string][] = [];
  view.state.doc.descendants((node) => {
    for (const { type } of node.marks) found.push([type.name, node.text ?? '']);
  });
  return found;
};

describe('words of which something is suggested', () => {
  test('have it in the place to which they are moved', () => {
    const view = openSuggested();
    take(view, 'cut', 4, 19);
    expect(view.state.doc.textContent).toBe('It .It snowed.');
    paste(view, 'rained hard');
    expect(view.state.doc.textContent).toBe('It .It snowed.rained not hard');
    expect(suggested(view)).toEqual([
      ['insertion', 'not '],
      ['deletion', 'hard'],
    ]);
  });

  test('are copied as the article has them', () => {
    const view = openSuggested();
    take(view, 'copy', 4, 19);
    expect(copied(view)).toBe('rained hard');
    paste(view, 'rained hard');
    expect(view.state.doc.textContent).toBe('It rained not hard.It snowed.rained hard');
    expect(suggested(view)).toHaveLength(2);
  });

  test('are pasted a second time as the article has them', () => {
    const view = openSuggested();
    take(view, 'cut', 4, 19);
    paste(view, 'rained hard');
    paste(view, 'rained hard');
    expect(view.state.doc.textContent).toBe('It .It snowed.rained not hardrained hard');
    expect(suggested(view)).toHaveLength(2);
  });

  test('of a whole block are not copied, nor where a paragraph would end', () => {
    const view = openSuggested();
    const { tr, schema, doc } = view.state;
    const added = schema.node('paragraph', { suggestedInsertion: `${ines}/${omar}` }, [
      schema.text('It thawed.'),
    ]);
    view.dispatch(tr.insert(doc.content.size, added).insert(6, schema.node('suggestedBreak')));
    view.dispatch(
      view.state.tr.setSelection(
        TextSelection.create(view.state.doc, 1, view.state.doc.content.size - 1),
      ),
    );
    expect(copied(view)).toBe('It rained hard.\n\nIt snowed.');
  });
});
