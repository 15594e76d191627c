import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../../..', import.meta.url));

/** Files that give rows their type, and a comparison outside the product that parses its own. */
const exempt = [
  'packages/db/src/statement.ts',
  'packages/db/src/read-rows.ts',
  'apps/cli/src/soak/compare.ts',
];

/**
 * Prisma gives rows of SQL whatever type the caller states, or its return type implies. So statements
 * that read are run by `@viewpoints/db/statement` alone (decision 42).
 */
test('no file reads rows that have no checked type', () => {
  const files = globSync('{packages,apps}/*/src/**/*.{ts,tsx}', { cwd: root }).filter(
    (path) => !/[.]test[.]tsx?$|\/(?:testing|generated)\/|\/e2e\//.test(path),
  );
  expect(files.length).toBeGreaterThan(1000);
  const unchecked = files.filter((path) =>
    /[$]queryRaw|[.]rows\s*<|= (?:await )?\w+[.]rows\(/.test(
      readFileSync(`${root}${path}`, 'utf8'),
    ),
  );
  expect(unchecked.filter((path) => !exempt.includes(path))).toEqual([]);
});
