import { type JsonLimits, jsonTooDeep, jsonTooLarge } from './json-limits.ts';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/**
 * Counts the values and the nesting of a JSON text as its bytes arrive, so that what is too large is
 * refused before anything parses it. Whether it is JSON at all is for the parser to say: up to the
 * first error the two agree about what is inside a string.
 */
export class JsonScanner {
  readonly #limits: JsonLimits;
  #inString = false;
  #escaped = false;
  #depth = 0;
  /** Bytes seen so far. */
  bytes = 0;
  /** Values so far; an empty array or object counts as two. */
  nodes = 1;

  constructor(limits: JsonLimits) {
    this.#limits = limits;
  }

  /**
   * Takes the next bytes of the text, in UTF-8.
   * @throws {ProblemError} `json_too_large` or `json_too_deep` at the first byte past a limit
   */
  push(chunk: Uint8Array): void {
    this.bytes += chunk.length;
    if (this.bytes > this.#limits.bytes) throw jsonTooLarge('bytes', this.#limits.bytes);
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = chunk[at];
      if (this.#inString) this.#readString(byte);
      else if (byte === QUOTE) this.#inString = true;
      else if (byte === COMMA) this.#count();
      else if (byte === OPEN_ARRAY || byte === OPEN_OBJECT) this.#open();
      else if (byte === CLOSE_ARRAY || byte === CLOSE_OBJECT) this.#depth -= 1;
    }
  }

  #readString(byte: number | undefined): void {
    if (this.#escaped) this.#escaped = false;
    else if (byte === BACKSLASH) this.#escaped = true;
    else if (byte === QUOTE) this.#inString = false;
  }

  #open(): void {
    this.#count();
    this.#depth += 1;
    if (this.#depth > this.#limits.depth) throw jsonTooDeep(this.#limits);
  }

  #count(): void {
    this.nodes += 1;
    if (this.nodes > this.#limits.nodes) throw jsonTooLarge('nodes', this.#limits.nodes);
  }
}

/**
 * Checks a complete JSON text.
 * @throws {ProblemError} as `JsonScanner.push`
 */
export function assertJsonWithin(limits: JsonLimits, text: string): void {
  new JsonScanner(limits).push(Buffer.from(text, 'utf8'));
}
