import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { awkwardText } from '../testing/arbitraries.ts';
import { unstatedConditions } from './conditions-said.ts';
import type { Condition } from './finding-fields.ts';
import { conditionWords } from './finding-labels.ts';

const kinds = Object.keys(conditionWords) as Condition['kind'][];
const plain = (text: string) =>
  text
    .toWellFormed()
    .replace(/[\s\p{Cc}\uFEFF]+/gu, '')
    .normalize('NFC')
    .toLowerCase();
const beside = (proposition: string, ...conditions: [Condition['kind'], string][]) =>
  unstatedConditions({
    proposition,
    conditions: conditions.map(([kind, text]) => ({ kind, text })),
  }).map(({ kind, text }) => [kind, text]);

describe('conditions that are listed with a proposition', () => {
  it('are not those whose words it says', () => {
    const proposition = 'Will stop the fire if lorries return in  two months running';
    expect(beside(proposition, ['if', 'lorries return in two months running'])).toEqual([]);
    expect(
      beside('Will not, while any district is held', ['as_long_as', 'any district is held']),
    ).toEqual([]);
    expect(beside('می‌پذیرند، اگر بهای زمین پرداخته شود.', ['if', 'بهای زمین پرداخته شود'])).toEqual(
      [],
    );
    expect(beside('Unless The Dam is lowered, refuses', ['unless', 'the dam is lowered'])).toEqual(
      [],
    );
  });

  it('are those that it says in other words, or as another condition, or in part', () => {
    const cases: [string, Condition['kind'], string][] = [
      ['Will stop if lorries are counted returning', 'if', 'lorries are counted coming back'],
      ['Will sign if the army leaves', 'unless', 'the army leaves'],
      ['Will sign if the army leaves', 'if', 'the army leaves the valley'],
      ['Will sign if the armyless leave', 'if', 'the army'],
      ['Would sign as if the army left', 'as_long_as', 'the army left'],
      ['Has a motif the army', 'if', 'the army'],
      ['The army leaves', 'after', 'the army leaves'],
    ];
    for (const [proposition, kind, text] of cases)
      expect(beside(proposition, [kind, text]), proposition).toEqual([[kind, text]]);
  });

  it('given any texts, every condition is read once at least, in its own words', () => {
    const condition = fc.record({ kind: fc.constantFrom(...kinds), text: awkwardText });
    fc.assert(
      fc.property(awkwardText, fc.array(condition, { maxLength: 3 }), (proposition, conditions) => {
        const unstated = unstatedConditions({ proposition, conditions });
        for (const each of conditions)
          if (!unstated.includes(each)) expect(plain(proposition)).toContain(plain(each.text));
      }),
    );
  });

  it('given any words that a proposition goes on with as a condition, they are read once', () => {
    const word = fc.stringMatching(/^[a-zà-ÿ]{1,8}$/u);
    const words = fc.array(word, { minLength: 1, maxLength: 6 }).map((list) => list.join(' '));
    fc.assert(
      fc.property(words, words, fc.constantFrom(...kinds), (what, text, kind) => {
        const proposition = `${what} ${conditionWords[kind]} ${text}`;
        expect(beside(proposition, [kind, text])).toEqual([]);
        expect(beside(`${proposition}, ${what}`, [kind, text])).toEqual([]);
      }),
    );
  });
});
