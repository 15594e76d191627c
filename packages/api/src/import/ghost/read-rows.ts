import { Tokenizer, TokenizerError, TokenType } from '@streamparser/json';
import { decodeExport } from '../core/decode-export.ts';
import { exportProblem } from '../core/export-problem.ts';

/** What is read of one export. Beyond it no journal's past reaches, and memory stays bounded. */
export type RowLimits = {
  /** Depth of lists and objects: a real export has eight. */
  depth: number;
  /** Characters of one text with what is around it. */
  part: number;
  /** Characters of one column; what is longer is cut, and the row says so. */
  field: number;
  rows: number;
};

export const rowLimits: RowLimits = {
  depth: 64,
  part: 32_000_000,
  field: 4_000_000,
  rows: 5_000_000,
};

/** Values of a row by column. A text that was cut is in `cut`. */
export type Row = { values: ReadonlyMap<string, string | number | boolean>; isCut: boolean };
export type TableRow = { table: string; row: Row };

/** How much text the tokenizer is given at once. */
const STRETCH = 65_536;

/** Tables with addresses of readers. */
const OF_MEMBERS = /^(?:members?(?:_|$)|subscribers$|email_recipients$)/;

/** The first words of a list of members: `id,email,name,note,…`. */
const MEMBERS_LIST = /^\s*"?(?:id"?,"?)?email"?,/i;

/**
 * Reads a Ghost export as a stream: no more than one row is in memory, and of it only the columns
 * that are asked for.
 * @param columns the columns to read, by table; no other table has rows
 * @throws {ProblemError} for what is no export, is not whole, is out of bounds, or has members
 */
export async function* readRows(
  bytes: AsyncIterable<Uint8Array>,
  columns: Readonly<Record<string, readonly string[]>>,
  limits: RowLimits = rowLimits,
): AsyncGenerator<TableRow> {
  const reader = new RowReader(columns, limits);
  let isFirst = true;
  for await (const text of decodeExport(bytes, null)) {
    if (isFirst && MEMBERS_LIST.test(text)) throw exportProblem('export_of_members', null);
    if (text !== '') isFirst = false;
    for (let at = 0; at < text.length; at += STRETCH)
      yield* reader.read(text.slice(at, at + STRETCH));
  }
  yield* reader.end();
}

type Expects = 'key' | 'colon' | 'value' | 'comma';
type Frame = { isList: boolean; key: string; expects: Expects; isEmpty: boolean };

class RowReader {
  readonly #tokenizer = new Tokenizer({ stringBufferSize: 65_536 });
  readonly #columns: Readonly<Record<string, readonly string[]>>;
  readonly #limits: RowLimits;
  readonly #frames: Frame[] = [];
  #rows: TableRow[] = [];
  #row: { depth: number; table: string; values: Map<string, string | number | boolean> } | null =
    null;
  #isCut = false;
  #hasPosts = false;
  #isOver = false;
  #count = 0;
  /** Characters since the last token. */
  #since = 0;

  constructor(columns: Readonly<Record<string, readonly string[]>>, limits: RowLimits) {
    this.#columns = columns;
    this.#limits = limits;
    this.#tokenizer.onToken = ({ token, value }) => this.#token(token, value);
    this.#tokenizer.onError = (error) => {
      throw error;
    };
    // The end of the first value is no end of the tokenizer: what follows has to be looked at.
    this.#tokenizer.onEnd = () => {};
  }

  read(text: string): TableRow[] {
    if (this.#isOver) {
      if (text.trim() !== '') throw exportProblem('export_not_json', null, 'text after its end');
      return [];
    }
    this.#since += text.length;
    this.#write(() => this.#tokenizer.write(text));
    if (this.#since > this.#limits.part) throw exportProblem('export_part_too_large', null);
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  end(): TableRow[] {
    if (!this.#isOver) {
      if (this.#frames.length > 0) throw exportProblem('export_truncated', null);
      throw exportProblem('export_not_json', null);
    }
    if (!this.#hasPosts) throw exportProblem('export_not_ghost', null);
    return [];
  }

  #write(work: () => void): void {
    try {
      work();
    } catch (error) {
      if (error instanceof TokenizerError)
        throw exportProblem('export_not_json', null, error.message.slice(0, 200));
      throw error;
    }
  }

  #token(token: TokenType, value: unknown): void {
    this.#since = 0;
    const frame = this.#frames.at(-1);
    if (this.#isOver) throw exportProblem('export_not_json', null, 'text after its end');
    switch (token) {
      case TokenType.LEFT_BRACE:
      case TokenType.LEFT_BRACKET:
        this.#expect(frame, 'value');
        this.#open(token === TokenType.LEFT_BRACKET);
        break;
      case TokenType.RIGHT_BRACE:
      case TokenType.RIGHT_BRACKET:
        this.#close(frame, token === TokenType.RIGHT_BRACKET);
        break;
      case TokenType.COLON:
        this.#expect(frame, 'colon');
        if (frame) frame.expects = 'value';
        break;
      case TokenType.COMMA:
        this.#expect(frame, 'comma');
        if (frame) frame.expects = frame.isList ? 'value' : 'key';
        break;
      default:
        if (frame?.expects === 'key' && token === TokenType.STRING) {
          frame.key = (value as string).slice(0, 100);
          Object.assign(frame, { expects: 'colon', isEmpty: false });
          return;
        }
        if (frame === undefined) throw exportProblem('export_not_ghost', null);
        this.#expect(frame, 'value');
        this.#scalar(frame, value);
        Object.assign(frame, { expects: 'comma', isEmpty: false });
    }
  }

  #expect(frame: Frame | undefined, what: Expects): void {
    if ((frame?.expects ?? 'value') !== what) throw exportProblem('export_not_json', null);
  }

  #open(isList: boolean): void {
    const outer = this.#frames.at(-1);
    if (outer) Object.assign(outer, { expects: 'comma', isEmpty: false });
    const depth = this.#frames.push({
      ...{ isList, key: '', isEmpty: true },
      expects: isList ? 'value' : 'key',
    });
    if (depth > this.#limits.depth) throw exportProblem('export_too_deep', null);
    const table = this.#tableAt(isList);
    if (table === null) return;
    if (isList) {
      if (table === 'posts') this.#hasPosts = true;
      return;
    }
    if (OF_MEMBERS.test(table)) throw exportProblem('export_of_members', null);
    this.#count += 1;
    if (this.#count > this.#limits.rows)
      throw exportProblem('export_too_many', null, `more than ${this.#limits.rows} rows`);
    this.#isCut = false;
    if (Object.hasOwn(this.#columns, table)) this.#row = { depth, table, values: new Map() };
  }

  /** The table whose list, or whose row, was opened last; null if it is something else. */
  #tableAt(isList: boolean): string | null {
    const keys = this.#frames.slice(0, -1).map(({ isList: inList, key }) => (inList ? null : key));
    if (!isList && keys.pop() !== null) return null;
    if (keys[0] === 'db' && keys[1] === null) keys.splice(0, 2);
    const [data, table, ...more] = keys;
    return data === 'data' && typeof table === 'string' && more.length === 0 ? table : null;
  }

  #close(frame: Frame | undefined, isList: boolean): void {
    if (frame === undefined || frame.isList !== isList)
      throw exportProblem('export_not_json', null);
    if (frame.expects !== 'comma' && !frame.isEmpty) throw exportProblem('export_not_json', null);
    const row = this.#row;
    if (row !== null && row.depth === this.#frames.length) {
      this.#rows.push({ table: row.table, row: { values: row.values, isCut: this.#isCut } });
      this.#row = null;
    }
    this.#frames.pop();
    this.#isOver = this.#frames.length === 0;
  }

  #scalar(frame: Frame, value: unknown): void {
    const row = this.#row;
    if (row === null || row.depth !== this.#frames.length || value === null) return;
    if (this.#columns[row.table]?.includes(frame.key) !== true) return;
    if (typeof value === 'string' && value.length > this.#limits.field) {
      this.#isCut = true;
      row.values.set(frame.key, value.slice(0, this.#limits.field));
    } else if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      row.values.set(frame.key, value);
  }
}
