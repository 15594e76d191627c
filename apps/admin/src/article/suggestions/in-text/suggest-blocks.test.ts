// @vitest-environment jsdom
import { Editor, type JSONContent } from '@tiptap/core';
import { Slice } from '@tiptap/pm/model';
import { TextSelection } from '@tiptap/pm/state';
import { addRowAfter, addRowBefore, deleteRow, toggleHeaderRow } from '@tiptap/pm/tables';
import type { Document } from '@viewpoints/domain/document/document';
import { documentText } from '@viewpoints/domain/document/document-text';
import { normaliseDocument } from '@viewpoints/domain/document/normalise-document';
import { idOf } from '@viewpoints/domain/testing/builders';
import { decideSuggestions } from '@viewpoints/working-copy/suggestions/decide-suggestions';
import type { Json } from '@viewpoints/working-copy/suggestions/json';
import { listSuggestions } from '@viewpoints/working-copy/suggestions/list-suggestions';
import { withoutSuggestions } from '@viewpoints/working-copy/suggestions/without-suggestions';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readDocument } from '../../editor/read-document.ts';
import { schemaExtensions } from '../../editor/schema/article-schema.ts';
import { suggestionLines } from '../suggestion-lines.ts';
import { loadSuggestRules } from './suggest-rules.ts';
import { setSuggesting, suggesting } from './suggesting.ts';

await loadSuggestRules();

const ines = idOf(1);
const paragraph = (text: string): JSONContent => ({
  type: 'paragraph',
  content: [{ type: 'text', text }],
});
const heading = (text: string): JSONContent => ({
  ...paragraph(text),
  type: 'heading',
  attrs: { level: 2 },
});
const item = (...content: JSONContent[]): JSONContent => ({ type: 'listItem', content });
const bullets = (...content: JSONContent[]): JSONContent => ({ type: 'bulletList', content });
const numbers = (...content: JSONContent[]): JSONContent => ({
  type: 'orderedList',
  attrs: { start: 1 },
  content,
});
const quote = (...content: JSONContent[]): JSONContent => ({ type: 'blockQuote', content });
const row = (type: string, ...texts: string[]): JSONContent => ({
  type: 'tableRow',
  content: texts.map((text) => ({ type, content: [paragraph(text)] })),
});
const table: JSONContent = {
  type: 'table',
  content: [
    row('tableHeader', 'Port', 'Toll'),
    row('tableCell', 'Aden', 'Ten'),
    row('tableCell', 'Suez', 'Two'),
  ],
};
const list = bullets(
  item(paragraph('Alpha')),
  item(paragraph('Bravo')),
  item(paragraph('Charlie'), bullets(item(paragraph('Delta')), item(paragraph('Echo')))),
);

function open(content: JSONContent[]): { editor: Editor; refused: () => number } {
  let refusals = 0;
  const editor = new Editor({
    extensions: [...schemaExtensions, suggesting({ by: ines, onRefused: () => (refusals += 1) })],
    content: { type: 'doc', content },
  });
  onTestFinished(() => editor.destroy());
  return { editor, refused: () => refusals };
}
const nodesOf = (editor: Editor): Json[] => (editor.getJSON() as Json).content ?? [];
const canonicalise = (nodes: readonly object[]): object[] =>
  normaliseDocument({ type: 'doc', content: nodes } as Document).content;
const says = (editor: Editor): object[] => readDocument(editor.state.doc).content;
const decided = (editor: Editor, verdict: 'accept' | 'refuse'): object[] =>
  canonicalise(
    withoutSuggestions(decideSuggestions(nodesOf(editor), { verdict, isMeant: () => true })),
  );
const found = (editor: Editor) => listSuggestions(nodesOf(editor));

const verbsIn = (editor: Editor) =>
  found(editor).flatMap(({ parts }) => suggestionLines(parts).map(({ verb }) => verb));

/** Selects from the beginning of the first words to the end of the last, or sets the cursor into them. */
function select(editor: Editor, first: string, last = first): void {
  const place = (text: string): number => {
    let from = -1;
    editor.state.doc.descendants((node, position) => {
      const at = node.isText && from < 0 ? (node.text ?? '').indexOf(text) : -1;
      if (at >= 0) from = position + at;
    });
    if (from < 0) throw new Error(`“${text}” is not there`);
    return from;
  };
  editor.commands.setTextSelection({ from: place(first), to: place(last) + last.length });
}
const goBehind = (editor: Editor, text: string) => {
  select(editor, text);
  editor.commands.setTextSelection(editor.state.selection.to);
};
const goBefore = (editor: Editor, text: string) => {
  select(editor, text);
  editor.commands.setTextSelection(editor.state.selection.from);
};
/** As a browser reports a key. Tiptap's own command for it maps the steps of a transaction twice. */
const press = (editor: Editor, key: string, shiftKey = false) =>
  editor.view.someProp('handleKeyDown', (handle) =>
    handle(editor.view, new KeyboardEvent('keydown', { key, shiftKey })),
  );
const type = (editor: Editor, text: string) => {
  for (const letter of text) editor.view.dispatch(editor.state.tr.insertText(letter));
};

/** Writes in the first cell without words. */
function writeInEmptyCell(editor: Editor): void {
  let at = -1;
  editor.state.doc.descendants((node, position) => {
    if (at < 0 && node.type.name === 'paragraph' && node.content.size === 0) at = position + 1;
  });
  editor.commands.setTextSelection(at);
  type(editor, 'Lagos');
}

type Act = [
  name: string,
  content: JSONContent[],
  act: (editor: Editor) => unknown,
  verbs: string[],
];

const two = [paragraph('It rained hard.'), paragraph('It snowed.')];
const acts: Act[] = [
  [
    'makes a list item of a paragraph',
    two,
    (editor) => (select(editor, 'rained'), editor.commands.toggleList('bulletList', 'listItem')),
    ['Put into a bullet list'],
  ],
  [
    'makes a list of two paragraphs',
    two,
    (editor) => (
      select(editor, 'It rained', 'snowed'), editor.commands.toggleList('orderedList', 'listItem')
    ),
    ['Put into a numbered list', 'Put into a numbered list'],
  ],
  [
    'makes a list item of a heading',
    [heading('It rained hard.'), ...two],
    (editor) => (select(editor, 'It rained'), editor.commands.toggleList('bulletList', 'listItem')),
    ['Put into a bullet list; make it a paragraph'],
  ],
  [
    'adds a paragraph to the list above',
    [list, ...two],
    (editor) => (select(editor, 'rained'), editor.commands.toggleList('bulletList', 'listItem')),
    ['Put into a bullet list'],
  ],
  [
    'adds a paragraph to the list below',
    [...two, list],
    (editor) => (select(editor, 'snowed'), editor.commands.toggleList('bulletList', 'listItem')),
    ['Put into a bullet list', 'Join to the list above'],
  ],
  [
    'takes an item out of the middle of a list',
    [list, ...two],
    (editor) => (select(editor, 'Bravo'), editor.commands.toggleList('bulletList', 'listItem')),
    ['Take out of the bullet list'],
  ],
  [
    'takes all items out of a list',
    [bullets(item(paragraph('Alpha')), item(paragraph('Bravo')))],
    (editor) => (
      select(editor, 'Alpha', 'Bravo'), editor.commands.toggleList('bulletList', 'listItem')
    ),
    ['Take out of the bullet list', 'Take out of the bullet list'],
  ],
  [
    'makes a numbered list of bullets',
    [list],
    (editor) => (
      select(editor, 'Alpha', 'Bravo'), editor.commands.toggleList('orderedList', 'listItem')
    ),
    ['Make it a numbered list'],
  ],
  [
    'indents an item',
    [list],
    (editor) => (select(editor, 'Bravo'), press(editor, 'Tab')),
    ['Indent'],
  ],
  [
    'outdents an item, and takes along those below it',
    [list],
    (editor) => (select(editor, 'Delta'), press(editor, 'Tab', true)),
    ['Outdent'],
  ],
  [
    'quotes a paragraph',
    two,
    (editor) => (select(editor, 'rained'), editor.commands.toggleWrap('blockQuote')),
    ['Put into a block quote'],
  ],
  [
    'quotes a paragraph and a list',
    [...two, list],
    (editor) => (select(editor, 'snowed', 'Alpha'), editor.commands.wrapIn('blockQuote')),
    Array.from({ length: 6 }, () => 'Put into a block quote'),
  ],
  [
    'takes a paragraph out of a quote',
    [quote(...two), paragraph('End.')],
    (editor) => (select(editor, 'rained'), editor.commands.toggleWrap('blockQuote')),
    ['Take out of the block quote'],
  ],
  [
    'joins an item to the one above',
    [list],
    (editor) => (goBefore(editor, 'Bravo'), press(editor, 'Backspace')),
    ['Join to the item above'],
  ],
  [
    'lifts the first item with a key',
    [list],
    (editor) => (goBefore(editor, 'Alpha'), press(editor, 'Backspace')),
    ['Take out of the bullet list'],
  ],
  [
    'adds an item',
    [list],
    (editor) => {
      goBehind(editor, 'Alpha');
      press(editor, 'Enter');
      type(editor, 'One more');
    },
    ['Split paragraph', 'Insert'],
  ],
  [
    'deletes items',
    [list],
    (editor) => (
      goBehind(editor, 'Alpha'),
      editor.commands.setTextSelection({
        from: editor.state.selection.from,
        to: (goBehind(editor, 'Charlie'), editor.state.selection.to),
      }),
      editor.commands.deleteSelection()
    ),
    [],
  ],
  [
    'deletes the first paragraph of an item',
    [quote(paragraph('Zulu')), bullets(item(paragraph('Alpha'), paragraph('Bravo')))],
    (editor) => {
      goBefore(editor, 'Alpha');
      const { from } = editor.state.selection;
      goBefore(editor, 'Bravo');
      editor.commands.setTextSelection({ from, to: editor.state.selection.to });
      editor.commands.deleteSelection();
    },
    ['Delete paragraph'],
  ],
  [
    'inserts items into a list',
    [list],
    (editor) => {
      goBehind(editor, 'Alpha');
      editor.commands.insertContentAt(editor.state.selection.$from.after(-1), [
        item(paragraph('One')),
        item(paragraph('Two')),
      ]);
    },
    ['Insert list item', 'Insert list item'],
  ],
  [
    'adds a row',
    [table],
    (editor) => {
      select(editor, 'Aden');
      addRowAfter(editor.state, editor.view.dispatch);
      writeInEmptyCell(editor);
    },
    ['Insert row'],
  ],
  [
    'adds a row above',
    [table],
    (editor) => {
      select(editor, 'Aden');
      addRowBefore(editor.state, editor.view.dispatch);
      writeInEmptyCell(editor);
    },
    ['Insert row'],
  ],
  [
    'deletes a row',
    [table],
    (editor) => (select(editor, 'Aden'), deleteRow(editor.state, editor.view.dispatch)),
    ['Delete row'],
  ],
  [
    'makes cells of a header row',
    [table],
    (editor) => (select(editor, 'Port'), toggleHeaderRow(editor.state, editor.view.dispatch)),
    ['Make it a cell', 'Make it a cell'],
  ],
];

describe.each(acts)('who suggests and %s', (_name, content, act, verbs) => {
  test('changes nothing until it is accepted, which gives what editing gives', () => {
    const direct = open(content).editor;
    act(direct);
    const { editor, refused } = open(content);
    const before = says(editor);
    setSuggesting(editor.view, true);
    act(editor);
    editor.state.doc.check();
    expect(refused()).toBe(0);
    expect(says(editor)).toEqual(before);
    expect(decided(editor, 'refuse')).toEqual(before);
    expect(says(direct)).not.toEqual(before);
    expect(decided(editor, 'accept')).toEqual(says(direct));
    expect(found(editor)).toHaveLength(1);
    if (verbs.length > 0) expect(verbsIn(editor)).toEqual(verbs);
  });
});

describe('who suggests that a block is elsewhere', () => {
  const toggle = (editor: Editor) => editor.commands.toggleList('bulletList', 'listItem');
  test.each<[string, JSONContent[], (editor: Editor) => void]>([
    [
      'with the same button',
      two,
      (editor) => {
        select(editor, 'It rained', 'snowed');
        toggle(editor);
        toggle(editor);
      },
    ],
    [
      'with the key for the other way',
      [list],
      (editor) => {
        select(editor, 'Bravo');
        press(editor, 'Tab');
        press(editor, 'Tab', true);
      },
    ],
  ])('takes it back %s', (_name, content, act) => {
    const { editor, refused } = open(content);
    setSuggesting(editor.view, true);
    const before = JSON.stringify(nodesOf(editor));
    act(editor);
    expect(JSON.stringify(nodesOf(editor))).toBe(before);
    expect(refused()).toBe(0);
  });

  test('with the same key twice suggests it once', () => {
    const { editor } = open([list]);
    setSuggesting(editor.view, true);
    select(editor, 'Bravo');
    press(editor, 'Tab');
    press(editor, 'Tab');
    expect(verbsIn(editor)).toEqual(['Indent']);
  });

  test('of a paragraph that ends earlier by then gets two items', () => {
    const { editor } = open(two);
    setSuggesting(editor.view, true);
    select(editor, 'rained');
    toggle(editor);
    goBehind(editor, 'It rained');
    press(editor, 'Enter');
    expect(decided(editor, 'accept')).toEqual([
      bullets(item(paragraph('It rained')), item(paragraph('hard.'))),
      two[1],
    ]);
  });

  test('within what they suggested themselves makes it part of that', () => {
    const { editor } = open(two);
    setSuggesting(editor.view, true);
    goBehind(editor, 'hard.');
    editor.view.dispatch(editor.state.tr.insert(17, editor.schema.nodeFromJSON(list)));
    select(editor, 'Bravo');
    press(editor, 'Tab');
    expect(found(editor)).toHaveLength(1);
    expect(decided(editor, 'refuse')).toEqual(two);
    expect(decided(editor, 'accept')[1]).toMatchObject({
      content: [item(paragraph('Alpha'), bullets(item(paragraph('Bravo')))), { type: 'listItem' }],
    });
  });

  test('that is a list, within another, gets items of that one', () => {
    const { editor } = open([list]);
    setSuggesting(editor.view, true);
    goBehind(editor, 'Alpha');
    const added = [item(paragraph('One')), item(paragraph('Two'))];
    const { content } = editor.schema.nodeFromJSON({ type: 'doc', content: [bullets(...added)] });
    editor.view.dispatch(editor.state.tr.replaceSelection(new Slice(content, 2, 2)));
    expect(says(editor)).toEqual([list]);
    const [first, ...rest] = list.content ?? [];
    expect(decided(editor, 'accept')).toEqual([bullets(first ?? {}, ...added, ...rest)]);
  });

  test('shows it above the block in words, and above a row in its first cell', () => {
    const { editor } = open([list, table]);
    setSuggesting(editor.view, true);
    select(editor, 'Bravo');
    press(editor, 'Tab');
    select(editor, 'Aden');
    deleteRow(editor.state, editor.view.dispatch);
    const labels = [...editor.view.dom.querySelectorAll('[data-says]')];
    expect(labels.map((each) => [each.tagName, each.getAttribute('data-says')])).toEqual([
      ['P', 'Somebody: indent'],
      ['TD', 'Somebody: delete this row'],
    ]);
  });
});

describe('any text of lists, quotes and tables', () => {
  const words = fc.constantFrom('rain', 'snow', 'wind', 'tide', 'calm');
  const { block } = fc.letrec<{ block: JSONContent; nested: JSONContent; item: JSONContent }>(
    (tie) => ({
      nested: fc.oneof(
        { maxDepth: 3, withCrossShrink: true },
        words.map(paragraph),
        fc.array(tie('item'), { minLength: 1, maxLength: 3 }).map((items) => bullets(...items)),
        fc.array(tie('item'), { minLength: 1, maxLength: 3 }).map((items) => numbers(...items)),
      ),
      item: fc
        .tuple(words.map(paragraph), fc.array(tie('nested'), { maxLength: 1 }))
        .map(([first, rest]) => item(first, ...rest)),
      block: fc.oneof(
        tie('nested'),
        words.map(heading),
        fc.array(tie('nested'), { minLength: 1, maxLength: 2 }).map((all) => quote(...all)),
        fc.array(fc.tuple(words, words), { minLength: 1, maxLength: 3 }).map((rows) => ({
          type: 'table',
          content: rows.map((texts) => row('tableCell', ...texts)),
        })),
      ),
    }),
  );
  const texts = fc.array(block, { minLength: 1, maxLength: 4 });

  const deeds: Record<string, (editor: Editor) => unknown> = {
    bullets: (editor) => editor.commands.toggleList('bulletList', 'listItem'),
    numbers: (editor) => editor.commands.toggleList('orderedList', 'listItem'),
    quote: (editor) => editor.commands.toggleWrap('blockQuote'),
    heading: (editor) => editor.commands.toggleNode('heading', 'paragraph', { level: 2 }),
    indent: (editor) => press(editor, 'Tab'),
    outdent: (editor) => press(editor, 'Tab', true),
    backspace: (editor) => press(editor, 'Backspace'),
    rowAfter: (editor) => addRowAfter(editor.state, editor.view.dispatch),
    rowBefore: (editor) => addRowBefore(editor.state, editor.view.dispatch),
    deleteRow: (editor) => deleteRow(editor.state, editor.view.dispatch),
    headerRow: (editor) => toggleHeaderRow(editor.state, editor.view.dispatch),
  };
  const places = fc.tuple(fc.nat(1000), fc.nat(1000), fc.boolean());

  /** Sets the cursor or a selection at places in words, by numbers. */
  function selectBy(editor: Editor, [one, other, isRange]: [number, number, boolean]): void {
    const found: number[] = [];
    editor.state.doc.descendants((node, position) => {
      if (node.isText) found.push(position, position + node.nodeSize);
    });
    const at = (number: number) => found[number % found.length] ?? 1;
    const [from, to] = [at(one), at(isRange ? other : one)].toSorted((a, b) => a - b);
    const { doc, tr } = editor.state;
    editor.view.dispatch(tr.setSelection(TextSelection.create(doc, from ?? 1, to ?? 1)));
  }

  /** Edits a text directly, and suggests the same. Null if it cannot be suggested. */
  function both(
    content: JSONContent[],
    edit: (editor: Editor) => void,
  ): { direct: object[]; accepted: object[] | null } {
    const [direct, { editor, refused }] = [open(content).editor, open(content)];
    edit(direct);
    const before = says(editor);
    setSuggesting(editor.view, true);
    let changes = 0;
    editor.on('transaction', ({ transaction }) => {
      if (transaction.docChanged) changes += 1;
    });
    edit(editor);
    editor.state.doc.check();
    expect(says(editor)).toEqual(before);
    expect(JSON.stringify(decided(editor, 'refuse'))).toBe(JSON.stringify(before));
    // One change, so that it is undone at once.
    expect(changes).toBeLessThanOrEqual(1);
    const accepted = refused() === 0 ? decided(editor, 'accept') : null;
    const said = says(direct);
    direct.destroy();
    editor.destroy();
    return { direct: said, accepted };
  }

  test('says after a suggestion is accepted what it says after the same edit', () => {
    let [suggested, refused] = [0, 0];
    fc.assert(
      fc.property(texts, fc.constantFrom(...Object.keys(deeds)), places, (content, deed, at) => {
        const { direct, accepted } = both(content, (editor) => {
          selectBy(editor, deed === 'backspace' ? [at[0], at[0], false] : at);
          deeds[deed]?.(editor);
        });
        if (accepted === null) refused += 1;
        else {
          expect(accepted).toEqual(direct);
          suggested += 1;
        }
      }),
      { numRuns: 60 },
    );
    expect(suggested).toBeGreaterThan(30);
    expect(refused).toBeLessThan(15);
  });

  test('has the words that are left where a stretch of it is deleted', () => {
    const wordsOf = (content: object[]) =>
      documentText({ type: 'doc', content } as Document).text.replace(/\s+/g, '');
    fc.assert(
      fc.property(texts, places, (content, [one, other]) => {
        const { direct, accepted } = both(content, (editor) => {
          selectBy(editor, [one, other, true]);
          editor.commands.deleteSelection();
        });
        if (accepted !== null) expect(wordsOf(accepted)).toBe(wordsOf(direct));
      }),
      { numRuns: 40 },
    );
  });
});
