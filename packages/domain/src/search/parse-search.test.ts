import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mostTyped, parseSearch } from './parse-search.ts';

const texts = (typed: string) => parseSearch(typed).terms.map(({ text }) => text);

describe('what somebody typed', () => {
  it('given words, then each of them', () => {
    expect(texts('  shared   water ')).toEqual(['shared', 'water']);
    expect(parseSearch('shared water').ignored).toEqual([]);
  });

  it('given quotation marks of any kind, then what stands in them together', () => {
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
      ...{ kind: ['finding'], language: ['fa-af'], after: '2025-01-01', before: '2026-03-01' },
    });
  });

  it('given in:title, then every word in titles alone', () => {
    expect(parseSearch('dams in:title "open sea"').terms.map(({ inTitle }) => inTitle)).toEqual([
      true,
      true,
    ]);
  });

  it('given what cannot be understood, then it is ignored and said to be', () => {
    expect(
      parseSearch(
        'stance:believes after:soon before:2025-02-30 topic: -lang:fa in:body water water ???',
      ).ignored,
    ).toEqual([
      { text: 'stance:believes', why: 'unknown_value' },
      { text: 'after:soon', why: 'no_date' },
      { text: 'before:2025-02-30', why: 'no_date' },
      { text: 'topic:', why: 'empty_field' },
      { text: '-lang:fa', why: 'unknown_value' },
      { text: 'in:body', why: 'unknown_value' },
      { text: 'water', why: 'twice' },
      { text: '???', why: 'no_words' },
    ]);
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
        if (typed.trim().length > mostTyped + 1) expect(ignored.length).toBeGreaterThan(0);
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
