import { expect, test } from 'vitest';
import { ownMessage } from './own-message.ts';

test.each([
  ['email', 'valueMissing', 'Fill this in.'],
  ['email', 'typeMismatch', 'Use an e-mail address, such as name@example.org.'],
  ['url', 'typeMismatch', 'Use a full web address beginning with https://.'],
  ['number', 'stepMismatch', 'Use a whole number.'],
  ['number', 'badInput', 'Use a whole number.'],
  ['datetime-local', 'badInput', 'Use a day that exists.'],
  ['text', 'patternMismatch', 'This cannot be used as it is.'],
])('a control of %s whose fault is %s says so in our words', (type, fault, words) => {
  expect(ownMessage({ type, validity: { [fault]: true } })).toBe(words);
});
