import type { Thing } from 'schema-dts';

/**
 * Characters that end a script, or begin a comment in which one would not end, are escaped in data
 * inside a script. JSON reads the same; U+2028 and U+2029 end a line in JavaScript.
 */
const UNSAFE = /[<>&\u2028\u2029]/g;

const escaped = (character: string): string =>
  `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** Data for machines (JSON-LD 1.1 in the words of schema.org), safe inside `<script>`. */
export function writeData(things: readonly Exclude<Thing, string>[]): string {
  return JSON.stringify({ '@context': 'https://schema.org', '@graph': things }).replace(
    UNSAFE,
    escaped,
  );
}
