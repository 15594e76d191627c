import type { NameInParts } from '@viewpoints/domain/testing/evasions';
import { type NameList, nameLists } from './name-lists.ts';

export type BenchPerson = NameInParts & { culture: string };

/** Numbers from 0 to below 1, the same in every run. */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const wordsOf = (list: string) => list.split(', ');
const pick = <T>(from: readonly T[], random: () => number): T => {
  const chosen = from[Math.floor(random() * from.length)];
  if (chosen === undefined) throw new Error('there is nothing to pick from');
  return chosen;
};

/** Different people of each culture, every third with a middle name where there are any. */
export function makePeople(ofEach: number, seed: number): BenchPerson[] {
  const random = randomOf(seed);
  return nameLists.flatMap((list) => peopleOf(list, ofEach, random));
}

function peopleOf(list: NameList, count: number, random: () => number): BenchPerson[] {
  const people = new Map<string, BenchPerson>();
  for (let tries = 0; people.size < count && tries < count * 20; tries += 1) {
    const given = pick(wordsOf(list.given), random);
    const family = pick(wordsOf(list.family), random);
    const hasMiddle = list.middle !== undefined && random() < 1 / 3;
    const middle = hasMiddle ? pick(wordsOf(list.middle ?? ''), random) : null;
    people.set(`${given} ${middle} ${family}`, {
      culture: list.culture,
      given,
      middle,
      family,
      isFamilyFirst: list.order === 'family first',
      isJoined: list.joined ?? false,
    });
  }
  return [...people.values()];
}
