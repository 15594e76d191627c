import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/**
 * Prisma gives rows of SQL whatever type the caller states, or its return type implies. So statements
 * that read are run by `@viewpoints/db/statement` alone (decision 41).
 */
test('no file reads rows that have no checked type', () => {
  const files = globSync('**/*.ts', { cwd: import.meta.dirname }).filter(
    (path) => !/[.]test[.]ts$|(^|\/)testing\//.test(path),
  );
  expect(files.length).toBeGreaterThan(80);
  const unchecked = files.filter((path) =>
    /\$queryRaw|[.]rows\b\s*[<(]/.test(readFileSync(`${import.meta.dirname}/${path}`, 'utf8')),
  );
  expect(unchecked).toEqual([]);
});
