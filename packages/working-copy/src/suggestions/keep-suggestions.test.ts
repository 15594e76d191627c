import { idOf } from '@viewpoints/domain/testing/builders';
import { describe, expect, test } from 'vitest';
import { decideSuggestions } from './decide-suggestions.ts';
import type { Json } from './json.ts';
import { keepSuggestions } from './keep-suggestions.ts';
import { type SuggestionKey, writeKey } from './suggestion.ts';
import { withoutSuggestions } from './without-suggestions.ts';

const key: SuggestionKey = { by: idOf(1), id: idOf(31) };
const text = (words: string, ...marks: string[]): Json => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 ? { marks: marks.map((type) => ({ type, attrs: key })) } : {}),
});
const bold = (words: string): Json => ({ type: 'text', text: words, marks: [{ type: 'strong' }] });
const block = (type: string, ...content: Json[]): Json => ({ type, content });
const paragraph = (...content: Json[]) => block('paragraph', ...content);
const note = (...content: Json[]) => block('footnote', ...content);
const inserted = (node: Json): Json => ({ ...node, attrs: { suggestedInsertion: writeKey(key) } });
const accepted = (nodes: readonly Json[]) =>
  decideSuggestions(nodes, { verdict: 'accept', isMeant: () => true });

const rain = [text('It rained '), text('hard', 'deletion'), text('softly', 'insertion')];
const rained = paragraph(...rain, text(' in the north of the country.'));

/** A text with suggestions, what a save says in its place, and what it is with them accepted. */
const saves: [what: string, before: Json[], saved: Json[], accepted: Json[]][] = [
  [
    'words after them were changed',
    [rained],
    [paragraph(text('It rained hard in the south of the country.'))],
    [paragraph(text('It rained softly in the south of the country.'))],
  ],
  [
    'words were put before them',
    [rained],
    [paragraph(text('All day it rained hard in the north of the country.'))],
    [paragraph(text('All day it rained softly in the north of the country.'))],
  ],
  [
    'words that stay got a format',
    [rained],
    [paragraph(text('It '), bold('rained hard'), text(' in the north of the country.'))],
    [
      paragraph(
        text('It '),
        bold('rained '),
        text('softly'),
        text(' in the north of the country.'),
      ),
    ].map((each) => ({
      ...each,
      content: [text('It '), bold('rained '), text('softly in the north of the country.')],
    })),
  ],
  [
    'the heading got another level',
    [{ type: 'heading', attrs: { level: 2 }, content: rain }],
    [{ type: 'heading', attrs: { level: 3 }, content: [text('It rained hard')] }],
    [{ type: 'heading', attrs: { level: 3 }, content: [text('It rained softly')] }],
  ],
  [
    'they are in an item of a list, and another item was changed',
    [
      block(
        'bulletList',
        block('listItem', paragraph(...rain)),
        block('listItem', paragraph(text('Fish'))),
      ),
    ],
    [
      block(
        'bulletList',
        block('listItem', paragraph(text('It rained hard'))),
        block('listItem', paragraph(text('Salt'))),
      ),
    ],
    [
      block(
        'bulletList',
        block('listItem', paragraph(text('It rained softly'))),
        block('listItem', paragraph(text('Salt'))),
      ),
    ],
  ],
  [
    'a paragraph is suggested after one whose words were changed',
    [paragraph(text('It rained in the north.')), inserted(paragraph(text('Then it snowed.')))],
    [paragraph(text('It rained in the south.'))],
    [paragraph(text('It rained in the south.')), paragraph(text('Then it snowed.'))],
  ],
  [
    'a paragraph is suggested between two, of which one is deleted',
    [
      paragraph(text('One stays here.')),
      paragraph(text('Two goes.')),
      inserted(paragraph(text('Then it snowed.'))),
    ],
    [paragraph(text('One stays here.'))],
    [paragraph(text('One stays here.')), paragraph(text('Then it snowed.'))],
  ],
  [
    'words are suggested in a paragraph without any, where others were written',
    [paragraph(text('New.', 'insertion'))],
    [paragraph(text('Begun.'))],
    [paragraph(text('New.Begun.'))],
  ],
  [
    'a note in the line was not touched',
    [
      paragraph(
        text('It rained hard '),
        { type: 'footnote', content: [text('Minutes'), text(' of May', 'insertion')] },
        text(' there.'),
      ),
    ],
    [
      paragraph(
        text('It snowed hard '),
        { type: 'footnote', content: [text('Minutes')] },
        text(' there.'),
      ),
    ],
    [
      paragraph(
        text('It snowed hard '),
        { type: 'footnote', content: [text('Minutes of May')] },
        text(' there.'),
      ),
    ],
  ],
  [
    'a note with them was changed, and words around it',
    [
      paragraph(
        text('It rained hard'),
        note(text('Minutes of '), text('May', 'deletion'), text('June', 'insertion')),
        text(' in the north'),
        note(text('Letter of the envoy'), text(' to Ostrava', 'insertion')),
        text('.'),
      ),
    ],
    [
      paragraph(
        text('It snowed hard'),
        note(text('Minutes of May, p. 4')),
        text(' in the south'),
        note(text('A letter of the envoy')),
        text('.'),
      ),
    ],
    [
      paragraph(
        text('It snowed hard'),
        note(text('Minutes of June, p. 4')),
        text(' in the south'),
        note(text('A letter of the envoy to Ostrava')),
        text('.'),
      ),
    ],
  ],
  [
    'a note that is to be deleted was changed',
    [
      paragraph(
        text('It rained'),
        { ...note(text('Minutes of May')), attrs: { suggestedDeletion: writeKey(key) } },
        text(' there.'),
      ),
    ],
    [paragraph(text('It rained'), note(text('Minutes of May 3')), text(' there.'))],
    [paragraph(text('It rained there.'))],
  ],
];

describe('suggestions survive a save where', () => {
  test.each(saves)('%s', (_what, before, saved, expected) => {
    const kept = keepSuggestions(before, saved);
    expect(withoutSuggestions(kept)).toEqual(saved);
    expect(accepted(kept)).toEqual(expected);
  });
});

describe('suggestions are removed where a save', () => {
  test('deletes all the words that they would have deleted', () => {
    const saved = [paragraph(text('It rained in the north of the country.'))];
    expect(keepSuggestions([rained], saved)).toEqual(saved);
  });

  test('has another note in the place of the one with them', () => {
    const before = [
      paragraph(text('It rained'), note(text('Minutes'), text(' of May', 'insertion'))),
    ];
    const saved = [paragraph(text('It rained'), note(text('Said by the envoy')))];
    expect(keepSuggestions(before, saved)).toEqual(saved);
  });

  test('has other words in the place of the whole paragraph', () => {
    const before = [paragraph(text('It rained in the north.'), text(' All day.', 'insertion'))];
    const saved = [paragraph(text('Nobody in the council knew of any such thing at all.'))];
    expect(keepSuggestions(before, saved)).toEqual(saved);
  });
});
