import { expect, test } from 'vitest';
import { describeCertificate } from './check-certificates.ts';

const now = new Date('2026-03-01T09:00:00Z');

test.each([
  ['2026-05-30T09:00:00Z', null, true, 'valid for 90 more days'],
  ['2026-03-15T09:00:00Z', null, true, 'valid for 14 more days'],
  ['2026-03-15T08:00:00Z', null, false, 'valid for 13 more days'],
  ['2026-05-30T09:00:00Z', 'DEPTH_ZERO_SELF_SIGNED_CERT', false, 'DEPTH_ZERO_SELF_SIGNED_CERT'],
])('a certificate until %s, refused for %s', (until, problem, ok, detail) => {
  const found = describeCertificate('journal.example', { until: new Date(until), problem }, now);
  expect(found).toMatchObject({ name: 'Certificate of journal.example', ok, detail });
  expect(found.next === null).toBe(ok);
});
