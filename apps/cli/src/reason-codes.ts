import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, type ToolResult } from './tool.ts';

type SourceFile = { path: string; text: string };

/** A code that a refusal can carry, and the first file that gives it. */
export type ReasonCode = { code: string; path: string };

/**
 * Codes of `reason('code', …)` in sources, in order of their names; and of functions of the same
 * file that pass on a parameter called `code`. A code that is computed is not seen.
 */
export function reasonCodes(sources: readonly SourceFile[]): ReasonCode[] {
  const codes = new Map<string, string>();
  for (const { path, text } of sources) {
    const passedOn = [...text.matchAll(/(?:const|function) (\w+)(?: =)? ?\(code: string/g)];
    const names = ['reason', ...passedOn.map(([, name]) => name)];
    const calls = text.matchAll(new RegExp(`\\b(?:${names.join('|')})\\(\\s*'([a-z0-9_]+)'`, 'g'));
    for (const [, code = ''] of calls) if (!codes.has(code)) codes.set(code, path);
  }
  return [...codes]
    .map(([code, path]) => ({ code, path }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** Codes that no text of a test begins with: their loss would go unnoticed. */
export function unassertedCodes(
  codes: readonly ReasonCode[],
  tests: readonly SourceFile[],
): ReasonCode[] {
  return codes.filter(({ code }) => {
    const named = new RegExp(`['"\`]${code}\\b`);
    return !tests.some(({ text }) => named.test(text));
  });
}

/** Checks that every reason code of the packages and apps under `directory` is asserted in a test. */
export async function checkReasonCodes(directory = root): Promise<ToolResult> {
  const started = performance.now();
  const files = globSync('{packages,apps}/*/src/**/*.{ts,tsx}', {
    cwd: directory,
    exclude: (name) => name.endsWith('/generated'),
  });
  const read = (path: string) => ({ path, text: readFileSync(join(directory, path), 'utf8') });
  const isTest = (path: string) => /\.test\.tsx?$/.test(path);
  const codes = reasonCodes(files.filter((path) => !isTest(path)).map(read));
  const missing = unassertedCodes(codes, files.filter(isTest).map(read));
  const lines = missing.map(({ code, path }) => `  ${code}, in ${path}`);
  const output =
    `No test names these reason codes. Write one that fails without the rule behind the code, ` +
    `or remove the code where it cannot be reached.\n${lines.join('\n')}`;
  return {
    ok: missing.length === 0,
    output: missing.length === 0 ? '' : output,
    seconds: (performance.now() - started) / 1000,
  };
}
