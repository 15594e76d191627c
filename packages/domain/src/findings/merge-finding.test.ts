import { describe, expect, test } from 'vitest';
import { aFinding } from '../testing/builders.ts';
import { FindingContent, findingContentOf } from './finding.ts';
import {
  beginEdit,
  decideField,
  type FindingEdit,
  isEdited,
  mergeFinding,
} from './merge-finding.ts';

const stored: FindingContent = findingContentOf(aFinding());
const other = (change: Partial<FindingContent>) => FindingContent.parse({ ...stored, ...change });
const writing = (change: Partial<FindingContent>): FindingEdit => ({
  ...beginEdit(stored),
  mine: { ...stored, ...change },
});
const quoteAt = (start: number) => {
  const exact = 'We will not sign.';
  return { exact, start, end: start + exact.length, prefix: '', suffix: '' };
};

describe('another editor’s save meanwhile', () => {
  test('is taken where nothing is written here', () => {
    const { edit, taken } = mergeFinding(beginEdit(stored), other({ stance: 'warns' }));
    expect(edit).toEqual(beginEdit(other({ stance: 'warns' })));
    expect(taken).toEqual(['stance']);
  });

  test('is joined with what is written in other fields, without a question', () => {
    const theirs = other({ stance: 'warns', note: 'Ask again.' });
    const { edit, taken } = mergeFinding(writing({ proposition: 'They will not sign.' }), theirs);
    expect(edit.mine).toEqual({ ...theirs, proposition: 'They will not sign.' });
    expect(edit.base).toEqual(theirs);
    expect(edit.conflicts).toEqual([]);
    expect(taken.toSorted()).toEqual(['note', 'stance']);
    expect(isEdited(edit)).toBe(true);
  });

  test('is no conflict where both wrote the same, and nothing is left to save', () => {
    const { edit } = mergeFinding(writing({ stance: 'warns' }), other({ stance: 'warns' }));
    expect(edit.conflicts).toEqual([]);
    expect(isEdited(edit)).toBe(false);
  });

  test('is a conflict in the one field that both changed, until the user chooses', () => {
    const mine = writing({ stance: 'regrets', asOf: '2031' });
    const theirs = other({ stance: 'warns', note: 'Ask again.' });
    const { edit } = mergeFinding(mine, theirs);
    expect(edit.conflicts).toEqual(['stance']);
    expect(edit.mine).toEqual({ ...theirs, stance: 'regrets', asOf: '2031' });
    expect(edit.base.stance).toBe('warns');

    expect(mergeFinding(edit, theirs).edit).toEqual(edit);
    const again = mergeFinding(edit, other({ stance: 'asserts', note: 'Ask again.' })).edit;
    expect(again.conflicts).toEqual(['stance']);
    expect([again.base.stance, again.mine.stance]).toEqual(['asserts', 'regrets']);
    const agreed = mergeFinding(edit, other({ stance: 'regrets', note: 'Ask again.' })).edit;
    expect(agreed.conflicts).toEqual([]);

    expect(decideField(edit, 'stance', 'mine')).toEqual({ ...edit, conflicts: [] });
    const given = decideField(edit, 'stance', 'theirs');
    expect(given).toEqual({ ...edit, mine: { ...theirs, asOf: '2031' }, conflicts: [] });
  });

  test('stays a conflict if they undo it: the user was asked, and has not answered', () => {
    const { edit } = mergeFinding(writing({ stance: 'regrets' }), other({ stance: 'warns' }));
    const back = mergeFinding(edit, stored).edit;
    expect(back.conflicts).toEqual(['stance']);
    expect(back.mine.stance).toBe('regrets');
  });

  test('never puts the terms that were chosen for one source on another', () => {
    const attribution = { ...stored.attribution, terms: 'off_record' as const };
    const mine = writing({
      attribution: { ...stored.attribution, sourceId: 'b0ef6bb2-7b7d-4a8e-a3b5-2d8f6fd2f2a1' },
    });
    const { edit } = mergeFinding(mine, other({ attribution }));
    expect(edit.conflicts).toEqual(['attribution']);
  });

  test('is not what was sent from here, while more was written', () => {
    const sent = other({ stance: 'warns' });
    const mine = writing({ stance: 'regrets', asOf: '2031' });
    const { edit } = mergeFinding(mine, { ...sent, note: 'Ask again.' }, sent);
    expect(edit.conflicts).toEqual([]);
    expect(edit.mine).toEqual({ ...sent, stance: 'regrets', asOf: '2031', note: 'Ask again.' });
    const over = mergeFinding(mine, other({ stance: 'asserts' }), sent).edit;
    expect(over.conflicts).toEqual(['stance']);
  });

  test('moves the quote, which no form writes, and leaves locators to the one who changed them', () => {
    const locators = [{ sourceId: 'b0ef6bb2-7b7d-4a8e-a3b5-2d8f6fd2f2a1', locator: 'p. 4' }];
    const base = other({ evidence: { quote: quoteAt(3), locators: [] } });
    const edit = {
      ...beginEdit(base),
      mine: { ...base, evidence: { quote: quoteAt(3), locators } },
    };
    const moved = other({ evidence: { quote: quoteAt(9), locators: [] } });
    const merged = mergeFinding(edit, moved);
    expect(merged.edit.mine.evidence).toEqual({ quote: quoteAt(9), locators });
    expect(merged.edit.conflicts).toEqual([]);
    expect(isEdited(mergeFinding(beginEdit(base), moved).edit)).toBe(false);
    const lost = { ...merged.edit, conflicts: ['evidence' as const] };
    expect(decideField(lost, 'evidence', 'theirs').mine.evidence).toEqual(moved.evidence);
  });
});
