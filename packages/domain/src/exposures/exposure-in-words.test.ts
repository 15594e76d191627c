import { describe, expect, test } from 'vitest';
import { exposureInWords, placeInWords } from './exposure-in-words.ts';

const id = '01900000-0001-7000-8000-000000000001';

describe('where something is exposed', () => {
  test.each([
    ['headline', 'the headline'],
    ['body', 'the text'],
    [`findings.${id}.proposition`, 'a finding'],
    [`corrections.${id}.why`, 'a notice'],
    ['retraction', 'the reason for the retraction'],
    ['versions.3.note', 'the note of version 3'],
    ['versions.2.body', 'version 2'],
    ['formerSlugs.as-ilya-soren-said', 'a former address'],
    [`issues.${id}.formerSlugs.old-name`, 'a former address'],
    [`issues.${id}.description`, 'the entry of an issue'],
    ['topicIds', 'the topics'],
    ['journal.tagline', 'the settings of the journal'],
  ])('%s is “%s”', (place, words) => {
    expect(placeInWords(place)).toBe(words);
  });
});

describe('what is exposed', () => {
  test.each([
    ['protected_mention', 'What terms protect is named in the text.'],
    ['possible_protected_mention', 'What terms protect may be named in the text.'],
    ['off_record', 'Something off the record is public in the text.'],
    ['disclosure_limited', 'Something that must not travel this far is public in the text.'],
    ['not_verified', 'Words that nobody verified are public in the text.'],
    ['withdrawn_words', 'Words of a withdrawn finding are still public in the text.'],
    ['holder_identified', 'An unnamed source can be identified by who is named in the text.'],
    ['descriptor_missing', 'An unnamed source has no public wording in the text.'],
    ['descriptor_not_allowed', 'A source on deep background is described in the text.'],
    ['a_code_of_later', 'Something in the text may not be public.'],
  ])('%s: %s', (code, sentence) => {
    expect(exposureInWords({ code, place: 'body' })).toBe(sentence);
  });

  test('a source without participants has a sentence of its own', () => {
    const sentence = exposureInWords({
      code: 'participants_missing',
      place: `sources.${id}.participants`,
    });
    expect(sentence).toBe(
      'It rests on a source whose terms protect who took part, and nobody is entered.',
    );
  });
});
