import type { PersonHere } from '@viewpoints/working-copy/messages';

/** The first letters of the first and the last word of a name. */
export const initialsOf = (name: string): string => {
  const words = name.split(/\s+/).filter(Boolean);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.map((word) => [...(word ?? '')][0]?.toUpperCase() ?? '').join('');
};

/** "Helen Novak is writing. Omar Haddad and Uma Rao are here." */
export function sayWhoIsHere(people: readonly PersonHere[]): string {
  const part = (isWriting: boolean, does: string): string[] => {
    const names = people.filter((person) => person.isWriting === isWriting).map(({ name }) => name);
    if (names.length === 0) return [];
    const list = new Intl.ListFormat('en-GB').format(names);
    return [`${list} ${names.length === 1 ? 'is' : 'are'} ${does}`];
  };
  return [...part(true, 'writing'), ...part(false, 'here')].join('. ');
}
