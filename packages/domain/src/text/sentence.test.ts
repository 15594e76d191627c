import { expect, test } from 'vitest';
import { capitalised, sentence } from './sentence.ts';

test.each([
  ['write something here', 'Write something here.'],
  ['is it written?', 'Is it written?'],
  ['stop!', 'Stop!'],
  ['and so on…', 'And so on…'],
  ['it is here.', 'It is here.'],
  ['give 2.5 or more', 'Give 2.5 or more.'],
])('given %j then the whole sentence is %j', (half, whole) => {
  expect(sentence(half)).toBe(whole);
});

test('given that only a capital is requested then nothing is put after it', () => {
  expect([capitalised('écluse Nord'), capitalised('')]).toEqual(['Écluse Nord', '']);
});
