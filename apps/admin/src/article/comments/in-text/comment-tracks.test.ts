// @vitest-environment jsdom
import { Node } from '@tiptap/pm/model';
import { EditorState } from '@tiptap/pm/state';
import { describe, expect, test } from 'vitest';
import { articleSchema } from '../../editor/schema/article-schema.ts';
import {
  commentAt,
  commentRanges,
  commentsKey,
  commentTracks,
  type OpenThreads,
  rangeOfThread,
  showComments,
} from './comment-tracks.ts';

const [one, two] = ['0b0a4cd4-6a3c-4c9e-8a3e-8d6b7c1f2a10', '0b0a4cd4-6a3c-4c9e-8a3e-8d6b7c1f2a11'];
const words = (text: string, ...ids: string[]) => ({
  type: 'text',
  text,
  ...(ids.length > 0 ? { marks: ids.map((id) => ({ type: 'comment', attrs: { id } })) } : {}),
});
const stateOf = (...content: object[]) =>
  EditorState.create({
    doc: Node.fromJSON(articleSchema, {
      type: 'doc',
      content: content.map((inlines) => ({ type: 'paragraph', content: inlines })),
    }),
    plugins: [commentTracks()],
  });
const withOpen = (state: EditorState, open: OpenThreads): EditorState => {
  let next = state;
  showComments({ state, dispatch: (tr) => (next = state.apply(tr)) }, { open });
  return next;
};
const shown = (state: EditorState) =>
  (commentsKey.getState(state)?.decorations.find() ?? []).map(({ from, to }) =>
    state.doc.textBetween(from, to),
  );

describe('comments in the text', () => {
  const text = stateOf([words('It '), words('rained ', one), words('hard', one, two), words('.')]);

  test('are where their marks are, one stretch for each that is not divided', () => {
    expect(commentRanges(text.doc)).toEqual(
      new Map([
        [one, [{ from: 4, to: 15 }]],
        [two, [{ from: 11, to: 15 }]],
      ]),
    );
  });

  test('are shown where their thread is open, and move along with what is typed before them', () => {
    expect(shown(text)).toEqual([]);
    const open = withOpen(text, new Map([[two, null]]));
    expect(shown(open)).toEqual(['hard']);
    expect(shown(open.apply(open.tr.insertText('All day it ', 1, 4)))).toEqual(['hard']);
    expect(shown(open.apply(open.tr.delete(1, 15)))).toEqual([]);
  });

  test('are opened by a press on the fewest words', () => {
    const open = withOpen(text, new Map([one, two].map((id) => [id, null])));
    expect(commentAt(open, 5)).toBe(one);
    expect(commentAt(open, 12)).toBe(two);
    expect(commentAt(open, 15)).toBeNull();
    expect(commentAt(withOpen(text, new Map()), 12)).toBeNull();
  });

  test('are looked for by their words where there are no marks, if they occur once', () => {
    const plain = stateOf([words('It rained.')], [words('It snowed.')]);
    const open = withOpen(
      plain,
      new Map([
        [one, 'snowed'],
        [two, 'It'],
      ]),
    );
    expect(shown(open)).toEqual(['snowed']);
    expect(rangeOfThread(open, one)).toEqual({ from: 16, to: 22 });
    expect(rangeOfThread(open, two)).toBeNull();
  });

  test('are not searched for if the marks alone decide', () => {
    const plain = stateOf([words('It snowed.')]);
    expect(shown(withOpen(plain, new Map([[one, null]])))).toEqual([]);
  });
});
