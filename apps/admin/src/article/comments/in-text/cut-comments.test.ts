// @vitest-environment jsdom
import { Fragment, type Node, Slice } from '@tiptap/pm/model';
import { EditorState, TextSelection } from '@tiptap/pm/state';
import { EditorView } from '@tiptap/pm/view';
import { describe, expect, test } from 'vitest';
import { articleSchema } from '../../editor/schema/article-schema.ts';
import { commentRanges } from './comment-tracks.ts';
import { cutComments } from './cut-comments.ts';

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
  return new EditorView(null, { state: EditorState.create({ doc, plugins: [cutComments()] }) });
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
