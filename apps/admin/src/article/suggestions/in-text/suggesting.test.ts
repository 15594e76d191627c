// @vitest-environment jsdom
import { Editor, type JSONContent } from '@tiptap/core';
import { splitBlock } from '@tiptap/pm/commands';
import type { Document } from '@viewpoints/domain/document/document';
import { normaliseDocument } from '@viewpoints/domain/document/normalise-document';
import { idOf } from '@viewpoints/domain/testing/builders';
import { decideSuggestions } from '@viewpoints/working-copy/suggestions/decide-suggestions';
import type { Json } from '@viewpoints/working-copy/suggestions/json';
import { listSuggestions } from '@viewpoints/working-copy/suggestions/list-suggestions';
import { withoutSuggestions } from '@viewpoints/working-copy/suggestions/without-suggestions';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readDocument } from '../../editor/read-document.ts';
import { schemaExtensions } from '../../editor/schema/article-schema.ts';
import { editorText, toEditorRanges, toTextRange } from '../../findings/in-text/text-positions.ts';
import { loadSuggestRules } from './suggest-rules.ts';
import { setSuggesting, suggesting } from './suggesting.ts';

await loadSuggestRules();

const [ines, omar] = [idOf(1), idOf(2)];
const words = (text: string, ...marks: string[]): JSONContent => ({
  type: 'text',
  text,
  ...(marks.length > 0 ? { marks: marks.map((type) => ({ type })) } : {}),
});
const paragraph = (text: string) => ({ type: 'paragraph', content: [words(text)] });
const heading = (text: string) => ({ ...paragraph(text), type: 'heading', attrs: { level: 2 } });
const start = [paragraph('It rained hard.'), paragraph('It snowed.')];

type Editing = { editor: Editor; refused: () => number };
function editing(by = ines, content: JSONContent[] = start): Editing {
  let refusals = 0;
  const editor = new Editor({
    extensions: [...schemaExtensions, suggesting({ by, onRefused: () => (refusals += 1) })],
    content: { type: 'doc', content },
  });
  onTestFinished(() => editor.destroy());
  setSuggesting(editor.view, true);
  return { editor, refused: () => refusals };
}
/** The same page with another user. */
function handOver(editor: Editor, by = omar): Editor {
  return editing(by, editor.getJSON().content).editor;
}
const nodesOf = (editor: Editor): Json[] => (editor.getJSON() as Json).content ?? [];
const bodyOf = (nodes: readonly object[]): object[] =>
  normaliseDocument({ type: 'doc', content: nodes } as Document).content;
const says = (editor: Editor) => readDocument(editor.state.doc).content;
const found = (editor: Editor) => listSuggestions(nodesOf(editor));
const decided = (editor: Editor, verdict: 'accept' | 'refuse', by?: string) =>
  bodyOf(
    withoutSuggestions(
      decideSuggestions(nodesOf(editor), {
        verdict,
        isMeant: (key) => by === undefined || key.by === by,
      }),
    ),
  );
const place = (editor: Editor, text: string): { from: number; to: number } => {
  let from = -1;
  editor.state.doc.descendants((node, position) => {
    const at = node.isText && from < 0 ? (node.text ?? '').indexOf(text) : -1;
    if (at >= 0) from = position + at;
  });
  if (from < 0) throw new Error(`“${text}” is not there`);
  return { from, to: from + text.length };
};
const select = (editor: Editor, text: string) =>
  editor.commands.setTextSelection(place(editor, text));
const goBehind = (editor: Editor, text: string) =>
  editor.commands.setTextSelection(place(editor, text).to);
/** Letter by letter, as keys bring them. */
const type = (editor: Editor, text: string) => {
  for (const letter of text) editor.view.dispatch(editor.state.tr.insertText(letter));
};
const backspace = (editor: Editor, times = 1) => {
  for (let left = times; left > 0; left -= 1) {
    const { head } = editor.state.selection;
    editor.view.dispatch(editor.state.tr.delete(head - 1, head));
  }
};

/** Edits as suggestions, and the text once they are accepted. */
const acts: [string, (editor: Editor) => void, object[]][] = [
  [
    'types',
    (editor) => {
      goBehind(editor, 'rained');
      type(editor, ' very');
    },
    [paragraph('It rained very hard.'), start[1] ?? {}],
  ],
  [
    'types over what is selected',
    (editor) => {
      select(editor, 'hard');
      type(editor, 'softly');
    },
    [paragraph('It rained softly.'), start[1] ?? {}],
  ],
  [
    'deletes backwards, letter by letter',
    (editor) => {
      goBehind(editor, 'rained hard');
      backspace(editor, 5);
    },
    [paragraph('It rained.'), start[1] ?? {}],
  ],
  [
    'ends a paragraph, and goes on in the next',
    (editor) => {
      goBehind(editor, 'hard.');
      splitBlock(editor.state, editor.view.dispatch);
      type(editor, 'Then it stopped.');
    },
    [paragraph('It rained hard.'), paragraph('Then it stopped.'), start[1] ?? {}],
  ],
  [
    'divides a paragraph',
    (editor) => {
      goBehind(editor, 'It rained');
      splitBlock(editor.state, editor.view.dispatch);
    },
    [paragraph('It rained'), paragraph('hard.'), start[1] ?? {}],
  ],
  [
    'joins two paragraphs',
    (editor) => {
      const { from } = place(editor, 'It snowed');
      editor.view.dispatch(editor.state.tr.delete(from - 2, from));
    },
    [paragraph('It rained hard.It snowed.')],
  ],
  [
    'deletes from one paragraph into the next',
    (editor) => {
      editor.commands.deleteRange({
        from: place(editor, 'hard').from,
        to: place(editor, 'snowed').from,
      });
    },
    [paragraph('It rained snowed.')],
  ],
  [
    'makes words strong',
    (editor) => {
      select(editor, 'rained');
      editor.commands.toggleMark('strong');
    },
    [
      {
        type: 'paragraph',
        content: [words('It '), words('rained', 'strong'), words(' hard.')],
      },
      start[1] ?? {},
    ],
  ],
  [
    'makes a paragraph a heading',
    (editor) => {
      select(editor, 'rained');
      editor.commands.setNode('heading', { level: 2 });
    },
    [heading('It rained hard.'), start[1] ?? {}],
  ],
  [
    'puts a block in',
    (editor) => {
      goBehind(editor, 'hard.');
      editor.view.dispatch(
        editor.state.tr.insert(17, editor.schema.nodeFromJSON({ type: 'divider' })),
      );
    },
    [start[0] ?? {}, { type: 'divider' }, start[1] ?? {}],
  ],
  [
    'deletes a block',
    (editor) => {
      editor.commands.deleteRange({ from: 17, to: editor.state.doc.content.size });
    },
    [start[0] ?? {}],
  ],
  [
    'breaks a line',
    (editor) => {
      goBehind(editor, 'rained');
      editor.commands.insertContent({ type: 'hardBreak' });
    },
    [
      {
        type: 'paragraph',
        content: [words('It rained'), { type: 'hardBreak' }, words('hard.')],
      },
      start[1] ?? {},
    ],
  ],
  [
    'pastes paragraphs into one',
    (editor) => {
      goBehind(editor, 'rained');
      editor.commands.insertContent([paragraph('One.'), paragraph('Two.')]);
    },
    [],
  ],
];

describe.each(acts)('who suggests and %s', (_name, act, accepted) => {
  test('changes nothing that the article says', () => {
    const { editor, refused } = editing();
    act(editor);
    editor.state.doc.check();
    expect(refused()).toBe(0);
    expect(found(editor).length).toBeGreaterThan(0);
    expect(says(editor)).toEqual(start);
    expect(decided(editor, 'refuse')).toEqual(start);
  });

  test('gets what they wanted where it is accepted', () => {
    const { editor } = editing();
    act(editor);
    if (accepted.length > 0) expect(decided(editor, 'accept')).toEqual(bodyOf(accepted));
    else expect(JSON.stringify(decided(editor, 'accept'))).toContain('Two.');
  });

  test('makes one suggestion of it, in their own name', () => {
    const { editor } = editing();
    act(editor);
    expect(new Set(found(editor).map(({ by }) => by))).toEqual(new Set([ines]));
    expect(found(editor)).toHaveLength(1);
  });
});

test('authors simply change their own suggestions', () => {
  const { editor } = editing();
  goBehind(editor, 'rained');
  type(editor, ' very');
  backspace(editor, 5);
  expect(found(editor)).toEqual([]);
  select(editor, 'rained');
  editor.commands.toggleMark('strong');
  editor.commands.toggleMark('strong');
  editor.commands.setNode('heading', { level: 2 });
  editor.commands.setNode('heading', { level: 2 });
  expect(found(editor)).toEqual([]);
  expect(says(editor)).toEqual(start);
});

test('what others have suggested stays theirs: it is gone round, and only suggested to go', () => {
  const { editor } = editing();
  goBehind(editor, 'rained');
  type(editor, ' very');
  const other = handOver(editor);
  goBehind(other, ' ve');
  type(other, 'xx');
  select(other, 'ry');
  other.commands.deleteSelection();
  expect(found(other).map(({ by, parts }) => [by, parts])).toEqual([
    [ines, [{ kind: 'insert', text: ' very' }]],
    [
      omar,
      [
        { kind: 'insert', text: 'xx' },
        { kind: 'delete', text: 'ry' },
      ],
    ],
  ]);
  expect(decided(other, 'accept', ines)).toEqual([paragraph('It rained very hard.'), start[1]]);
});

describe('writing within another’s suggestion continues it', () => {
  const suggested = (): Editor => {
    const { editor } = editing();
    goBehind(editor, 'rained');
    type(editor, ' very');
    const other = handOver(editor);
    setSuggesting(other.view, false);
    return other;
  };
  const split = (editor: Editor) => editor.commands.splitBlock();
  const paste = (editor: Editor, ...content: JSONContent[]) => {
    const whole = editor.schema.nodeFromJSON({ type: 'doc', content });
    const slice = whole.slice(1, whole.content.size - 1);
    const { tr } = editor.state;
    editor.view.dispatch(tr.replaceSelection(slice).setMeta('uiEvent', 'paste'));
  };
  test.each<[string, (editor: Editor) => void, object[]]>([
    ['with letters', (editor) => type(editor, 'xx'), [paragraph('It rained vexxry hard.')]],
    ['deleting letters', (editor) => backspace(editor), [paragraph('It rained vry hard.')]],
    [
      'with letters in the place of others',
      (editor) => {
        select(editor, 'er');
        type(editor, 'a');
      },
      [paragraph('It rained vay hard.')],
    ],
    ['ending the paragraph', split, [paragraph('It rained ve'), paragraph('ry hard.')]],
    [
      'pasting words',
      (editor) => {
        const from = editor.state.selection.from;
        editor.commands.insertContent(' or not ');
        expect(editor.state.selection.from).toBe(from + 8);
      },
      [paragraph('It rained ve or not ry hard.')],
    ],
    [
      'pasting paragraphs',
      (editor) => paste(editor, paragraph('One.'), paragraph('Two.')),
      [paragraph('It rained veOne.'), paragraph('Two.ry hard.')],
    ],
  ])('%s', (_name, act, accepted) => {
    const editor = suggested();
    goBehind(editor, ' ve');
    act(editor);
    editor.state.doc.check();
    expect(says(editor)).toEqual(start);
    expect(new Set(found(editor).map(({ by }) => by))).toEqual(new Set([ines]));
    expect(found(editor)).toHaveLength(1);
    expect(decided(editor, 'refuse')).toEqual(start);
    expect(decided(editor, 'accept')).toEqual([...accepted, start[1]]);
  });

  test.each([
    ['text', 'rained', 'hard'],
    ['suggestion', 'rained', 'It'],
  ])('replacing at once in it and in the text, first in the %s', (_where, behind, other) => {
    const { editor: hers } = editing();
    goBehind(hers, behind);
    type(hers, ' very');
    const editor = handOver(hers);
    setSuggesting(editor.view, false);
    // From the end on, as replacing all of something does.
    const { tr } = editor.state;
    const places = ['very', other].map((text) => place(editor, text));
    for (const { from, to } of places.toSorted((a, b) => b.from - a.from))
      tr.insertText('so', from, to);
    editor.view.dispatch(tr);
    const left = 'It rained hard.'.replace(other, 'so');
    expect(says(editor)).toEqual([paragraph(left), start[1]]);
    expect(decided(editor, 'refuse')).toEqual([paragraph(left), start[1]]);
    const accepted = 'It rained so hard.'.replace(other, 'so');
    expect(decided(editor, 'accept')).toEqual([paragraph(accepted), start[1]]);
    expect(new Set(found(editor).map(({ by }) => by))).toEqual(new Set([ines]));
  });

  test('with letters behind its last one it is the text', () => {
    const editor = suggested();
    goBehind(editor, ' very');
    type(editor, 'xx');
    expect(says(editor)).toEqual([paragraph('It rainedxx hard.'), start[1]]);
    expect(decided(editor, 'accept')).toEqual([paragraph('It rained veryxx hard.'), start[1]]);
  });

  test('from its words into the text it changes both', () => {
    const editor = suggested();
    const { from } = place(editor, 'ry');
    editor.commands.deleteRange({ from, to: place(editor, ' hard').to });
    expect(says(editor)).toEqual([paragraph('It rained.'), start[1]]);
    expect(decided(editor, 'accept')).toEqual([paragraph('It rained ve.'), start[1]]);
  });

  test('it is the text where that would only be deleted, or bold', () => {
    const { editor } = editing();
    select(editor, 'rained');
    editor.commands.deleteSelection();
    select(editor, 'hard');
    editor.commands.toggleMark('strong');
    setSuggesting(editor.view, false);
    goBehind(editor, 'rai');
    type(editor, 'x');
    goBehind(editor, 'ha');
    type(editor, 'y');
    expect(says(editor)).toEqual([paragraph('It raixned hayrd.'), start[1]]);
    expect(decided(editor, 'accept')).toEqual([
      {
        type: 'paragraph',
        content: [
          words('It x '),
          words('ha', 'strong'),
          words('y'),
          words('rd', 'strong'),
          words('.'),
        ],
      },
      start[1],
    ]);
  });

  test.each([true, false])('in a paragraph of theirs that ends earlier (suggesting: %s)', (on) => {
    const { editor } = editing();
    editor.view.dispatch(
      editor.state.tr.insert(17, editor.schema.nodeFromJSON(paragraph('Then it stopped.'))),
    );
    expect(says(editor)).toEqual(start);
    const other = on ? editor : handOver(editor);
    setSuggesting(other.view, on);
    for (const end of ['Then it', ' stopped.']) {
      goBehind(other, end);
      split(other);
      type(other, 'x');
    }
    expect(says(other)).toEqual(start);
    expect(found(other).map(({ by }) => by)).toEqual([ines]);
    expect(decided(other, 'refuse')).toEqual(start);
    expect(decided(other, 'accept')).toEqual(
      bodyOf([
        ...[start[0] ?? {}, paragraph('Then it'), paragraph('x stopped.'), paragraph('x')],
        start[1] ?? {},
      ]),
    );
  });
});

test('another kind of block with other words cannot be suggested, and nothing is done then', () => {
  const { editor, refused } = editing();
  select(editor, 'rained');
  editor.commands.setNode('codeBlock');
  expect(refused()).toBe(1);
  expect(says(editor)).toEqual(start);
});

test('quotes and selections are of the words without what is suggested', () => {
  const { editor } = editing();
  goBehind(editor, 'rained');
  type(editor, ' very');
  const { doc } = editor.state;
  const text = editorText(doc);
  expect(text.text).toBe('It rained hard. It snowed.');
  const from = place(editor, 'rained').from;
  const range = toTextRange(doc, text, { from, to: place(editor, ' hard').to });
  expect(text.text.slice(range?.start, range?.end)).toBe('rained hard');
  const ranges = toEditorRanges(doc, text, { start: 3, end: 14 });
  expect(ranges.map((each) => doc.textBetween(each.from, each.to))).toEqual(['rained', ' hard']);
});

describe('words between backticks', () => {
  const type = (editor: Editor, text: string) => {
    for (const char of text) {
      const { from, to } = editor.state.selection;
      const insert = () => editor.state.tr.insertText(char, from, to);
      const isHandled = editor.view.someProp('handleTextInput', (handle) =>
        handle(editor.view, from, to, char, insert),
      );
      if (!isHandled) editor.view.dispatch(insert());
    }
  };
  const code = { type: 'text', text: 'quay', marks: [{ type: 'code' }] };

  test('that are suggested are code, and what is typed next is not', () => {
    const { editor } = editing();
    editor.commands.setTextSelection(place(editor, 'It rained').to);
    type(editor, ' `quay` x');
    expect(says(editor)).toEqual(start);
    expect(found(editor)).toHaveLength(1);
    expect(decided(editor, 'refuse')).toEqual(start);
    expect(decided(editor, 'accept')[0]).toMatchObject({
      content: [words('It rained '), code, words(' x hard.')],
    });
  });

  test('stay as they are where one of the backticks is in the text', () => {
    const { editor } = editing(ines, [paragraph('It `rained hard.')]);
    editor.commands.setTextSelection(place(editor, 'It `rained').to);
    type(editor, '`');
    expect(decided(editor, 'accept')).toEqual([paragraph('It `rained` hard.')]);
  });
});
