import { expect, test } from 'vitest';
import { fieldLabel } from './field-label.ts';

test.each<[string, (string | number)[], string | null]>([
  ['a field', ['content', 'headline'], 'Headline'],
  ['what holds things by their identifiers', ['content', 'byline', 'authorIds'], 'Byline, authors'],
  ['one of a list', ['content', 'holders', 0, 'wording'], 'Holder 1, wording'],
  ['one of a list with names of their own', ['content', 'coordinates', 1], 'Latitude'],
  ['one of several that are sent', [1, 'why'], 'Entry 2, why'],
  ['a list whose name ends otherwise', ['csl', 'categories', 2], 'Citation, category 3'],
  ['a place in the text', ['content', 'body', 'content', 3, 'content', 0, 'text'], 'Text'],
  ['what the screen calls otherwise', ['asOf'], 'Held as of'],
  ['the whole', [], null],
  ['what holds the whole', ['content'], null],
])('%s is called by its name on the screen', (_, path, label) => {
  expect(fieldLabel(path)).toBe(label);
});
