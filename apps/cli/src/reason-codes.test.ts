import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkReasonCodes, reasonCodes } from './reason-codes.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'viewpoints-reasons-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

const write = (path: string, text: string) => {
  mkdirSync(dirname(join(directory, path)), { recursive: true });
  writeFileSync(join(directory, path), text);
};
const code = (name: string) => `export const refusal = reason('${name}', 'It is not there.');`;

describe('the check of reason codes', () => {
  test('given a test that names each then it passes', async () => {
    write('packages/domain/src/articles/publishable.ts', code('topic_gone'));
    write(
      'packages/domain/src/articles/publishable.test.ts',
      `expect(codes).toEqual(['topic_gone'])`,
    );
    write('apps/api/src/routes.ts', code('body_gone'));
    write('packages/api/src/routes.test.tsx', 'expect(found).toEqual(`body_gone at body`)');
    expect(await checkReasonCodes(directory)).toMatchObject({ ok: true, output: '' });
  });

  test('given one that no test names then it fails, with the code and its file', async () => {
    write('packages/api/src/articles/save.ts', `${code('slug_gone')}\n${code('slug_known')}`);
    write('packages/api/src/articles/save.test.ts', `expect(codes).toEqual(['slug_known'])`);
    const { ok, output } = await checkReasonCodes(directory);
    expect(ok).toBe(false);
    expect(output).toContain('slug_gone, in packages/api/src/articles/save.ts');
    expect(output).not.toContain('slug_known');
  });

  test.each([
    ['only in a longer code', `expect(codes).toEqual(['slug_gone_for_good'])`],
    ['only in a comment', '// slug_gone is said where another has it'],
    ['in what is no test', ''],
  ])('given a code that is named %s then it fails', async (_, text) => {
    write('packages/api/src/save.ts', code('slug_gone'));
    write('packages/api/src/other.ts', `export const known = 'slug_gone';`);
    write('packages/api/src/save.test.ts', text);
    expect((await checkReasonCodes(directory)).ok).toBe(false);
  });

  test('given what Prisma generates, or packages outside, then it does not look there', async () => {
    write('packages/db/src/generated/client.ts', code('generated_code'));
    write('node_modules/some/src/index.ts', code('outside_code'));
    expect((await checkReasonCodes(directory)).ok).toBe(true);
  });
});

test('codes are found over lines, and behind a function that passes them on', () => {
  const text = `
    const foreign = (code: string, message: string) => problem([reason(code, message)]);
    function refuse(code: string) { return reason(code, 'No.'); }
    throw foreign('origin_gone', 'No.');
    return refuse('page_gone');
    reasons.push(
      reason(
        'topic_gone',
        'No.',
      ),
    );`;
  expect(reasonCodes([{ path: 'a.ts', text }])).toEqual([
    { code: 'origin_gone', path: 'a.ts' },
    { code: 'page_gone', path: 'a.ts' },
    { code: 'topic_gone', path: 'a.ts' },
  ]);
});
