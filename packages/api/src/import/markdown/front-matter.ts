import { parse as parseToml } from 'smol-toml';
import { parseDocument } from 'yaml';

/** Longer than any head of a file that people write. */
const MAX_LENGTH = 65_536;

/** Deeper than any: what walks it calls itself for each level. */
const MAX_DEPTH = 20;

/** A file with data at its head, and what it says. Data that cannot be read are null. */
export type ParsedFile = { data: ReadonlyMap<string, unknown> | null; text: string };

/** Splits a file; null if it has no data at its head, in YAML (`---`) or TOML (`+++`). */
export function parseFrontMatter(file: string): ParsedFile | null {
  const [, fence] = /^(---|\+\+\+)[^\S\n]*\n/.exec(file) ?? [];
  if (fence === undefined) return null;
  const from = file.indexOf('\n') + 1;
  const ending = fence === '---' ? /^(?:---|\.\.\.)[^\S\n]*$/m : /^\+\+\+[^\S\n]*$/m;
  const end = ending.exec(file.slice(from));
  if (end === null) return null;
  const head = file.slice(from, from + end.index);
  const text = file.slice(from + end.index + end[0].length);
  return { data: head.length > MAX_LENGTH ? null : read(head, fence), text };
}

function read(head: string, fence: string): ReadonlyMap<string, unknown> | null {
  try {
    const data: unknown =
      fence === '---' ? readYaml(head) : parseToml(head, { maxDepth: MAX_DEPTH });
    return data === null ? new Map() : asMap(data);
  } catch {
    // Not of that syntax, or an alias within aliases: it is reported as unreadable.
    return null;
  }
}

function readYaml(head: string): unknown {
  if (isTooDeep(head)) return undefined;
  // The core schema has no tags that make anything but plain data, and no dates.
  const document = parseDocument(head, {
    ...{ schema: 'core', prettyErrors: false, uniqueKeys: false, logLevel: 'silent' },
  });
  if (document.errors.length > 0) return undefined;
  return document.toJS({ maxAliasCount: 50, mapAsMap: true });
}

/** Whether brackets are nested deeper than any data are: what reads them calls itself. */
function isTooDeep(head: string): boolean {
  let depth = 0;
  for (const sign of head) {
    if (sign === '[' || sign === '{') depth += 1;
    else if (sign === ']' || sign === '}') depth -= 1;
    if (depth > MAX_DEPTH) return true;
  }
  return /^(?:\s*[-?]){21}/m.test(head);
}

/** An object with its own keys alone, whatever they are called. */
export function asMap(value: unknown): ReadonlyMap<string, unknown> | null {
  if (value instanceof Map) return new Map([...value].map(([key, each]) => [String(key), each]));
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  return new Map(Object.entries(value));
}

/** A value as text; empty for what is a list or an object. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString();
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** A list of texts; of a text that has commas its parts. Of objects their names. */
export function textsOf(value: unknown): string[] {
  const values: unknown[] = Array.isArray(value) ? value.slice(0, 500) : textOf(value).split(',');
  return values
    .map((each) => textOf(each) || textOf(asMap(each)?.get('name')))
    .map((each) => each.trim())
    .filter((each) => each !== '');
}
