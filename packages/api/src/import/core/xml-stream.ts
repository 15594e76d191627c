import { SaxesParser } from 'saxes';
import { decodeExport } from './decode-export.ts';
import { exportProblem } from './export-problem.ts';

export type XmlLimits = {
  /** Depth of elements. */
  depth: number;
  /** Characters between two events of the parser: one text, one tag with its attributes. */
  part: number;
};

/** What is done with the parts of an XML file. Names and depths are those of the element, from 1. */
export type XmlEvents = {
  open: (name: string, attributes: Record<string, string>, depth: number) => void;
  text: (text: string) => void;
  close: (name: string, depth: number) => void;
};

/**
 * Prefixes by the namespace that they stand for: elements are named by these, whatever a file calls
 * them, and without one where they have none. Null for names as they are written.
 */
export type XmlNamespaces = Readonly<Record<string, string>> | null;

/** Characters that no XML may have, and that real files have: typed into posts long ago. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** How much text the parser is given at once. */
const STRETCH = 65_536;

type Tag = { name: string; uri?: string; local?: string };

/**
 * Parses XML stretch by stretch, within bounds. Nothing that the file declares is expanded or fetched.
 * Problems are thrown with the line.
 */
export class XmlStream {
  /** The names of the open elements, the outermost first. */
  readonly path: string[] = [];
  readonly #parser: SaxesParser<{ position: true; xmlns: boolean }>;
  readonly #limits: XmlLimits;
  /** Where the parser was at its last event. */
  #last = 0;

  constructor(limits: XmlLimits, on: XmlEvents, namespaces: XmlNamespaces = null) {
    this.#limits = limits;
    const parser = new SaxesParser(
      namespaces === null
        ? { position: true, xmlns: false }
        : {
            ...{ position: true, xmlns: true },
            // Files of many sites use prefixes that they forgot to declare.
            resolvePrefix: (prefix: string) => uriOf(prefix, namespaces),
          },
    ) as SaxesParser<{ position: true; xmlns: boolean }>;
    this.#parser = parser;
    const nameOf = ({ name, uri = '', local = '' }: Tag): string => {
      if (namespaces === null) return name;
      const prefix = namespaces[uri];
      return prefix === undefined ? local : `${prefix}:${local}`;
    };
    parser.on('error', (error) => {
      // The parser says the place before its sentence.
      const words = error.message.replace(/^\d+:\d+: /, '').replace(/\.$/, '');
      const isCut = /^unclosed tag|^document must contain|^unexpected end/.test(words);
      throw exportProblem(isCut ? 'export_truncated' : 'export_not_xml', this.line, words);
    });
    parser.on('doctype', () => {
      throw exportProblem('export_declares_entities', this.line);
    });
    parser.on('opentag', (tag) => {
      this.#last = parser.position;
      const depth = this.path.push(nameOf(tag));
      if (depth > limits.depth) throw exportProblem('export_too_deep', this.line);
      on.open(this.path.at(-1) ?? '', valuesOf(tag.attributes), depth);
    });
    parser.on('closetag', () => {
      this.#last = parser.position;
      const depth = this.path.length;
      on.close(this.path.pop() ?? '', depth);
    });
    for (const event of ['text', 'cdata'] as const)
      parser.on(event, (text) => {
        this.#last = parser.position;
        on.text(text);
      });
    for (const event of ['comment', 'processinginstruction'] as const)
      parser.on(event, () => {
        this.#last = parser.position;
      });
  }

  get line(): number {
    return this.#parser.line;
  }

  write(text: string): void {
    this.#parser.write(text);
    if (this.#parser.position - this.#last > this.#limits.part)
      throw exportProblem('export_part_too_large', this.line);
  }

  end(): void {
    if (this.path.length > 0)
      throw exportProblem('export_truncated', this.line, `${this.path.at(-1)} is not closed`);
    this.#parser.close();
  }
}

const uriOf = (prefix: string, namespaces: NonNullable<XmlNamespaces>): string =>
  Object.entries(namespaces).find(([, known]) => known === prefix)?.[0] ?? `undeclared:${prefix}`;

const valuesOf = (attributes: object): Record<string, string> =>
  Object.fromEntries(
    Object.entries(attributes as Record<string, string | { value: string }>).map(
      ([name, value]) => [name, typeof value === 'string' ? value : value.value],
    ),
  );

/** What makes parts of the text of an XML file. */
export type XmlReader<Part> = {
  line: number;
  read: (text: string) => Part[];
  end: () => Part[];
};

export type ReadXml = {
  /** The encoding, where the file says the wrong one; null for what it says. */
  encoding?: string | null;
  /** Called for characters that no XML may have: they are left out. */
  onForbidden?: (line: number, count: number) => void;
};

/** Gives the bytes of a file to a reader, without the characters that no XML may have. */
export async function* readXml<Part>(
  bytes: AsyncIterable<Uint8Array>,
  reader: XmlReader<Part>,
  { encoding = null, onForbidden }: ReadXml,
): AsyncGenerator<Part> {
  for await (const text of decodeExport(bytes, encoding)) {
    for (let at = 0; at < text.length; at += STRETCH) {
      const stretch = text.slice(at, at + STRETCH);
      const forbidden = stretch.match(FORBIDDEN)?.length ?? 0;
      if (forbidden > 0) onForbidden?.(reader.line, forbidden);
      yield* reader.read(forbidden === 0 ? stretch : stretch.replace(FORBIDDEN, ''));
    }
  }
  yield* reader.end();
}
