import { expect, it } from 'vitest';
import { describeLooseDate } from './loose-date-field.tsx';

it.each([
  ['2012', '2012: 1 Jan 2012 – 31 Dec 2012.'],
  ['2012-09-10?', 'Possibly 10 September 2012: 10 Sept 2012.'],
  ['2012-21', 'Spring 2012: 1 Mar 2012 – 31 May 2012.'],
  ['2014/..', 'From 2014 on: 1 Jan 2014 – after.'],
  ['/2014', 'Until 2014, since when is not known: before – 31 Dec 2014.'],
])('%s is told as “%s” while it is typed', (value, description) => {
  expect(describeLooseDate(value)).toBe(description);
});
