import { expect, test } from 'vitest';
import { initialsOf, sayWhoIsHere } from './presence-words.ts';

const person = (name: string, isWriting = false) => ({ id: name, name, isWriting });

test('says who is writing before who is here', () => {
  expect(sayWhoIsHere([])).toBe('');
  expect(sayWhoIsHere([person('Omar Haddad')])).toBe('Omar Haddad is here');
  expect(sayWhoIsHere([person('Omar'), person('Helen', true), person('Uma')])).toBe(
    'Helen is writing. Omar and Uma are here',
  );
  expect(sayWhoIsHere([person('Omar', true), person('Helen', true)])).toBe(
    'Omar and Helen are writing',
  );
});

test('takes the initials of the first and the last name', () => {
  expect(initialsOf('Maria del Carmen Ruiz')).toBe('MR');
  expect(initialsOf('  plato ')).toBe('P');
  expect(initialsOf('')).toBe('');
});
