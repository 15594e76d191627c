import { describe, expect, test } from 'vitest';
import { aBackgroundSource, aSource } from '../testing/builders.ts';
import { attributionLabels } from './labels.ts';
import { StoredSourceView, storedSourceView, wordedSourceView } from './stored-source-view.ts';
import type { AttributionTerms } from './terms.ts';
import { withheldSource, wordAttribution, wordSource } from './wording.ts';

const words = attributionLabels('en');
const onNothing = (terms: AttributionTerms, descriptor: string | null = null) =>
  wordAttribution({ sourceId: null, terms, descriptor, participantId: null }, null, [], 'en');

/** Sources, and what is stored of their wording. */
const sources = [
  ['named', wordSource(aSource(), [], 'en'), null],
  ['named, of no certain year', wordSource(aSource({ issued: '2031~' }), [], 'en'), null],
  ['described', wordSource(aBackgroundSource(), [], 'en'), 'a former minister'],
  ['the article itself', onNothing('on_record'), null],
  ['described by the article', onNothing('on_record', 'Our survey'), 'Our survey'],
  ['under the Chatham House Rule', onNothing('chatham_house'), null],
  ['described under the rule', onNothing('chatham_house', 'a delegate'), 'a delegate'],
  ['not to be described', onNothing('deep_background'), null],
] as const;

describe('the stored view of a source', () => {
  test.each(sources)('%s: has no word of ours, and is read as it was', (_, worded, stored) => {
    if (!worded.ok) throw new Error('there is nothing to store');
    const view = storedSourceView(worded.source);
    expect(StoredSourceView.parse(view).wording).toBe(stored);
    expect(view).not.toHaveProperty('termsLabel');
    expect(wordedSourceView(view, 'en-GB')).toEqual(worded.source);
  });

  test('withheld, it is of nothing but its terms', () => {
    expect(storedSourceView(withheldSource('en'))).toEqual({
      ...{ id: null, terms: 'deep_background', wording: null, named: null },
    });
  });

  test('of a withdrawn finding it says nothing, in words or without', () => {
    const view = { id: null, terms: 'on_record', wording: '', named: null } as const;
    expect(storedSourceView({ ...view, termsLabel: '' })).toEqual(view);
    expect(wordedSourceView(view, 'en')).toEqual({ ...view, termsLabel: '' });
  });

  test('as a version before stored it, it is read as it was, and rebuilt once', () => {
    const former = { ...withheldSource('en'), terms: 'background', wording: 'a former minister' };
    const view = { ...former, termsLabel: words.terms.background } as const;
    expect(wordedSourceView(view as StoredSourceView, 'en')).toEqual(view);
    const stored = storedSourceView(view as Parameters<typeof storedSourceView>[0]);
    expect(storedSourceView(stored as Parameters<typeof storedSourceView>[0])).toEqual(stored);
  });
});
