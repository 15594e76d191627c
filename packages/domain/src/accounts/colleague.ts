import type { Principal } from './account.ts';

/** An account that can sign in, with the name by which reasons and screens call it. */
export type Colleague = Principal & { name: string };

/** A reason that lists every name of a large desk would not be read. */
const maxNamed = 3;

/** "Helen Novak, Omar Haddad or 4 others": who could do something, in the order given. */
export function oneOfNames(people: readonly { name: string }[]): string {
  return listNames(people, 'disjunction');
}

/** "Helen Novak and Omar Haddad": the names in the order given. */
export function allNames(people: readonly { name: string }[]): string {
  return listNames(people, 'conjunction');
}

function listNames(people: readonly { name: string }[], type: Intl.ListFormatType): string {
  const names = people.map(({ name }) => name);
  const shown = names.length > maxNamed ? names.slice(0, maxNamed - 1) : names;
  const left = names.length - shown.length;
  const entries = left > 0 ? [...shown, `${left} others`] : shown;
  return new Intl.ListFormat('en-GB', { type }).format(entries);
}
