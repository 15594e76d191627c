import { describe, expect, test } from 'vitest';
import type { Decision } from '../refusal.ts';
import { checkConfirmable, checkSignable } from './import-run.ts';

const at = '2031-03-01T09:00:00.000Z';
const [importer, first, second] = ['ana', 'bo', 'cy'].map((name, index) => ({
  ...{ id: `0190f0f0-0000-7000-8000-00000000000${index}`, name },
})) as [Person, Person, Person];
type Person = { id: string; name: string };
type Run = Parameters<typeof checkSignable>[0];

const finished: Run = {
  ...{ startedBy: importer, finishedAt: at, undoneAt: null },
  ...{ confirmedAt: null, confirmedBy: null, signedAt: null },
};
const confirmed: Run = { ...finished, confirmedAt: at, confirmedBy: first };
const codes = (decision: Decision) => (decision.ok ? [] : decision.reasons.map(({ code }) => code));

describe('the report of an import', () => {
  test.each([
    ['is finished', finished, 3, []],
    ['was confirmed before', confirmed, 3, []],
    ['has nothing to publish', finished, 0, ['nothing_to_publish']],
    ['still runs', { ...finished, finishedAt: null }, 3, ['import_unfinished']],
    ['was undone', { ...finished, undoneAt: at }, 3, ['import_undone']],
    ['is signed', { ...confirmed, signedAt: at }, 3, ['import_signed']],
  ] as const)('is confirmed, or says why not, where it %s', (_, run, ready, reasons) => {
    expect(codes(checkConfirmable(run, ready))).toEqual(reasons);
  });

  test.each([
    ['another publisher', confirmed, second, []],
    ['anybody before it is confirmed', finished, second, ['not_confirmed']],
    ['the one who confirmed it', confirmed, first, ['own_confirmation']],
    ['the one who brought it in', confirmed, importer, ['own_import']],
    ['another, while it runs', { ...confirmed, finishedAt: null }, second, ['import_unfinished']],
    ['another, once it was undone', { ...confirmed, undoneAt: at }, second, ['import_undone']],
    ['another, twice', { ...confirmed, signedAt: at }, second, ['import_signed']],
  ] as const)('is signed, or says why not, by %s', (_, run, { id }, reasons) => {
    expect(codes(checkSignable(run, id))).toEqual(reasons);
  });
});
