import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { documentVersion } from '../document-version.ts';

type Spec = {
  content?: string | undefined;
  marks?: string | undefined;
  group?: string | undefined;
  excludes?: string | undefined;
  attrs?: Record<string, { default?: unknown }> | undefined;
};
type Described = {
  nodes: Record<string, { spec: Spec }>;
  marks: Record<string, { spec: Spec }>;
};

/** A description of a ProseMirror schema: a line for each node and mark, with its attributes. */
export const describeSchema = ({ nodes, marks }: Described): string[] =>
  [
    ...Object.entries(nodes).map(([name, { spec }]) => `node ${name} ${describeSpec(spec)}`),
    ...Object.entries(marks).map(([name, { spec }]) => `mark ${name} ${describeSpec(spec)}`),
  ].toSorted();

const describeSpec = ({ content, marks, group, excludes, attrs = {} }: Spec): string =>
  JSON.stringify({ content, marks, group, excludes, attrs: Object.keys(attrs).toSorted() });

/**
 * The record of the present document version, one file a version in a directory. With
 * `RECORD_DOCUMENT_VERSION` set, a version without a file is recorded; an existing file is never
 * overwritten.
 */
export function recordedVersion(directory: URL, present: readonly string[]): string[] {
  const file = new URL(`${documentVersion}.txt`, directory);
  if (process.env.RECORD_DOCUMENT_VERSION !== undefined && !existsSync(file)) {
    mkdirSync(directory, { recursive: true });
    writeFileSync(file, `${present.join('\n')}\n`);
  }
  return existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : [];
}

/** Advice for when the document schema differs from the record. */
export const howToRaise =
  'What a shared document may contain has changed. Pages and servers of the version before would delete what ' +
  `they do not know: raise documentVersion (now ${documentVersion}) in packages/working-copy/src/document-version.ts ` +
  'and record it, as docs/changing/recipes.md says under "What documents may contain".';
