import { expect, test } from 'vitest';
import { directionOf, directionOfText, readDirection } from './direction.ts';

test.each([
  ['en', 'ltr'],
  ['fa', 'rtl'],
  ['fa-AF', 'rtl'],
  ['ur', 'rtl'],
  ['he', 'rtl'],
  ['az', 'ltr'],
  ['az-Arab', 'rtl'],
  ['ar-Latn', 'ltr'],
  ['ff-Adlm', 'rtl'],
  ['zh', 'ltr'],
  ['', 'ltr'],
  ['not a tag', 'ltr'],
])('%j is written %s', (tag, direction) => {
  expect(directionOf(tag)).toBe(direction);
});

test.each([
  ['Viewpoints', 'ltr'],
  ['۲۴ ساعت', 'rtl'],
  ['«כתב עת»', 'rtl'],
  ['ދިވެހި', 'rtl'],
  ['Kabul کابل', 'ltr'],
  ['2026', 'ltr'],
])('the text %s runs %s', (text, direction) => {
  expect(directionOfText(text)).toBe(direction);
});

test.each([
  ['rtl', 'rtl'],
  ['ltr', 'ltr'],
  ['auto', null],
  ['', null],
  [null, null],
  [undefined, null],
])('the attribute %j is read as %j', (attribute, direction) => {
  expect(readDirection(attribute)).toBe(direction);
});
