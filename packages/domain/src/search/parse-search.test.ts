import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Genre } from '../articles/article.ts';
import { Stance } from '../findings/finding-fields.ts';
import { maxSearchInput, parseSearch } from './parse-search.ts';

const texts = (typed: string) => parseSearch(typed).terms.map(({ text }) => text);

describe('a typed query', () => {
  it('given words, then each of them', () => {
    expect(texts('  shared   water ')).toEqual(['shared', 'water']);
    expect(parseSearch('shared water').ignored).toEqual([]);
  });

  it('given quotation marks of any kind, then the words in them together', () => {
    for (const typed of [
      '"shared water" law',
      '“shared water” law',
      '„shared water“ law',
      '«shared water» law',
    ])
      expect(parseSearch(typed).terms).toEqual([
        { text: 'shared water', phrase: true, inTitle: false },
        { text: 'law', phrase: false, inTitle: false },
      ]);
    expect(parseSearch('"shared water').terms).toMatchObject([
      { text: 'shared water', phrase: true },
    ]);
  });

  it('given a Hebrew abbreviation, then one word', () => {
    expect(parseSearch('צה"ל בגבול').terms).toMatchObject([
      { text: 'צה"ל', phrase: false },
      { text: 'בגבול', phrase: false },
    ]);
  });

  it('given a minus, then without that word or phrase; a hyphen inside a word is none', () => {
    expect(parseSearch('water -dams -"open sea" cross-border - x')).toMatchObject({
      terms: [{ text: 'water' }, { text: 'cross-border' }, { text: 'x' }],
      excluded: [
        { text: 'dams', phrase: false },
        { text: 'open sea', phrase: true },
      ],
      ignored: [{ text: '-', why: 'no_words' }],
    });
  });

  it('given fields, then those, and no words', () => {
    const query = parseSearch(
      'author:"Ruth Vennery" actor:ostrava topic:water issue:ceasefire stance:accepts-if genre:event_report kind:finding lang:fa-AF after:2025 before:2026-03 Author:lind',
    );
    expect(query.terms).toEqual([]);
    expect(query.ignored).toEqual([]);
    expect(query.fields).toEqual({
      ...{ author: ['Ruth Vennery', 'lind'], actor: ['ostrava'], topic: ['water'] },
      ...{ issue: ['ceasefire'], stance: ['accepts_if'], genre: ['event_report'] },
      ...{
        kind: ['finding'],
        language: ['fa-af'],
        saidIn: [],
        after: '2025-01-01',
        before: '2026-03-01',
      },
    });
  });

  it.each([
    ['lang:en', { language: ['en'] }],
    ['language:fr', { language: ['fr'] }],
    ['said:FA-af', { saidIn: ['fa-AF'] }],
    ['lang:zh-hant-tw', { language: ['zh-hant-tw'] }],
    ['genre:event-report', { genre: ['event_report'] }],
    ['genre:"Event report"', { genre: ['event_report'] }],
    ['topic:" sea "', { topic: ['sea'] }],
    [`author:${'x'.repeat(100)}`, { author: ['x'.repeat(100)] }],
  ])('given %s, then it is understood', (typed, fields) => {
    expect(parseSearch(typed)).toMatchObject({ fields, terms: [], ignored: [] });
  });

  it.each([
    ['said:-', { why: 'unknown_value', allowed: ['ps', 'fa-AF'] }],
    ['genre:poem', { why: 'unknown_value', allowed: Genre.options }],
    ['lang:1en', { why: 'unknown_value', allowed: ['en', 'fa-AF'] }],
    ['lang:english', { why: 'unknown_value', allowed: ['en', 'fa-AF'] }],
    ['author:???', { why: 'unknown_value' }],
    [`issue:${'x'.repeat(101)}`, { why: 'unknown_value' }],
    ['topic:"  "', { why: 'empty_field' }],
    ['-topic:sea', { why: 'unknown_value' }],
    ['-in:title', { why: 'unknown_value' }],
  ])('given %s, then it is ignored, and why', (typed, ignored) => {
    const query = parseSearch(`${typed} water`);
    expect(query.ignored).toEqual([{ text: typed, ...ignored }]);
    expect(query.terms).toEqual([{ text: 'water', phrase: false, inTitle: false }]);
    expect(query.fields).toEqual(parseSearch('water').fields);
  });

  it('given eight values of one field, then all; given nine, then the last is ignored', () => {
    const typed = (count: number) =>
      Array.from({ length: count }, (_, index) => `topic:t${index + 1}`).join(' ');
    const eight = ['t1', 't2', 't3', 't4', 't5', 't6', 't7', 't8'];
    expect(parseSearch(typed(8))).toMatchObject({ fields: { topic: eight }, ignored: [] });
    expect(parseSearch(typed(9))).toMatchObject({
      fields: { topic: eight },
      ignored: [{ text: 'topic:t9', why: 'too_many_words' }],
    });
  });

  it('given a word of 100 letters, then it is looked for; given one more, then it is ignored', () => {
    expect(texts('x'.repeat(100))).toEqual(['x'.repeat(100)]);
    expect(parseSearch('x'.repeat(101))).toMatchObject({
      terms: [],
      ignored: [{ text: 'x'.repeat(101), why: 'too_long' }],
    });
  });

  it('given more than 300 characters, then what is beyond them is ignored, and its beginning shown', () => {
    const begun = 'water'.padEnd(300);
    expect(parseSearch(`${begun}dams`)).toMatchObject({
      terms: [{ text: 'water' }],
      ignored: [{ text: 'dams', why: 'too_long' }],
    });
    expect(parseSearch(`${begun}in:title`).terms).toMatchObject([{ inTitle: false }]);
    expect(parseSearch(begun + 'b'.repeat(41)).ignored).toEqual([
      { text: 'b'.repeat(40), why: 'too_long' },
    ]);
    expect(parseSearch(`${begun}   `).ignored).toEqual([]);
  });

  it('given in:title, then every word in titles alone', () => {
    expect(parseSearch('dams in:title').ignored).toEqual([]);
    expect(parseSearch('dams title')).toMatchObject({
      terms: [
        { text: 'dams', inTitle: false },
        { text: 'title', inTitle: false },
      ],
    });
    expect(parseSearch('dams in:title "open sea"').terms.map(({ inTitle }) => inTitle)).toEqual([
      true,
      true,
    ]);
  });

  it('given OR between two, then either; at an end, in small letters or in quotes it is a word', () => {
    expect(parseSearch('pass lorries OR "grey horses" OR mules -snow OR ice').terms).toEqual([
      { text: 'pass', phrase: false, inTitle: false },
      {
        ...{ text: 'lorries', phrase: false, inTitle: false },
        or: [
          { text: 'grey horses', phrase: true },
          { text: 'mules', phrase: false },
        ],
      },
      { text: 'OR', phrase: false, inTitle: false },
      { text: 'ice', phrase: false, inTitle: false },
    ]);
    expect(texts('OR lorries')).toEqual(['OR', 'lorries']);
    expect(texts('lorries OR')).toEqual(['lorries', 'OR']);
    expect(texts('lorries or horses')).toEqual(['lorries', 'or', 'horses']);
    expect(texts('lorries "OR" horses')).toEqual(['lorries', 'OR', 'horses']);
    expect(texts('lorries AND horses')).toEqual(['lorries', 'horses']);
    const many = parseSearch(Array.from({ length: 20 }, (_, n) => `w${n}`).join(' OR '));
    expect(many.terms[0]?.or).toHaveLength(11);
    expect(many.ignored[0]?.why).toBe('too_many_words');
  });

  it('given OR after an ignored part, then the next word is a term of its own', () => {
    const tooLong = 'x'.repeat(101);
    expect(parseSearch(`lorries ${tooLong} OR water`).terms).toEqual([
      { text: 'lorries', phrase: false, inTitle: false },
      { text: 'water', phrase: false, inTitle: false },
    ]);
  });

  it('given OR with a word that is a term already, then either of the two is searched for too', () => {
    expect(parseSearch('lorries horses OR lorries').terms).toEqual([
      { text: 'lorries', phrase: false, inTitle: false },
      { text: 'horses', phrase: false, inTitle: false, or: [{ text: 'lorries', phrase: false }] },
    ]);
    expect(parseSearch('lorries horses lorries OR mules').terms).toEqual([
      { text: 'lorries', phrase: false, inTitle: false },
      { text: 'horses', phrase: false, inTitle: false },
      { text: 'lorries', phrase: false, inTitle: false, or: [{ text: 'mules', phrase: false }] },
    ]);
    expect(parseSearch('lorries OR horses OR lorries').terms).toEqual([
      { text: 'lorries', phrase: false, inTitle: false, or: [{ text: 'horses', phrase: false }] },
    ]);
    expect(parseSearch('lorries OR horses OR mules OR horses mules').terms).toEqual([
      {
        ...{ text: 'lorries', phrase: false, inTitle: false },
        or: [
          { text: 'horses', phrase: false },
          { text: 'mules', phrase: false },
        ],
      },
    ]);
  });

  it('given OR next to what is no wanted word, then it is a word', () => {
    expect(texts('topic:sea OR water')).toEqual(['OR', 'water']);
    expect(texts('water OR topic:sea')).toEqual(['water', 'OR']);
    expect(texts('water OR ???')).toEqual(['water', 'OR']);
    expect(texts('??? OR water')).toEqual(['OR', 'water']);
    expect(parseSearch('lorries OR OR horses').terms).toMatchObject([
      { text: 'lorries', or: [{ text: 'OR' }] },
      { text: 'horses' },
    ]);
    expect(parseSearch(`${'x'.repeat(101)} OR water`)).toMatchObject({
      terms: [{ text: 'water' }],
      ignored: [{ why: 'too_long' }],
    });
  });

  it('given a word that is an alternative already, then it is not added again', () => {
    expect(parseSearch('lorries OR horses horses')).toMatchObject({
      terms: [{ text: 'lorries', or: [{ text: 'horses' }] }],
      ignored: [],
    });
    expect(texts('lorries OR horses horses')).toEqual(['lorries']);
  });

  it('given spaces inside quotation marks, then the words without them', () => {
    expect(texts('" shared water "')).toEqual(['shared water']);
  });

  it('given a star that is lost, then that is said once, and what else is ignored', () => {
    expect(parseSearch('w*ter ??? l*ke').ignored).toEqual([
      { text: '*', why: 'star' },
      { text: '???', why: 'no_words' },
    ]);
    expect(parseSearch('negotiat* "cease*" F-16*').ignored).toEqual([]);
  });

  it('given a star after three letters, then the beginning of a word', () => {
    expect(parseSearch('negotiat* "cease*" F-16*').terms).toEqual([
      { text: 'negotiat', phrase: false, inTitle: false, begins: true },
      { text: 'cease*', phrase: true, inTitle: false },
      { text: 'F-16*', phrase: false, inTitle: false },
    ]);
  });

  it('given a word twice, then once, and nothing of it is ignored', () => {
    expect(parseSearch('water topic:sea water topic:sea')).toMatchObject({
      ...{ terms: [{ text: 'water' }], fields: { topic: ['sea'] }, ignored: [] },
    });
  });

  it('given what cannot be understood, then it is ignored and said to be', () => {
    const { ignored, terms } = parseSearch(
      'stance:believes after:soon before:2025-02-30 topic: -lang:fa in:body ??? ab* w*ter lo* x',
    );
    expect(ignored).toEqual([
      { text: 'stance:believes', why: 'unknown_value', allowed: Stance.options },
      { text: 'after:soon', why: 'no_date' },
      { text: 'before:2025-02-30', why: 'no_date' },
      { text: 'topic:', why: 'empty_field' },
      { text: '-lang:fa', why: 'unknown_value' },
      { text: 'in:body', why: 'unknown_value', allowed: ['title'] },
      { text: '???', why: 'no_words' },
      { text: '*', why: 'star' },
    ]);
    expect(terms.map(({ text }) => text)).toEqual(['ab*', 'w*ter', 'lo*', 'x']);
    expect(parseSearch('Ostrava: a history, http://example.org').terms).toHaveLength(4);
    expect(parseSearch(Array.from({ length: 20 }, (_, n) => `w${n}`).join(' ')).terms).toHaveLength(
      12,
    );
    expect(parseSearch(`a ${'b'.repeat(400)}`).ignored.map(({ why }) => why)).toEqual([
      'too_long',
      'too_long',
    ]);
  });

  it('given anything at all, then bounded lists and no error; each part is taken or ignored', () => {
    const bit = fc.oneof(
      fc.constantFrom(
        '"',
        '-',
        ':',
        ' ',
        '“',
        'author:',
        'after:',
        'in:title',
        'lang:',
        'א"ב',
        'a',
        '\0',
        '\uD800',
      ),
      fc.string({ unit: 'binary', maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(bit, { maxLength: 16 }), (bits) => {
        const typed = bits.join('');
        const { terms, excluded, fields, ignored } = parseSearch(typed);
        expect(terms.length + excluded.length).toBeLessThanOrEqual(12);
        for (const { text } of [...terms, ...excluded]) expect(typed).toContain(text);
        for (const { text } of ignored) expect(typed).toContain(text);
        for (const list of [fields.author, fields.actor, fields.topic, fields.issue])
          expect(list.length).toBeLessThanOrEqual(8);
        if (typed.trim().length > maxSearchInput + 1) expect(ignored.length).toBeGreaterThan(0);
      }),
    );
  });

  it('given words of letters alone, then typing them again finds the same', () => {
    const word = fc.stringMatching(/^[a-zéж-я]{1,8}$/);
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 5 }), (words) => {
        expect(texts(words.join(' '))).toEqual(words);
        expect(texts(words.map((each) => `"${each}"`).join('  '))).toEqual(words);
        expect(parseSearch(words.map((each) => `-${each}`).join(' ')).excluded).toHaveLength(
          words.length,
        );
      }),
    );
  });
});
