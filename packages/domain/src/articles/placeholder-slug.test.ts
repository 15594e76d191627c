import { expect, test } from 'vitest';
import { isPlaceholderSlug } from './placeholder-slug.ts';

test.each<[string, boolean]>([
  ['draft-0a9f3c7e', true],
  ['draft-0a9f3c7', false],
  ['draft-0a9f3c7e1', false],
  ['draft-0a9f3c7g', false],
  ['draft-0a9f3c7e-2', false],
  ['second-draft-0a9f3c7e', false],
  ['draft-treaties', false],
  ['draft', false],
])('the slug %s is one that nobody chose: %s', (slug, expected) => {
  expect(isPlaceholderSlug(slug)).toBe(expected);
});
