import { expect, it } from 'vitest';
import { auditRequest } from './audit-filters.ts';

const none = {
  ...{ action: null, subject: null, article: null, by: null, fromDay: null, toDay: null },
};

it('requests whole days on the clock of the zone, also when the clocks change', () => {
  const days = { ...none, fromDay: '2031-03-29', toDay: '2031-03-30' };
  expect(auditRequest(days, 'Europe/London')).toEqual({
    from: '2031-03-29T00:00:00.000Z',
    to: '2031-03-30T23:00:00.000Z',
  });
  expect(auditRequest(none, 'UTC')).toEqual({});
});

it('leaves out what is not a day, which an address typed by hand may contain', () => {
  expect(auditRequest({ ...none, fromDay: 'soon', toDay: 'later' }, 'UTC')).toEqual({});
});
