import { describe, expect, it } from 'vitest';
import { compareFields, mergeFields } from './merge-fields.ts';

const base = { name: 'Old', note: 'n', tags: ['a'] };

describe('two people editing one record', () => {
  it('keeps what each of them changed alone', () => {
    const theirs = { ...base, note: 'theirs' };
    const mine = { ...base, tags: ['a', 'b'] };
    expect(mergeFields(base, theirs, mine, {})).toEqual({
      name: 'Old',
      note: 'theirs',
      tags: ['a', 'b'],
    });
    expect(compareFields(base, theirs, mine).every((one) => !one.conflict)).toBe(true);
  });

  it('asks about fields that both changed, and takes the chosen value', () => {
    const theirs = { ...base, name: 'Theirs' };
    const mine = { ...base, name: 'Mine' };
    expect(compareFields(base, theirs, mine)).toEqual([
      { field: 'name', theirs: 'Theirs', mine: 'Mine', conflict: true },
    ]);
    expect(mergeFields(base, theirs, mine, {}).name).toBe('Mine');
    expect(mergeFields(base, theirs, mine, { name: 'theirs' }).name).toBe('Theirs');
  });

  it('sees no conflict where both came to the same', () => {
    const changed = { ...base, name: 'Same' };
    expect(compareFields(base, changed, { ...changed })[0]?.conflict).toBe(false);
  });
});
