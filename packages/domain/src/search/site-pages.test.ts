import { expect, it } from 'vitest';
import { findSitePages } from './site-pages.ts';

it.each([
  ['Privacy', ['Privacy']],
  ['privacy policy', ['Privacy']],
  ['corrections', ['Corrections']],
  ['retraction', ['Corrections']],
  ['accessible', ['Accessibility']],
  ['how we attribute', ['How we attribute']],
  ['Chatham House', ['Chatham House Rule']],
  ['off the record', ['The terms of attribution']],
  ['record', []],
  ['house', []],
  ['privacy in the valley', []],
  ['', []],
  ['???', []],
])('“%s” is the name of %j', (typed, titles) => {
  expect(findSitePages(typed).map(({ title }) => title)).toEqual(titles);
});
