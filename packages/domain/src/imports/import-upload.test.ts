import { describe, expect, test } from 'vitest';
import type { Decision } from '../refusal.ts';
import { areImportFiles, type ImportKind, isAddressPattern } from './import-options.ts';
import { checkUndoable } from './import-run.ts';
import {
  checkCancellable,
  checkImportable,
  checkReadable,
  type UploadState,
} from './import-upload.ts';

const codes = (decision: Decision) => (decision.ok ? [] : decision.reasons.map(({ code }) => code));

describe('an import by upload', () => {
  test.each<[UploadState, string[], string[], string[]]>([
    ['uploading', [], ['upload_not_read'], []],
    ['reading', ['upload_busy'], ['upload_busy'], []],
    ['read', [], [], []],
    ['importing', ['upload_busy'], ['upload_busy'], []],
    ['failed', [], [], []],
    ['finished', ['upload_ended'], ['upload_ended'], ['upload_ended']],
    ['cancelled', ['upload_ended'], ['upload_ended'], ['upload_ended']],
    ['expired', ['upload_ended'], ['upload_ended'], ['upload_ended']],
  ])(
    'that is %s is read, imported and cancelled, or says why not',
    (state, read, imported, cancelled) => {
      const upload = { state, hasPreview: true };
      expect(codes(checkReadable(upload))).toEqual(read);
      expect(codes(checkImportable(upload))).toEqual(imported);
      expect(codes(checkCancellable(upload))).toEqual(cancelled);
    },
  );

  test('that failed before there was a report is read first', () => {
    const failed = { state: 'failed' as const, hasPreview: false };
    expect(codes(checkImportable(failed))).toEqual(['upload_not_read']);
  });

  test('is undone once, and not while articles come in', () => {
    const at = '2031-03-01T09:00:00.000Z';
    expect(codes(checkUndoable({ undoneAt: null }, { isRunning: false }))).toEqual([]);
    expect(codes(checkUndoable({ undoneAt: at }, { isRunning: false }))).toEqual(['import_undone']);
    expect(codes(checkUndoable({ undoneAt: null }, { isRunning: true }))).toEqual([
      'import_running',
    ]);
  });
});

test.each<[ImportKind, string[], boolean]>([
  ['wordpress', ['past.XML'], true],
  ['wordpress', ['past.xml', 'uploads.zip'], true],
  ['wordpress', ['a.xml', 'b.xml'], false],
  ['wordpress', ['past.xml', 'a.zip', 'b.zip'], false],
  ['ghost', ['past.json'], true],
  ['ghost', ['images.zip'], false],
  ['markdown', ['site.zip'], true],
  ['markdown', ['a.md', 'b.markdown'], true],
  ['feed', ['a.xml', 'b.atom', 'files.zip'], true],
  ['sources', ['library.bib'], true],
  ['sources', ['a.bib', 'b.bib'], false],
  ['sources', ['library.pdf'], false],
])('files of %s: %s', (kind, names, fit) => {
  expect(
    areImportFiles(
      kind,
      names.map((name) => ({ name, size: 1 })),
    ),
  ).toBe(fit);
});

test.each([
  ['/{slug}/', true],
  ['/{year}/{month}/{path}', true],
  ['{slug}', false],
  ['/blog/', false],
  ['/{slug}/{name}', false],
  ['/{slug}?a', false],
])('a pattern of addresses: %s', (pattern, is) => {
  expect(isAddressPattern(pattern)).toBe(is);
});
