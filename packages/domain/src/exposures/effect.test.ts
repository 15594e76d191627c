import { expect, test } from 'vitest';
import { type Effect, effectInWords } from './effect.ts';

const article = { id: '01900000-0001-7000-8000-000000000001', headline: 'Two wells' };

test.each<[Effect['kind'], Effect['article'], string, string]>([
  ['article_taken_off', article, '', 'the article “Two wells”, until it is corrected'],
  ['version_removed', article, '2', 'version 2 of “Two wells”'],
  ['note_removed', article, '2', 'the note of version 2 of “Two wells”'],
  ['notice_removed', article, 'Miscounted.', 'the notice “Miscounted.” of “Two wells”'],
  ['finding_withdrawn', article, 'It rains.', 'the finding “It rains.” of “Two wells”'],
  ['address_removed', null, 'three-wells', 'the former address “three-wells”'],
  ['headline_removed', article, '', 'the headline of “Two wells”'],
  ['reason_removed', article, '', 'the reason for the retraction of “Two wells”'],
  ['text_removed', article, '', 'the retracted text of “Two wells”'],
  [
    ...(['version_unscheduled', article, ''] as const),
    'the scheduled version of “Two wells”, until it is scheduled again',
  ],
  [
    ...(['scheduled_notice_removed', article, 'Miscounted.'] as const),
    'the scheduled notice “Miscounted.” of “Two wells”',
  ],
  ['version_removed', null, '2', 'version 2'],
  ['finding_withdrawn', null, 'It rains.', 'the finding “It rains.”'],
  ['redirect_hidden', null, '/2019/ports', 'the redirect from “/2019/ports”'],
  ['menu_entry_withheld', null, 'Our talks', 'the entry “Our talks” of a menu'],
  ['null_result_withdrawn', null, 'Statements of May.', 'the null result “Statements of May.”'],
])('%s of %j', (kind, of, detail, words) => {
  expect(effectInWords({ kind, article: of, detail })).toBe(words);
});
